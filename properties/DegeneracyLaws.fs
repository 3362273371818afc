namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure
open GmmPure.Textbook

/// What a step says of data on which it must degenerate.
module DegeneracyLaws =

    let private isNamed (case: DegenerateCase) outcome =
        Kind.meet case.Kind

        match outcome with
        | Ok _ -> Error $"{case.Kind}: no degeneracy, but {case.Fault}"
        | Error fault -> Law.isTrue $"{case.Kind}: {fault}, and not {case.Fault}" (fault = case.Fault)

    /// A step names the component that degenerates, the column in which it does, and whether it lost its rows or its extent.
    let faultsAreNamed steps (case: DegenerateCase) =
        Steps.step steps case.Case.Mixture case.Case.Data |> isNamed case

    /// The textbook's M-step in 256 bits, in which what collapses leaves 2⁻²⁵⁰ rather than 2⁻⁵⁰ of its extent.
    let textbookNamesThem steps (case: DegenerateCase) =
        let responsibilities, _ = steps.EStep case.Case.Mixture case.Case.Data

        Equations<BigFloat<Bits256>>
            .MStep(
                TextbookData<BigFloat<Bits256>>.From case.Case.Data,
                Table<BigFloat<Bits256>>.From responsibilities.Values,
                case.Case.Mixture.Structure
            )
        |> GmmPure.FSharp.Outcome.toResult
        |> isNamed case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<DegenerateCases> |])>]
    let ``The M-step names what degenerates`` (case: DegenerateCase) =
        Law.check (faultsAreNamed Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<DegenerateCases> |])>]
    let ``The textbook in double precision names what degenerates`` (case: DegenerateCase) =
        Law.check (faultsAreNamed Steps.textbook case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<DegenerateCases> |])>]
    let ``The textbook in high precision names what degenerates`` (case: DegenerateCase) =
        Law.check (textbookNamesThem Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<DegenerateCases> |])>]
    let ``Weights are repetition where a step degenerates, too`` (case: Case) =
        Law.check (WeightLaws.wholeWeights Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<DegenerateCases> |])>]
    let ``Scaled weights change nothing where a step degenerates, too`` (case: Case) =
        Law.check (WeightLaws.scaledWeights Steps.composed case)
