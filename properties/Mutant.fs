namespace GmmPure.Properties

open System
open FsCheck
open FsCheck.FSharp

/// A deliberately wrong implementation must break a law: laws that nothing can break prove nothing.
module Mutant =

    /// As many cases as a property runs. Beside each mutant stands how many in a hundred cases break its laws, as measured in 200:
    /// one that at least fifteen break is missed once in 10¹⁴ runs.
    let private count = 200

    /// A case breaks the law, or what it makes is no value at all.
    let private breaks law case =
        try
            Result.isError (law case)
        with :? ArgumentException ->
            true

    /// Whether one of the cases of a run breaks the law. They are drawn one by one, until one does.
    let isCaught (cases: Arbitrary<'case>) (law: 'case -> Result<unit, string>) =
        Seq.init count (fun _ -> cases |> Arb.toGen |> Gen.sample 1)
        |> Seq.concat
        |> Seq.exists (breaks law)
