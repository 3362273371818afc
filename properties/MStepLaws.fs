namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.Xunit

/// What holds for an M-step, whatever the responsibilities; and for a step of both.
module MStepLaws =

    /// The largest magnitude and the largest deviation from the mean in a column.
    let private ends (data: Dataset) j =
        let column = Seq.init data.Count (fun n -> data[n, j])
        column |> Seq.map abs |> Seq.max, column |> Seq.map (fun x -> abs (x - data.ColumnMeans[j])) |> Seq.max

    /// Σ π(Σ + (μ − x̄)(μ − x̄)ᵀ) of a mixture, the covariance that it gives to all of x.
    let private totalCovariance (centre: float[]) (mixture: GaussianMixture) i j =
        Seq.init mixture.ComponentCount (fun k ->
            mixture.Weights[k]
            * (mixture.Covariances[k][i, j]
               + (mixture.Means[k, i] - centre[i]) * (mixture.Means[k, j] - centre[j])))
        |> Seq.sum

    /// Mean and total covariance of the data survive the M-step: all of it (full, tied), its diagonal (diagonal,
    /// tied-diagonal), its trace (spherical, tied-spherical). Sums of N products about the mean, each of at most the
    /// reach squared, and means that are no nearer than u times their magnitude.
    let momentsArePreserved steps case =
        let data, structure = case.Data, case.Mixture.Structure
        let d = data.Dimension
        let k = case.Mixture.ComponentCount
        let responsibilities = Steps.arbitraryResponsibilities case.Recipe.Seed k data
        let rounding = 8.0 * float (data.Count + k + d + 8) * Bounds.u
        let magnitude, deviation = Array.init d (ends data) |> Array.unzip
        let weight n = data.WeightOf n / data.TotalWeight
        let mean = Array.init d (fun j -> data.ColumnMeans[j])

        let scatter i j =
            let products about =
                Seq.init data.Count (fun n -> weight n * (data[n, i] - mean[i]) * about n)
                |> Seq.sum

            let drift j =
                Seq.init data.Count (fun n -> weight n * (data[n, j] - mean[j])) |> Seq.sum

            products (fun n -> data[n, j] - mean[j]) - drift i * drift j

        let bound i j =
            rounding * deviation[i] * deviation[j]
            + 8.0 * Bounds.u * (magnitude[i] * deviation[j] + magnitude[j] * deviation[i])

        steps.MStep structure responsibilities data
        |> Law.onSuccess (fun next ->
            let total = totalCovariance mean next

            let means =
                [
                    for j in 0 .. d - 1 ->
                        let found = Seq.init k (fun k -> next.Weights[k] * next.Means[k, j]) |> Seq.sum

                        Law.near
                            $"mean of column {j}"
                            (rounding * deviation[j] + 8.0 * float k * Bounds.u * magnitude[j])
                            mean[j]
                            found
                ]

            let covariances =
                match structure.Shape with
                | CovarianceShape.Full ->
                    [
                        for i in 0 .. d - 1 do
                            for j in 0..i -> Law.near $"covariance {i},{j}" (bound i j) (scatter i j) (total i j)
                    ]
                | CovarianceShape.Diagonal ->
                    [
                        for i in 0 .. d - 1 -> Law.near $"variance {i}" (bound i i) (scatter i i) (total i i)
                    ]
                | _ ->
                    let trace f = Seq.init d (fun i -> f i i) |> Seq.sum
                    [ Law.near "trace" (float d * trace bound) (trace scatter) (trace total) ]

            Law.all (means @ covariances))

    /// One component: the closed form of maximum likelihood, in one step from anywhere.
    let oneComponentIsClosedForm steps case =
        let data = case.Data
        let everything = Responsibilities.FromLabels(Seq.replicate data.Count 0, 1)
        let one = case.Mixture.Reorder(Seq.init case.Mixture.ComponentCount id)

        let start =
            GaussianMixture.Create(
                [ 1.0 ],
                Table.FromRows [ Seq.item 0 (one.Means.Rows) :> seq<float> ],
                [ one.Covariances[0] ]
            )

        let rounding = 8.0 * float (data.Count + 8) * Bounds.u

        match Steps.step steps start data, steps.MStep start.Structure everything data with
        | Ok fitted, Ok closed ->
            Kind.meet "a step"

            Law.all
                [
                    for j in 0 .. data.Dimension - 1 do
                        let magnitude, deviation = ends data j
                        let bound = rounding * deviation + 4.0 * Bounds.u * magnitude
                        Law.near $"mean {j}" bound data.ColumnMeans[j] fitted.Means[0, j]

                        if start.Structure.Shape <> CovarianceShape.Spherical then
                            // About the start's mean, whose distance from the data counts as well.
                            let reach = deviation + abs (start.Means[0, j] - data.ColumnMeans[j])
                            let bound = rounding * reach * reach + 8.0 * Bounds.u * magnitude * reach
                            Law.near $"variance {j}" bound data.ColumnVariances[j] fitted.Covariances[0].[j, j]

                    Law.isTrue "weight 1" (fitted.Weights[0] = 1.0)
                    Law.isTrue "weight 1" (closed.Weights[0] = 1.0)
                ]
        | Error _, Error _ ->
            Kind.meet "a degenerate step"
            Law.holds
        | _ -> Error "one of the two is degenerate"

    /// The log-likelihood does not fall. EM's ascent is exact; the rounded next parameters lose a second-order term
    /// only, and what remains is the rounding of the two log-likelihoods, which grows with κ and max|ln p|.
    let logLikelihoodNeverFalls steps case =
        let _, before = steps.EStep case.Mixture case.Data

        Steps.step steps case.Mixture case.Data
        |> Law.onSuccess (fun next ->
            let _, after = steps.EStep next case.Data

            let slack =
                (Bounds.from case.Data case.Mixture).LogLikelihood
                + (Bounds.from case.Data next).LogLikelihood

            Law.isTrue $"ℓ falls from {before} to {after}, slack {slack}" (after >= before - slack))

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The M-step preserves the data's mean and total covariance`` case =
        Law.check (momentsArePreserved Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``One component is the closed-form maximum likelihood in one step`` case =
        Law.check (oneComponentIsClosedForm Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The log-likelihood never falls without a ridge`` case =
        Law.check (logLikelihoodNeverFalls Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``The fused history never falls either`` case =
        let history = case.Data |> Em.iterate case.Mixture |> Seq.truncate 8 |> Seq.toList

        history
        |> List.pairwise
        |> Seq.map (fun (before, after) ->
            let slack =
                (Bounds.from case.Data before.Model).LogLikelihood
                + (Bounds.from case.Data after.Model).LogLikelihood

            Law.isTrue
                $"ℓ falls from {before.LogLikelihood} to {after.LogLikelihood}, slack {slack}"
                (after.LogLikelihood >= before.LogLikelihood - slack))
        |> Law.all
        |> Law.check
