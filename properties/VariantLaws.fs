namespace GmmPure.Properties

open System
open FsCheck.Xunit
open GmmPure
open GmmPure.Families

/// What holds where an E-step decides, or knows.
module VariantLaws =

    let private labelsOf (data: Dataset) components =
        Array.init data.Count (fun row -> row % components)

    /// Complete data need no iteration: each component is the maximum likelihood of its own rows.
    let private completeDataNeedOneStep =
        { new FamilyLaw with
            member _.Check(family, data, start) =
                let k = start.ComponentCount
                let labels = labelsOf data k

                let own label =
                    data.WithWeights(
                        Seq.init data.Count (fun row -> if labels[row] = label then data.WeightOf row else 0.0)
                    )
                    |> family.MaximumLikelihood
                    |> GmmPure.FSharp.Outcome.toResult

                let alone = Seq.init k own |> Seq.toList
                let isClosedForm = family.Name <> "student-t" && family.Name <> "gaussian"

                if not isClosedForm || alone |> List.exists Result.isError then
                    Law.holds
                else
                    let together =
                        Initial.FromLabels(data, family, labels |> Seq.map (fun label -> Nullable label))

                    let history =
                        Em.Iterate(data, together, EmVariant.Labelled(labels |> Seq.map (fun label -> Nullable label)))
                        |> Seq.truncate 2
                        |> Seq.toList

                    let agrees (found: Parameter) (expected: Parameter) =
                        Law.near expected.Name (2.0 ** -40 * (1.0 + abs expected.Value)) expected.Value found.Value

                    Law.all
                        [
                            Seq.zip together.Components alone
                            |> Seq.map (fun (found, expected) ->
                                match expected with
                                | Ok expected ->
                                    Seq.map2 agrees (family.Parameters(found, 1.0)) (family.Parameters(expected, 1.0))
                                    |> Law.all
                                | Error _ -> Law.holds)
                            |> Law.all
                            Law.isTrue "it goes on" (history[0].Model = (List.last history).Model)
                        ]
        }

    /// Rows of a known label keep it in the E-step, for certain.
    let private knownRowsKeepTheirLabel =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let labels = labelsOf data start.ComponentCount
                let isKnown row = row % 5 = 0

                let variant =
                    Seq.init data.Count (fun row -> if isKnown row then Nullable labels[row] else Nullable())
                    |> EmVariant.Labelled

                let plain = Em.EStep(data, start).Responsibilities
                let found = Em.EStep(data, start, variant).Responsibilities

                Seq.init data.Count (fun row ->
                    let expected k =
                        if isKnown row then
                            (if labels[row] = k then 1.0 else 0.0)
                        else
                            plain[row, k]

                    Seq.forall (fun k -> found[row, k] = expected k) (seq { 0 .. start.ComponentCount - 1 })
                    |> Law.isTrue $"row %d{row}")
                |> Seq.append [ (FamilyLaws.neverFallsAs variant).Check(start.Family, data, start) ]
                |> Law.all
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The classification log-likelihood never falls in hard EM`` case =
        FamilyCase.check (FamilyLaws.neverFallsAs EmVariant.Hard) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Complete data need one step`` case =
        FamilyCase.check completeDataNeedOneStep case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Known rows keep their label, and EM still climbs`` case =
        FamilyCase.check knownRowsKeepTheirLabel case
