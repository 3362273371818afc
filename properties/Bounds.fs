namespace GmmPure.Properties

open System
open MathNet.Numerics.LinearAlgebra.Double
open GmmPure

/// How far two correct computations of the same quantity may be apart, from the sizes N, K and D, the condition number κ,
/// the reach of the data and u = 2⁻⁵³; every bound is first order in u, with the constants of the standard error
/// analyses (Higham, Accuracy and Stability of Numerical Algorithms, chapters 3, 8 and 10).
type Bounds =
    {
        /// |δ ln πₖ𝒩(x | μₖ, Σₖ)| for the components that matter to a row.
        LogTerm: float
        /// |δr|.
        Responsibility: float
        /// |δℓ|.
        LogLikelihood: float
        /// |δNₖ|.
        Counts: float[]
        /// |δμₖⱼ|.
        Means: int -> int -> float
        /// |δΣₖ,ᵢⱼ|.
        Covariances: int -> int -> int -> float
    }

module Bounds =

    /// The unit roundoff.
    let u = 2.0 ** -53

    /// The condition number that the distances feel: rows and columns of a diagonal matrix are separate problems.
    let conditionNumber (covariance: Covariance) =
        match covariance with
        | :? FullCovariance as full ->
            let values =
                DenseMatrix.OfArray(full.Matrix.ToArray()).Evd().EigenValues.Map(fun z -> z.Real)

            values.Maximum() / values.Minimum()
        | _ -> 1.0

    /// The smallest eigenvalue as computed: of a matrix that is singular but for rounding it may be below 0.
    let smallestVariance (covariance: Covariance) =
        match covariance with
        | :? FullCovariance as full ->
            DenseMatrix.OfArray(full.Matrix.ToArray()).Evd().EigenValues.Map(fun z -> z.Real).Minimum()
        | _ -> Seq.init covariance.Dimension (fun j -> covariance[j, j]) |> Seq.min

    let smallestDeviation covariance = sqrt (smallestVariance covariance)

    /// The largest magnitude and the largest deviation from the mean in each column.
    let reach (data: Dataset) =
        let column j =
            Seq.init data.Count (fun n -> data[n, j])

        Array.init data.Dimension (fun j -> column j |> Seq.map abs |> Seq.max),
        Array.init data.Dimension (fun j -> column j |> Seq.map (fun x -> abs (x - data.ColumnMeans[j])) |> Seq.max)

    /// The bounds for a step whose data reach so far in each column (magnitudes and deviations from the mean), of which
    /// another computation errs by so much in the logarithms already.
    let ofReach (magnitude: float[], deviation: float[]) otherLogTerm (data: Dataset) (mixture: GaussianMixture) =
        let n, k, d =
            float data.Count, float mixture.ComponentCount, float mixture.Dimension

        let kappa = mixture.Covariances |> Seq.map conditionNumber |> Seq.max
        let logDensities = mixture.LogDensities data

        let largestLogDensity = logDensities |> Seq.map abs |> Seq.max

        let largestLogConstant =
            Seq.zip mixture.Weights mixture.Covariances
            |> Seq.filter (fun (weight, _) -> weight > 0.0)
            |> Seq.map (fun (weight, covariance) -> abs (log weight) + abs covariance.LogDeterminant + 2.0 * d)
            |> Seq.max

        // A component that matters to a row has ½q ≤ |ln p| + |ln constant| + ln K, or weighs nothing against it: an
        // error proportional to q times a responsibility below e^(−½(q − q₀)) is largest near q₀.
        let distance = 2.0 * (largestLogDensity + largestLogConstant + log k + 1.0)

        // Cholesky: LLᵀ = Σ + E with ‖E‖ ≤ (D + 1)·D·u·‖Σ‖, so q moves by (D + 1)·D·κ·u·q and ln|Σ| by (D + 1)·D²·κ·u;
        // inverting L and multiplying by it costs D·√κ ≤ D·κ times that of a dot product once more; and the difference
        // x − μ is exact but for u times the magnitudes, which the whitening divides by the smallest deviation.
        let narrowest = mixture.Covariances |> Seq.map smallestDeviation |> Seq.min
        let farthest = Array.max magnitude + Seq.max (Seq.map abs mixture.Means.Elements)
        let shift = 2.0 * sqrt d * u * farthest / narrowest

        let logTerm =
            otherLogTerm
            + 2.0 * (d + 2.0) ** 2.0 * kappa * u * (distance + d)
            + shift * sqrt distance
            + 8.0 * u * (largestLogDensity + largestLogConstant)

        // A quotient of sums of exponentials, each off by the factor e^(±δ).
        let responsibility = 2.0 * logTerm + (k + 8.0) * u
        let total = data.TotalWeight

        let logLikelihood =
            total * (logTerm + (k + 8.0) * u * (1.0 + largestLogDensity))
            + 2.0 * n * u * total * largestLogDensity

        let exact = Em.Pass(data, mixture).Statistics.EffectiveCounts

        let counts =
            Array.init mixture.ComponentCount (fun k -> total * responsibility + 2.0 * n * u * exact[k])

        // A weighted mean moves by the relative error of the weights, both above and below the line, times the reach
        // of the data; and no result is nearer than u times its own magnitude. Twice that for second moments.
        let relative k =
            2.0 * counts[k] / exact[k] + 2.0 * n * u

        let ends j = deviation[j] + u * magnitude[j]

        let mean k j =
            2.0 * relative k * ends j + 4.0 * u * magnitude[j]

        let shared = mixture.Structure.IsShared

        let worst = Seq.init mixture.ComponentCount relative |> Seq.max

        let covariance k i j =
            let share = if shared then worst else relative k

            let one i j =
                4.0 * share * ends i * ends j
                + 8.0 * u * magnitude[i] * ends j
                + 8.0 * u * magnitude[j] * ends i

            if mixture.Structure.Shape = CovarianceShape.Spherical then
                Seq.init mixture.Dimension (fun i -> one i i) |> Seq.max
            else
                one i j

        {
            LogTerm = logTerm
            Responsibility = responsibility
            LogLikelihood = logLikelihood
            Counts = counts
            Means = mean
            Covariances = covariance
        }

    /// The bounds for one step from a mixture on data.
    let from data mixture = ofReach (reach data) 0.0 data mixture

    /// Whether a mixture agrees with another, within the bounds of the step that made them. Says what does not.
    let disagreement (bounds: Bounds) (total: float) (expected: GaussianMixture) (actual: GaussianMixture) =
        let off name found wanted bound =
            if abs (found - wanted) <= bound then
                None
            else
                Some $"%s{name}: %.17g{found} instead of %.17g{wanted}, off by %g{abs (found - wanted)} > %g{bound}"

        seq {
            for k in 0 .. expected.ComponentCount - 1 do
                off $"weight {k}" actual.Weights[k] expected.Weights[k] (2.0 * bounds.Counts[k] / total)

                for i in 0 .. expected.Dimension - 1 do
                    off $"mean {k},{i}" actual.Means[k, i] expected.Means[k, i] (bounds.Means k i)

                    for j in 0..i do
                        off
                            $"covariance {k},{i},{j}"
                            (actual.Covariances[k][i, j])
                            (expected.Covariances[k][i, j])
                            (bounds.Covariances k i j)
        }
        |> Seq.tryPick id

    /// So many times the bounds.
    let times factor bounds =
        {
            LogTerm = factor * bounds.LogTerm
            Responsibility = factor * bounds.Responsibility
            LogLikelihood = factor * bounds.LogLikelihood
            Counts = bounds.Counts |> Array.map ((*) factor)
            Means = fun k j -> factor * bounds.Means k j
            Covariances = fun k i j -> factor * bounds.Covariances k i j
        }
