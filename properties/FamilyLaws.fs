namespace GmmPure.Properties

open FsCheck.Xunit
open GmmPure
open GmmPure.Families

/// What holds for mixtures of every family.
module FamilyLaws =

    let private counts (data: Dataset) (responsibilities: Responsibilities) =
        Array.init responsibilities.ComponentCount (fun k ->
            Seq.init data.Count (fun row -> data.WeightOf row * responsibilities[row, k])
            |> Seq.sum)

    /// A row's sum is off by the rounding of K quotients by one sum, and of adding them up again.
    let rowsSumToOne (steps: FamilySteps) =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let responsibilities, _ = steps.EStep(data, start, EmVariant.Plain)
                let bound = 2.0 * float (start.ComponentCount + 1) * Bounds.u

                responsibilities.Values.Rows
                |> Seq.map (fun row ->
                    Law.all
                        [
                            Law.near "row sum" bound 1.0 (Seq.sum row)
                            Law.isTrue "not in [0, 1]" (row |> Seq.forall (fun r -> r >= 0.0 && r <= 1.0))
                        ])
                |> Law.all
        }

    /// The sums here and there each round N nonnegative terms.
    let weightsAreMeanResponsibilities (steps: FamilySteps) =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                let responsibilities, _ = steps.EStep(data, start, EmVariant.Plain)
                let counts = counts data responsibilities
                let bound = 2.0 * float (data.Count + counts.Length + 4) * Bounds.u

                steps.MStep(data, responsibilities, start)
                |> Law.onSuccess (fun next ->
                    Law.all
                        [
                            Law.near "ΣN_k" (bound * data.TotalWeight) data.TotalWeight (Array.sum counts)
                            yield!
                                Seq.map2
                                    (fun count weight ->
                                        let share = count / data.TotalWeight
                                        Law.near "π" (bound * share) share weight)
                                    counts
                                    next.Weights
                        ])
        }

    let neverFallsAs variant (steps: FamilySteps) =
        { new FamilyLaw with
            member _.Check(_, data, start) =
                steps.Objectives(data, start, variant) |> Law.neverFalls 12
        }

    let neverFalls = neverFallsAs EmVariant.Plain

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``Rows of responsibilities of any family are probabilities and sum to 1`` case =
        FamilyCase.check (rowsSumToOne FamilySteps.composed) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``New weights of any family are N_k over N`` case =
        FamilyCase.check (weightsAreMeanResponsibilities FamilySteps.composed) case

    [<Property(MaxTest = 200, Arbitrary = [| typeof<FamilyCases> |])>]
    let ``The log-likelihood of a mixture of any family never falls`` case =
        FamilyCase.check (neverFalls FamilySteps.composed) case

    let components (mixture: GaussianMixture) =
        Seq.map2
            (fun (mean: seq<float>) covariance -> Gaussian(mean, covariance))
            (mixture.Means.Rows |> Seq.cast)
            mixture.Covariances

    /// The family of Gaussians takes the core's own steps.
    [<Property(MaxTest = 100, Arbitrary = [| typeof<Cases> |])>]
    let ``The family of Gaussians is the core`` case =
        let family = Family.Gaussian case.Mixture.Structure
        let start = Mixture.Of(family, case.Mixture.Weights, components case.Mixture)
        let expected = Em.EStep(case.Data, case.Mixture)
        let found = Em.EStep(case.Data, start)
        let bounds = Bounds.times 2.0 (Bounds.from case.Data case.Mixture)

        let next =
            Em.MStep(case.Data, expected.Responsibilities, case.Mixture.Structure)
            |> GmmPure.FSharp.Outcome.toResult
            |> Result.map (components >> Seq.toList)

        let own =
            Em.MStep(case.Data, expected.Responsibilities, start)
            |> GmmPure.FSharp.Outcome.toResult
            |> Result.map (fun mixture -> Seq.toList mixture.Components)

        Law.all
            [
                Law.isTrue "M-step" (next = own)
                Law.near "ℓ" bounds.LogLikelihood expected.LogLikelihood found.LogLikelihood
                Seq.map2
                    (Law.near "r" bounds.Responsibility)
                    expected.Responsibilities.Values.Elements
                    found.Responsibilities.Values.Elements
                |> Law.all
            ]
        |> Law.check
