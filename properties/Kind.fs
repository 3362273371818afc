namespace GmmPure.Properties

open System.Threading
open FsCheck
open FsCheck.FSharp

/// The kinds of cases that a law distinguishes. A law that has nothing to say of any case holds for nothing: its kinds are
/// counted, and each must occur.
module Kind =

    let private met = AsyncLocal<ResizeArray<string>>()

    /// The law at work meets a case of this kind.
    let meet (kind: string) =
        if not (isNull met.Value) then
            met.Value.Add kind

    let private metBy law case =
        let kinds = ResizeArray()
        met.Value <- kinds

        try
            law case |> ignore
        finally
            met.Value <- null

        List.ofSeq kinds

    /// Those of the kinds that the law meets in none of so many cases. No more are drawn once each has occurred.
    let missing kinds count (cases: Arbitrary<'case>) (law: 'case -> Result<unit, string>) =
        let draw _ = cases |> Arb.toGen |> Gen.sample 1

        Seq.init count draw
        |> Seq.concat
        |> Seq.scan (fun missing case -> missing |> List.except (metBy law case)) kinds
        |> Seq.cache
        |> fun left -> left |> Seq.tryFind List.isEmpty |> Option.defaultWith (fun () -> Seq.last left)
