namespace GmmPure.Kernels;

/// <summary>The logarithms of K components' weighted densities on a tile: the first half of the E-step.</summary>
internal abstract class Densities
{
    private const double LogTwoPi = 1.8378770664093453;

    /// <summary>Terms become ln πₖ𝒩(x | μₖ, Σₖ) of the tile's samples.</summary>
    public abstract void Evaluate(Tile tile);

    /// <summary>ln πₖ − ½·(D·ln 2π + ln|Σₖ|), for every component.</summary>
    public static double[] Constants(GaussianMixture mixture) =>
    [
        .. mixture.Covariances.Zip(mixture.Weights, (covariance, weight) =>
            Elementary.Log(weight) - (0.5 * ((covariance.Dimension * LogTwoPi) + covariance.LogDeterminant))),
    ];

    /// <summary>1/σ of every component and column, K × D.</summary>
    public static Table InverseDeviations(GaussianMixture mixture) => Table.FromRows(mixture.Covariances.Select(covariance =>
        Enumerable.Range(0, mixture.Dimension).Select(j => 1 / covariance.StandardDeviation(j))));
}
