using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>
/// Components that are nearly the same: EM leaves such a point only slowly, and may be taken to have converged before they
/// part.
/// </summary>
internal static class Twins
{
    /// <summary>In standard deviations of what one observation tells.</summary>
    private const double Near = 0.25;

    /// <summary>The first two that are near, if there are any.</summary>
    public static (int One, int Other)? In(IMixture mixture)
    {
        Func<int, int, bool> areNear = mixture is GaussianMixture gaussian
            ? (one, other) => AreNear(gaussian, one, other)
            : (one, other) => AreNear(mixture, Family.Of(mixture), one, other);
        for (int other = 1; other < mixture.ComponentCount; other++)
        {
            for (int one = 0; one < other; one++)
            {
                if (areNear(one, other))
                {
                    return (one, other);
                }
            }
        }

        return null;
    }

    /// <summary>Whether means and covariances are, in units of the standard deviations of one of them.</summary>
    private static bool AreNear(GaussianMixture mixture, int one, int other)
    {
        var (left, right) = (mixture.Covariances[one], mixture.Covariances[other]);
        return Enumerable.Range(0, mixture.Dimension).All(i =>
            Math.Abs(mixture.Means[one, i] - mixture.Means[other, i]) <= Near * left.StandardDeviation(i)
            && (ReferenceEquals(left, right) || Enumerable.Range(0, i + 1).All(j =>
                Math.Abs(left[i, j] - right[i, j]) <= Near * left.StandardDeviation(i) * left.StandardDeviation(j))));
    }

    /// <summary>Whether every parameter is, in units of the error that one observation leaves of it.</summary>
    private static bool AreNear(IMixture mixture, IFamily family, int one, int other) =>
        family.ParametersOf(mixture, one)
            .Zip(family.ParametersOf(mixture, other))
            .All(pair => Math.Abs(pair.First.Value - pair.Second.Value) <= Near * (pair.First.StandardError ?? 0));
}
