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
                // Student's EM is not at its end after one step, and a shared covariance is not of the rows of one label.
                let isEachForItself = family.Name <> "student-t" && family.Name <> "gaussian"

                if not isEachForItself || alone |> List.exists Result.isError then
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
    let ``The log-likelihood never falls where weights are kept`` case =
        FamilyCase.check (FamilyLaws.neverFallsAs (EmVariant(KeepsWeights = true))) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Complete data need one step`` case =
        FamilyCase.check completeDataNeedOneStep case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Known rows keep their label, and EM still climbs`` case =
        FamilyCase.check knownRowsKeepTheirLabel case

    /// A Gaussian mixture, and the same as a mixture of its family, take the same variants by the same steps. Only their weights
    /// are shares of sums over the rows in different orders.
    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``A variant of the core is that of the family of Gaussians`` case =
        let k = case.Mixture.ComponentCount

        let some =
            Seq.init case.Data.Count (fun row -> if row % 3 = 0 then Nullable(row % k) else Nullable())

        let components = FamilyLaws.components >> Seq.toList

        let start =
            Mixture.Of(Family.Gaussian case.Mixture.Structure, case.Mixture.Weights, components case.Mixture)

        let slack = 4.0 * float (case.Data.Count + k) * Bounds.u

        [
            EmVariant.Hard
            EmVariant.Labelled some
            EmVariant(IsHard = true, KeepsWeights = true)
            EmVariant(KeepsWeights = true)
        ]
        |> List.map (fun variant ->
            let core =
                Em.Iterate(case.Data, case.Mixture, variant) |> Seq.truncate 2 |> Seq.toList

            let family = Em.Iterate(case.Data, start, variant) |> Seq.truncate 2 |> Seq.toList

            let agrees (one: Iteration) (other: Iteration<Gaussian>) =
                Law.all
                    [
                        Law.isTrue "components" (components one.Model = Seq.toList other.Model.Components)
                        Law.isTrue
                            "counts"
                            (Seq.forall2 (=) one.EffectiveCounts other.EffectiveCounts || one.Index > 0)
                        Law.isTrue "ℓ" (one.LogLikelihood = other.LogLikelihood || one.Index > 0)
                        Seq.map2 (Law.near "π" slack) one.Model.Weights other.Model.Weights |> Law.all
                    ]

            Law.all
                [
                    Law.isTrue "length" (core.Length = family.Length)
                    List.map2 agrees core family |> Law.all
                ])
        |> Law.all
        |> Law.check

    [<Xunit.Fact>]
    let ``A few labels name the clusters, from F# too`` () =
        let data = Dataset.FromValues [ 0.0; 1.0; 2.0; 10.0; 11.0; 12.0 ]
        let labels = [ Some 1; None; None; Some 0; None; None ]
        let start = data |> GmmPure.FSharp.Initial.ofKnownLabels labels

        let last =
            data
            |> GmmPure.FSharp.Em.iterateVariant (GmmPure.FSharp.Em.labelled labels) EmOptions.Default start
            |> GmmPure.FSharp.Em.takeUntilConverged (GmmPure.FSharp.Convergence.gainPerSample 1e-12)
            |> Seq.last

        Xunit.Assert.Equal(11.0, last.Model.Means[0, 0], 9)
        Xunit.Assert.Equal(1.0, last.Model.Means[1, 0], 9)
