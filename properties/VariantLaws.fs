namespace GmmPure.Properties

open System
open FsCheck.Xunit
open GmmPure
open GmmPure.Families

/// A start from a label of each row.
type LabelledStart =
    abstract Start: Dataset * IFamily<'d> * int[] -> Mixture<'d> when 'd :> IEquatable<'d> and 'd: not null

/// What holds where an E-step decides, or knows.
module VariantLaws =

    /// The library's start.
    let labelledStart =
        { new LabelledStart with
            member _.Start(data, family, labels) =
                Initial.FromLabels(data, family, labels |> Seq.map (fun label -> Nullable label))
        }

    let private labelsOf (data: Dataset) components =
        Array.init data.Count (fun row -> row % components)

    /// Complete data need no iteration: each component is the maximum likelihood of its own rows.
    let completeDataNeedOneStep (fromLabels: LabelledStart) =
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

                if not isEachForItself then
                    Kind.meet "components that are not each for itself"
                    Law.holds
                elif alone |> List.exists Result.isError then
                    Kind.meet "a component without an estimate"
                    Law.holds
                else
                    Kind.meet "complete data"
                    let together = fromLabels.Start(data, family, labels)

                    let history =
                        Em.Iterate(data.WithLabels(labels |> Seq.map (fun label -> Nullable label)), together)
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
                                | Error cause -> Error(string cause))
                            |> Law.all
                            Law.isTrue "it goes on" (history[0].Model = (List.last history).Model)
                        ]
        }

    /// Rows of a known label keep it in the E-step, for certain.
    let knownRowsKeepTheirLabel (steps: FamilySteps) =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let labels = labelsOf data start.ComponentCount
                let isKnown row = row % 5 = 0

                let known =
                    Seq.init data.Count (fun row -> if isKnown row then Nullable labels[row] else Nullable())
                    |> data.WithLabels

                let plain, _ = steps.EStep(data, start, EmVariant.Plain)
                let found, _ = steps.EStep(known, start, EmVariant.Plain)

                Seq.init data.Count (fun row ->
                    let expected k =
                        if isKnown row then
                            (if labels[row] = k then 1.0 else 0.0)
                        else
                            plain[row, k]

                    Seq.forall (fun k -> found[row, k] = expected k) (seq { 0 .. start.ComponentCount - 1 })
                    |> Law.isTrue $"row %d{row}")
                |> Seq.append [ (FamilyLaws.neverFalls steps).Check(start.Family, known, start) ]
                |> Law.all
        }

    /// In hard EM each row is one component's, one to which no other is likelier: by the soft responsibilities, which may be off by
    /// the rounding of two quotients. ln p of the rows is then a sum of the largest terms alone, and no more than that of all.
    let hardRowsAreOneComponents (steps: FamilySteps) =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let plain, all = steps.EStep(data, start, EmVariant.Plain)
                let hard, largest = steps.EStep(data, start, EmVariant.Hard)
                let components = [ 0 .. start.ComponentCount - 1 ]

                if components.Length > 1 then
                    Kind.meet "several components"

                Seq.init data.Count (fun row ->
                    match components |> List.filter (fun k -> hard[row, k] <> 0.0) with
                    | [ own ] when hard[row, own] = 1.0 ->
                        components
                        |> List.forall (fun k -> plain[row, own] >= plain[row, k] * (1.0 - 4.0 * Bounds.u))
                        |> Law.isTrue $"row %d{row} is another's"
                    | _ -> Error $"row %d{row} is not of one component")
                |> Seq.append [ Law.isTrue "ℓ" (largest <= all + 2.0 ** -40 * (abs all + data.TotalWeight)) ]
                |> Law.all
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``In hard EM each row is its likeliest component's`` case =
        FamilyCase.check (hardRowsAreOneComponents FamilySteps.composed) case

    let private keeping = EmVariant(KeepsWeights = true)

    /// Weights that are kept stay to the bit, and the components become what they become where weights are free: the E-step is
    /// the same, and so is what is estimated of each component.
    let keptWeightsStay (steps: FamilySteps) =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                match steps.Step(data, start, keeping), steps.Step(data, start, EmVariant.Plain) with
                | Ok kept, Ok free ->
                    Kind.meet "a step"

                    if Seq.forall2 (=) start.Weights free.Weights then
                        Kind.meet "weights that stay by themselves"

                    Law.all
                        [
                            Law.isTrue "weights" (Seq.forall2 (=) start.Weights kept.Weights)
                            Law.isTrue
                                "components"
                                (Seq.forall2 (fun one other -> obj.Equals(one, other)) free.Components kept.Components)
                        ]
                | Error one, Error other -> Law.isTrue $"{one}, and not {other}" (one = other)
                | _ -> Error "one of the two is degenerate"
        }

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Weights that are kept stay, and change no component`` case =
        FamilyCase.check (keptWeightsStay FamilySteps.composed) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The classification log-likelihood never falls in hard EM`` case =
        FamilyCase.check (FamilyLaws.neverFallsAs EmVariant.Hard FamilySteps.composed) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The log-likelihood never falls where weights are kept`` case =
        FamilyCase.check (FamilyLaws.neverFallsAs keeping FamilySteps.composed) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Complete data need one step`` case =
        FamilyCase.check (completeDataNeedOneStep labelledStart) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Known rows keep their label, and EM still climbs`` case =
        FamilyCase.check (knownRowsKeepTheirLabel FamilySteps.composed) case

    let private someLabels case =
        Seq.init case.Data.Count (fun row ->
            if row % 3 = 0 then
                Nullable(row % case.Mixture.ComponentCount)
            else
                Nullable())

    let private variants case =
        let known = case.Data.WithLabels(someLabels case)

        [
            case.Data, EmVariant.Hard
            known, EmVariant.Plain
            known, EmVariant.Hard
            case.Data, EmVariant(IsHard = true, KeepsWeights = true)
            case.Data, EmVariant(KeepsWeights = true)
        ]

    /// The fused pass of a variant sums the very same numbers in the very same order as its E-step and the statistics of that.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The fused pass of a variant is its E-step and their statistics, bit for bit`` case =
        let check (data: Dataset, variant) =
            let expected = Em.EStep(data, case.Mixture, variant)
            let fused = Em.Iterate(data, case.Mixture, variant) |> Seq.head
            let reference = Em.Pass(case.Data, case.Mixture).Statistics.Reference

            let counts =
                SufficientStatistics
                    .Of(case.Data, expected.Responsibilities, case.Mixture.Structure.Moments, reference)
                    .EffectiveCounts

            Law.all
                [
                    Law.isTrue "ℓ" (fused.LogLikelihood = expected.LogLikelihood)
                    Law.isTrue "counts" (Seq.forall2 (=) fused.EffectiveCounts counts)
                ]

        variants case |> List.map check |> Law.all |> Law.check

    /// ln πₖ𝒩ₖ of every row and component.
    let private terms case =
        let mixture = case.Mixture

        Array.init mixture.ComponentCount (fun k ->
            let alone =
                GaussianMixture.Create(
                    [ 1.0 ],
                    Table.FromRows [ mixture.Means.Row(k).ToArray() ],
                    [ mixture.Covariances[k] ]
                )

            let weight = log mixture.Weights[k]
            alone.LogDensities case.Data |> Seq.map ((+) weight) |> Seq.toArray)

    /// A Gaussian mixture, and the same as a mixture of its family, take the same variants by the same steps: what the one
    /// computes in fused passes, the other does component by component. A row whose two largest terms are within rounding
    /// may be decided either way.
    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``A variant of the core is that of the family of Gaussians`` case =
        let terms = terms case
        let mixture = case.Mixture
        let rows = [ 0 .. case.Data.Count - 1 ]

        // The bounds are at most linear in the largest logarithm of a density that matters; with labels, terms of the
        // labelled components matter as well, however small.
        let logDensities = mixture.LogDensities case.Data |> Seq.map abs |> Seq.max

        let farthest =
            rows
            |> List.map (fun row -> abs terms[row % mixture.ComponentCount].[row])
            |> List.filter Double.IsFinite
            |> List.fold max logDensities

        let bounds =
            Bounds.from case.Data mixture
            |> Bounds.times (2.0 * (1.0 + farthest) / (1.0 + logDensities))

        let isInDoubt row =
            match terms |> Array.map (Array.item row) |> Array.sortDescending |> Array.toList with
            | first :: second :: _ -> first - second <= 2.0 * bounds.LogTerm
            | _ -> false

        let anyInDoubt = rows |> List.exists isInDoubt

        let start =
            Mixture.Of(Family.Gaussian mixture.Structure, mixture.Weights, FamilyLaws.components mixture)

        let core (next: Mixture<Gaussian>) =
            let means =
                Table.FromRows(next.Components |> Seq.map (fun each -> Seq.ofArray (Seq.toArray each.Mean)))

            if mixture.Structure.IsShared then
                GaussianMixture.CreateTied(next.Weights, means, next.Components[0].Covariance)
            else
                GaussianMixture.Create(next.Weights, means, next.Components |> Seq.map _.Covariance)

        let result outcome =
            outcome |> GmmPure.FSharp.Outcome.toResult |> Result.mapError Steps.fault

        let check (data: Dataset, variant: EmVariant) =
            if variant.IsHard && anyInDoubt then
                Law.holds
            else
                let one = Em.EStep(data, mixture, variant)
                let other = Em.EStep(data, start, variant)

                Law.all
                    [
                        Law.near "ℓ" bounds.LogLikelihood other.LogLikelihood one.LogLikelihood
                        Seq.map2
                            (Law.near "r" bounds.Responsibility)
                            other.Responsibilities.Values.Elements
                            one.Responsibilities.Values.Elements
                        |> Law.all
                        Law.outcomesAgree
                            1.0
                            bounds
                            case.Data
                            (Em.Step(data, start, variant) |> result |> Result.map core)
                            (Em.Step(data, mixture, variant) |> result)
                    ]

        variants case |> List.map check |> Law.all |> Law.check

    [<Xunit.Fact>]
    let ``A few labels name the clusters, from F# too`` () =
        let data = Dataset.FromValues [ 0.0; 1.0; 2.0; 10.0; 11.0; 12.0 ]
        let labels = [ Some 1; None; None; Some 0; None; None ]
        let start = data |> GmmPure.FSharp.Initial.ofKnownLabels labels

        let last =
            data
            |> GmmPure.FSharp.Dataset.withLabels labels
            |> GmmPure.FSharp.Em.iterate start
            |> GmmPure.FSharp.Em.takeUntilConverged (GmmPure.FSharp.Convergence.gainPerSample 1e-12)
            |> Seq.last

        Xunit.Assert.Equal(11.0, last.Model.Means[0, 0], 9)
        Xunit.Assert.Equal(1.0, last.Model.Means[1, 0], 9)
