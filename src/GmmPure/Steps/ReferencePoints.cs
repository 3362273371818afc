namespace GmmPure;

/// <summary>Where to sum moments about, so that no digits are lost.</summary>
internal static class ReferencePoints
{
    /// <summary>Eight standard deviations: at most two digits are lost.</summary>
    private const double FarthestSquared = 64;

    /// <summary>
    /// One centre for all components where that loses little and saves much: where second moments are pooled, or diagonals or
    /// traces, deviations from one point serve them all. Otherwise the mixture's means, which after a step or two are near
    /// the next ones.
    /// </summary>
    public static Table For(DataSummary data, GaussianMixture mixture)
    {
        var means = NearData(data, mixture);
        if (mixture.Structure.Moments is { Shape: MomentShape.Full, IsPooled: false } || !means.Equals(mixture.Means))
        {
            return means;
        }

        var centre = Repeat(Centre(mixture), mixture.ComponentCount);
        return AreTooFar(centre, mixture) ? means : centre;
    }

    /// <summary>
    /// Whether the second moments about the points may have lost digits of the covariances: they lose 2·log₁₀ of the
    /// distance in standard deviations. A singular covariance may be one whose digits are all lost.
    /// </summary>
    public static bool AreTooFar(Table points, Outcome<GaussianMixture, Degeneracy> next) =>
        next.Match(mixture => AreTooFar(points, mixture), cause => cause is Degeneracy.Singular);

    private static bool AreTooFar(Table points, GaussianMixture mixture) =>
        Enumerable.Range(0, mixture.ComponentCount).Any(k =>
            (mixture.Structure.Moments.IsPooled ? mixture.Weights[k] : 1) * SquaredDistance(points, mixture, k) > FarthestSquared);

    /// <summary>
    /// The means; but the data's mean where a mean cannot be one of its share π of the data, since such means lie within σ/√π
    /// of the mean of all (Cauchy–Schwarz; 2σ/√π leaves room for rounding). A start far from the data would cost the second
    /// moments their digits, and a constant column its variance of exactly 0.
    /// </summary>
    private static Table NearData(DataSummary data, GaussianMixture mixture)
    {
        double[] points = mixture.Means.Elements.ToArray();
        for (int i = 0; i < points.Length; i++)
        {
            var (k, j) = Math.DivRem(i, data.Dimension);
            double deviation = points[i] - data.ColumnMeans[j];
            bool isNear = deviation * deviation * mixture.Weights[k] <= 4 * data.ColumnVariances[j];
            points[i] = isNear ? points[i] : data.ColumnMeans[j];
        }

        return Table.Wrap(mixture.ComponentCount, data.Dimension, points);
    }

    /// <summary>Σ π·μ.</summary>
    private static double[] Centre(GaussianMixture mixture)
    {
        double[] centre = new double[mixture.Dimension];
        for (int k = 0; k < mixture.ComponentCount; k++)
        {
            for (int j = 0; j < centre.Length; j++)
            {
                centre[j] += mixture.Weights[k] * mixture.Means[k, j];
            }
        }

        return centre;
    }

    private static Table Repeat(double[] row, int times) =>
        Table.Wrap(times, row.Length, [.. Enumerable.Repeat(row, times).SelectMany(numbers => numbers)]);

    /// <summary>
    /// How far a mean is from its point, in the standard deviations that are to be found: (μ − c)ᵀ·Σ⁻¹·(μ − c); of columns that
    /// do not mix the farthest; for a ball the mean over the columns, as its variance is.
    /// </summary>
    private static double SquaredDistance(Table points, GaussianMixture mixture, int k)
    {
        double[] shift = [.. Enumerable.Range(0, mixture.Dimension).Select(j => mixture.Means[k, j] - points[k, j])];
        var covariance = mixture.Covariances[k];
        return covariance.Match(
            full => full.SquaredNorm(shift),
            diagonal => shift.Select((number, j) => number * number / diagonal.Variances[j]).Max(),
            spherical => spherical.SquaredNorm(shift) / spherical.Dimension);
    }
}
