using GmmPure.Kernels;

namespace GmmPure;

/// <summary>What kernels are told of mixtures, and what they tell: numbers.</summary>
internal static class MixtureTerms
{

    /// <summary>a_k(x) = ln π_k·N(x | μ_k, Σ_k).</summary>
    public static LogTerms Of(GaussianMixture mixture)
    {
        var constants = Constants(mixture);
        return mixture.Structure.Shape switch
        {
            CovarianceShape.Full => new LogTerms.Triangular(
                mixture.Means, constants, [.. mixture.Covariances.Select(covariance => ((FullCovariance)covariance).CholeskyFactor)]),
            CovarianceShape.Diagonal => new LogTerms.Scaled(mixture.Means, constants, InverseDeviations(mixture)),
            _ => new LogTerms.Uniform(mixture.Means, constants, [.. mixture.Covariances.Select(covariance => covariance[0, 0])]),
        };
    }

    /// <summary>The statistics that an accumulator has summed up.</summary>
    public static SufficientStatistics ToStatistics(this MomentAccumulator moments)
    {
        var totals = moments.Totals();
        return new SufficientStatistics(moments.Layout, moments.Reference, totals.Counts, totals.First, totals.Second);
    }

    /// <summary>ln πₖ − ½·(D·ln 2π + ln|Σₖ|), for every component.</summary>
    private static ImmutableArray<double> Constants(GaussianMixture mixture) =>
    [
        .. mixture.Covariances.Zip(mixture.Weights, (covariance, weight) =>
            Elementary.Log(weight) - (0.5 * ((covariance.Dimension * Elementary.LogTwoPi) + covariance.LogDeterminant))),
    ];

    /// <summary>1/σ of every component and column, K × D.</summary>
    private static Table InverseDeviations(GaussianMixture mixture) => Table.FromRows(mixture.Covariances.Select(covariance =>
        Enumerable.Range(0, mixture.Dimension).Select(j => 1 / covariance.StandardDeviation(j))));
}
