namespace GmmPure.Cli.Fitting;

/// <summary>
/// Components that are nearly the same: EM leaves such a point only slowly, and may be taken to have converged before they
/// part.
/// </summary>
internal static class Twins
{
    /// <summary>In standard deviations.</summary>
    private const double Near = 0.25;

    /// <summary>The first two, if there are any.</summary>
    public static (int One, int Other)? In(GaussianMixture mixture)
    {
        for (int other = 1; other < mixture.ComponentCount; other++)
        {
            for (int one = 0; one < other; one++)
            {
                if (AreNear(mixture, one, other))
                {
                    return (one, other);
                }
            }
        }

        return null;
    }

    private static bool AreNear(GaussianMixture mixture, int one, int other)
    {
        var (left, right) = (mixture.Covariances[one], mixture.Covariances[other]);
        return Enumerable.Range(0, mixture.Dimension).All(i =>
            Math.Abs(mixture.Means[one, i] - mixture.Means[other, i]) <= Near * left.StandardDeviation(i)
            && (ReferenceEquals(left, right) || Enumerable.Range(0, i + 1).All(j =>
                Math.Abs(left[i, j] - right[i, j]) <= Near * left.StandardDeviation(i) * left.StandardDeviation(j))));
    }
}
