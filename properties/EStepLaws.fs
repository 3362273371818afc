namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit

/// What holds for an E-step. Each law takes the steps as an argument.
module EStepLaws =

    /// Every r is in [0, 1]; a row's sum is off by the rounding of K quotients by one sum, and of adding them up again:
    /// (K + 1)·u + (K − 1)·u.
    let rowsSumToOne steps case =
        let responsibilities, _ = steps.EStep case.Mixture case.Data
        let k = float responsibilities.ComponentCount

        responsibilities.Values.Rows
        |> Seq.map (fun row ->
            Law.all
                [
                    row
                    |> Seq.forall (fun r -> r >= 0.0 && r <= 1.0)
                    |> Law.isTrue $"not in [0, 1]: {Seq.toList row}"
                    Law.near "row sum" (2.0 * (k + 1.0) * Bounds.u) 1.0 (Seq.sum row)
                ])
        |> Law.all

    /// π_k = N_k/N and Σ N_k = N. The sums here and there each round N nonnegative terms.
    let weightsAreMeanResponsibilities steps case =
        let responsibilities, _ = steps.EStep case.Mixture case.Data

        let n, k, total =
            float case.Data.Count, float case.Mixture.ComponentCount, case.Data.TotalWeight

        let count k =
            Seq.init case.Data.Count (fun row -> case.Data.WeightOf row * responsibilities[row, k])
            |> Seq.sum

        let counts = Array.init case.Mixture.ComponentCount count

        steps.MStep case.Mixture.Structure responsibilities case.Data
        |> Law.onSuccess (fun next ->
            Law.all
                [
                    Law.near "ΣN_k" (2.0 * (n + k) * Bounds.u * total) total (Array.sum counts)
                    yield!
                        Seq.init counts.Length (fun k ->
                            let share = counts[k] / total

                            Law.near
                                $"π_{k}"
                                (2.0 * (n + float counts.Length + 4.0) * Bounds.u * share)
                                share
                                next.Weights[k])
                ])

    /// ℓ(θ) = Σ w·ln p(x): N terms added up here and there. And a row alone has the very density that it has among others.
    let logLikelihoodIsASumOverRows steps case =
        let _, logLikelihood = steps.EStep case.Mixture case.Data
        let logDensities = case.Mixture.LogDensities case.Data

        let terms =
            logDensities |> Seq.mapi (fun n logDensity -> case.Data.WeightOf n * logDensity)

        let bound = 2.0 * float case.Data.Count * Bounds.u * Seq.sumBy abs terms
        let some = [ 0..37 .. case.Data.Count - 1 ]

        Law.all
            [
                Law.near "ℓ" bound (Seq.sum terms) logLikelihood
                some
                |> Seq.forall (fun n -> case.Mixture.LogDensity(case.Data.Row(n).ToArray()) = logDensities[n])
                |> Law.isTrue "a row alone has another density"
            ]

    /// A component of weight 0 changes no density and no other responsibility: not by a bit, for it adds an exact 0.
    let weightlessComponentChangesNothing steps case =
        let mixture = case.Mixture

        let extended =
            let weights = Seq.append mixture.Weights [ 0.0 ]
            let first = mixture.Means.Rows |> Seq.head |> Seq.map (fun x -> x + 1.0)

            let means =
                Table.FromRows(Seq.append (mixture.Means.Rows |> Seq.cast<seq<float>>) [ first ])

            if mixture.Structure.IsShared then
                GaussianMixture.CreateTied(weights, means, mixture.Covariances[0])
            else
                GaussianMixture.Create(weights, means, Seq.append mixture.Covariances [ mixture.Covariances[0] ])

        let before, logLikelihood = steps.EStep mixture case.Data
        let after, extendedLogLikelihood = steps.EStep extended case.Data

        Law.all
            [
                Law.isTrue "densities" (extendedLogLikelihood = logLikelihood)
                Seq.forall2
                    (fun before after -> Seq.forall2 (=) before (Seq.truncate mixture.ComponentCount after))
                    (before.Values.Rows)
                    (after.Values.Rows)
                |> Law.isTrue "responsibilities"
            ]

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Rows of responsibilities are probabilities and sum to 1`` case =
        Law.check (rowsSumToOne Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``New weights are N_k over N, and the N_k sum to N`` case =
        Law.check (weightsAreMeanResponsibilities Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The log-likelihood is the weighted sum of the rows' log-densities`` case =
        Law.check (logLikelihoodIsASumOverRows Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``A component of weight 0 changes no density and no other responsibility`` case =
        Law.check (weightlessComponentChangesNothing Steps.composed case)
