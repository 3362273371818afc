namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit

/// Fused = composed = textbook: however a step is computed, it is the same step.
module AgreementLaws =

    let agree (reference: Steps) (steps: Steps) case =
        let bounds = Bounds.times 2.0 (Bounds.from case.Data case.Mixture)
        let expected, expectedLogLikelihood = reference.EStep case.Mixture case.Data
        let found, foundLogLikelihood = steps.EStep case.Mixture case.Data

        Law.all
            [
                Law.near "ℓ" bounds.LogLikelihood expectedLogLikelihood foundLogLikelihood
                Seq.map2 (Law.near "r" bounds.Responsibility) expected.Values.Elements found.Values.Elements
                |> Law.all
                Law.outcomesAgree
                    1.0
                    bounds
                    case.Data
                    (Steps.step reference case.Mixture case.Data)
                    (Steps.step steps case.Mixture case.Data)
            ]

    /// The fused pass sums the very same numbers in the very same order as the composed one about the same reference.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The fused pass is the E-step and its statistics, bit for bit`` case =
        let responsibilities, logLikelihood = Em.eStep case.Mixture case.Data
        let pass = Em.Pass(case.Data, case.Mixture)

        let reference = pass.Statistics.Reference

        let statistics =
            SufficientStatistics.Of(case.Data, responsibilities, case.Mixture.Structure.Moments, reference)

        Law.all
            [
                Law.isTrue "ℓ" (pass.LogLikelihood = logLikelihood)
                Law.isTrue "statistics" (pass.Statistics = statistics)
            ]
        |> Law.check

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The fused step is the composed step`` case =
        let bounds = Bounds.times 2.0 (Bounds.from case.Data case.Mixture)

        Law.outcomesAgree
            1.0
            bounds
            case.Data
            (Steps.step Steps.composed case.Mixture case.Data)
            (Em.step case.Mixture case.Data |> Result.mapError Steps.fault)
        |> Law.check

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The core is the textbook`` case =
        Law.check (agree Steps.textbook Steps.composed case)

    /// The three updates, each alone, make up the M-step.
    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The M-step is its three updates`` case =
        let responsibilities =
            Steps.arbitraryResponsibilities case.Recipe.Seed case.Mixture.ComponentCount case.Data

        let structure = case.Mixture.Structure

        Em.mStepWith structure Options.defaults responsibilities case.Data
        |> Law.onSuccess (fun next ->
            let means = Em.updateMeans responsibilities case.Data

            let covariances =
                Em.updateCovariancesWith structure Options.defaults next.Means responsibilities case.Data

            Law.all
                [
                    Law.isTrue "means" (means = Ok next.Means)
                    Law.isTrue "covariances" (covariances |> Result.map Seq.toList = Ok(Seq.toList next.Covariances))
                    Law.isTrue "weights" (Seq.forall2 (=) (Em.updateWeights responsibilities case.Data) next.Weights)
                ])
        |> Law.check
