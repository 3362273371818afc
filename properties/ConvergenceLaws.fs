namespace GmmPure.Properties

open GmmPure
open GmmPure.FSharp
open FsCheck.FSharp
open FsCheck.Xunit

/// What holds where EM comes to rest, and of components that it cannot tell apart.
module ConvergenceLaws =

    /// Cases that come to rest in a few hundred steps.
    type Calm =
        static member Case() =
            let calm recipe =
                { recipe with
                    Dimension = 1 + recipe.Dimension % 4
                    Components = 1 + recipe.Components % 3
                    Rows = 150 + recipe.Rows % 300
                    LogCondition = recipe.LogCondition % 3
                    LogOffset = None
                    LogSmallestWeight = None
                }

            Cases.Case()
            |> Arb.toGen
            |> Gen.map (fun case -> Case.build (calm case.Recipe))
            |> Arb.fromGen

    /// Where no parameter moves by more than this any more, in standard deviations.
    let private rest = 1e-9

    /// The step of the central differences.
    let private h = 2.0 ** -17

    /// How far apart two points are that a mean's curve calls 1 apart: in the widest direction's deviation over √κ, the
    /// narrowest direction sees no more than that.
    let private unit (covariance: Covariance) j =
        covariance.StandardDeviation j / sqrt (Bounds.conditionNumber covariance)

    let private stretch factor (covariance: Covariance) =
        match Covariance.view covariance with
        | Full(sigma, _) -> Covariance.Full(Table.FromRows(sigma.Rows |> Seq.map (Seq.map ((*) factor))))
        | Diagonal variances -> Covariance.Diagonal(Seq.map ((*) factor) variances)
        | Spherical(d, variance) -> Covariance.Spherical(d, factor * variance)

    /// Curves through a mixture: weight moved from one component to another (along the simplex), each mean along each
    /// axis, each covariance stretched by e^t.
    let private curves (mixture: GaussianMixture) : (string * (float -> GaussianMixture)) list =
        let components = [ 0 .. mixture.ComponentCount - 1 ]
        let isMoved k i = i = k || mixture.Structure.IsShared

        let weights source target t =
            let moved = t * min mixture.Weights[source] mixture.Weights[target]

            mixture.Weights
            |> Seq.mapi (fun i weight ->
                if i = source then weight - moved
                elif i = target then weight + moved
                else weight)
            |> mixture.WithWeights

        let mean k j t =
            let means = mixture.Means.ToArray()
            means[k, j] <- means[k, j] + t * unit mixture.Covariances[k] j
            mixture.WithMeans(Table.FromArray means)

        let covariance k t =
            mixture.Covariances
            |> Seq.mapi (fun i each -> if isMoved k i then stretch (exp t) each else each)
            |> mixture.WithCovariances

        [
            for k in components do
                for other in 0 .. k - 1 do
                    $"weights {other} to {k}", weights other k

                for j in 0 .. mixture.Dimension - 1 do
                    $"mean {k},{j}", mean k j

                $"covariance {k}", covariance k
        ]

    /// The mean over the rows of Σ r·(D + 1 + q)³. Along a curve the logarithm of a term has derivatives of at most
    /// D + 1 + q, so that of a logarithm of a sum has a third derivative of at most eight times this.
    let private cubes (data: Dataset) (mixture: GaussianMixture) =
        let responsibilities, _ = Em.eStep mixture data
        let d = float mixture.Dimension

        Seq.init mixture.ComponentCount (fun k ->
            let one =
                GaussianMixture.Create(
                    [ 1.0 ],
                    Table.FromRows [ mixture.Means.Row(k).ToArray() :> seq<float> ],
                    [ mixture.Covariances[k] ]
                )

            let constant =
                mixture.Covariances[k].LogDeterminant + d * log (2.0 * System.Math.PI)

            one.LogDensities data
            |> Seq.mapi (fun n logDensity ->
                let q = -2.0 * logDensity - constant
                data.WeightOf n * responsibilities[n, k] * (d + 1.0 + q) ** 3.0)
            |> Seq.sum)
        |> Seq.sum
        |> fun sum -> sum / data.TotalWeight

    /// Where EM rests, one more step moves nothing, and ℓ has no slope along any curve. By Fisher's identity the slope
    /// per sample is that of Q: the remaining move, of at most `rest` in standard deviations, times at most κ·(D + 1)
    /// for its D columns and units. The central difference adds h²/6 times the third derivative, and the rounding of ℓ
    /// over h.
    let restIsStationary steps case =
        let last =
            case.Data
            |> Em.iterate case.Mixture
            |> Seq.truncate 3000
            |> Em.takeUntilConverged (Convergence.parameterChange rest)
            |> Seq.last

        if not last.IsConverged then
            Kind.meet "no rest"
            Law.holds
        else
            Kind.meet "rest"
            let data, model = case.Data, last.Model
            let kappa = model.Covariances |> Seq.map Bounds.conditionNumber |> Seq.max

            let logLikelihood mixture =
                snd (steps.EStep mixture data) / data.TotalWeight

            let rounding = (Bounds.from data model).LogLikelihood / data.TotalWeight / h
            let move = 2.0 * rest * kappa * float (model.Dimension + 1)
            let tolerance = move + h * h / 6.0 * 8.0 * cubes data model + rounding

            Law.all
                [
                    match Steps.step steps model data with
                    | Ok next ->
                        let element mixture = data |> Em.iterate mixture |> Seq.head
                        let change = (element next).ParameterChangeSince(element model)
                        Law.isTrue $"moves by {change}" (change <= 2.0 * rest)
                    | Error cause -> Error(string cause)

                    for name, curve in curves model do
                        let slope = (logLikelihood (curve h) - logLikelihood (curve -h)) / (2.0 * h)
                        Law.near $"slope along {name}" tolerance 0.0 slope
                ]

    /// Two equal clones of one component stay equal clones: their terms are equal bit for bit, so all else is.
    let clonesStayClones steps case =
        let mixture = case.Mixture

        let rows (table: Table) = table.Rows |> Seq.cast<seq<float>>

        let weights =
            Seq.append (Seq.mapi (fun k w -> if k = 0 then w / 2.0 else w) mixture.Weights) [ mixture.Weights[0] / 2.0 ]

        let means =
            Table.FromRows(Seq.append (rows mixture.Means) [ Seq.head (rows mixture.Means) ])

        let last = mixture.ComponentCount

        let cloned =
            if mixture.Structure.IsShared then
                GaussianMixture.CreateTied(weights, means, mixture.Covariances[0])
            else
                GaussianMixture.Create(weights, means, Seq.append mixture.Covariances [ mixture.Covariances[0] ])

        Steps.step steps cloned case.Data
        |> Law.onSuccess (fun next ->
            Law.all
                [
                    Law.isTrue "weights" (next.Weights[0] = next.Weights[last])
                    Law.isTrue "means" (next.Means.Row(0).ToArray() = next.Means.Row(last).ToArray())
                    Law.isTrue "covariances" (next.Covariances[0].Equals next.Covariances[last])
                ])

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Calm> |])>]
    let ``Where EM rests, the step is a fixed point and the gradient vanishes`` case =
        Law.check (restIsStationary Steps.composed case)

    [<Property(MaxTest = 200, Arbitrary = [| typeof<Cases> |])>]
    let ``Two equal clones of one component stay equal clones`` case =
        Law.check (clonesStayClones Steps.composed case)
