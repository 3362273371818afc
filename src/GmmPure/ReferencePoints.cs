namespace GmmPure;

/// <summary>Where to sum moments about, so that no digits are lost.</summary>
internal static class ReferencePoints
{
    /// <summary>
    /// The mixture's means, which after a step or two are near the next ones; but the data's mean where a mean cannot be
    /// one of its share π of the data, since such means lie within σ/√π of the mean of all (Cauchy–Schwarz; 2σ/√π leaves
    /// room for rounding). A start far from the data would cost the second moments their digits, and a constant column
    /// its variance of exactly 0.
    /// </summary>
    public static Table For(Dataset data, GaussianMixture mixture)
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

    /// <summary>
    /// Whether the second moments about the points may have lost digits of the covariances: they lose 2·log₁₀ of the
    /// distance in standard deviations. A singular covariance may be one whose digits are all lost.
    /// </summary>
    public static bool AreTooFar(Table points, Outcome<GaussianMixture, Degeneracy> next) => next.Match(
        mixture => Enumerable.Range(0, mixture.ComponentCount).Any(k =>
            (mixture.Structure.IsShared ? mixture.Weights[k] : 1) * SquaredDistance(points, mixture, k) > FarthestSquared),
        cause => cause is Degeneracy.Singular);

    /// <summary>(μ − c)ᵀ·Σ⁻¹·(μ − c).</summary>
    private static double SquaredDistance(Table points, GaussianMixture mixture, int k)
    {
        double[] shift = [.. Enumerable.Range(0, mixture.Dimension).Select(j => mixture.Means[k, j] - points[k, j])];
        return mixture.Covariances[k].SquaredNorm(shift);
    }

    /// <summary>Eight standard deviations: at most two digits are lost.</summary>
    private const double FarthestSquared = 64;
}
