using GmmPure.Kernels;

namespace GmmPure;

/// <summary>Finds spikes: components on a few rows that lie close together.</summary>
internal static class Spuriousness
{
    /// <summary>
    /// A convention, for no constant divides spikes from small groups. Of two rows drawn from the widest component itself,
    /// the maximum likelihood deviation |x₁ − x₂|/2 is at most ρ·σ with probability erf ρ (D = 1): a tenth is what chance
    /// alone brings about once in nine times. A larger ratio would suspect pairs that chance explains.
    /// </summary>
    private const double NarrowRatio = 0.1;

    public static ImmutableArray<int> Components(GaussianMixture mixture, ImmutableArray<double> effectiveCounts)
    {
        double widest = mixture.Covariances.Max(covariance => covariance.LogDeterminant);
        double fewRows = 2 * (mixture.Dimension + 1.0);
        double narrow = widest + (2.0 * mixture.Dimension * Elementary.Log(NarrowRatio));
        return [.. Enumerable.Range(0, mixture.ComponentCount)
            .Where(k => effectiveCounts[k] <= fewRows && mixture.Covariances[k].LogDeterminant < narrow)];
    }
}
