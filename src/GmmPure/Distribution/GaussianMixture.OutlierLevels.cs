using GmmPure.Families;

namespace GmmPure;

/// <content>How unusual observations are.</content>
public sealed partial record GaussianMixture
{
    /// <summary>
    /// P(p(X) ≤ p(x)) for every row x (N): the probability that a draw is no denser. Of one component it is the survival function of
    /// the χ² distribution with D degrees of freedom, at the squared Mahalanobis distance; of several in one column it comes from the
    /// distribution function, at the ends of the intervals that are no denser than x. Else it is found from draws, and has a standard
    /// error. Row weights and labels play no part.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="seed">The seed of the draws: the same one gives the same levels.</param>
    /// <param name="draws">How many draws, where some are needed.</param>
    /// <exception cref="ArgumentException">The columns do not fit, the number of draws is not positive, or draws are too extreme for a data set.</exception>
    public OutlierLevels OutlierLevelsOf(Dataset data, long seed, int draws = OutlierLevels.DefaultDraws)
    {
        CheckData(data);
        return OutlierScale(seed, draws)(data);
    }

    /// <summary>
    /// <see cref="OutlierLevelsOf"/> as a function of the data, which makes the draws once, where some are needed, however many data
    /// sets it is asked of.
    /// </summary>
    /// <param name="seed">The seed of the draws: the same one gives the same levels.</param>
    /// <param name="draws">How many draws, where some are needed.</param>
    /// <exception cref="ArgumentException">The number of draws is not positive, or draws are too extreme for a data set.</exception>
    public Func<Dataset, OutlierLevels> OutlierScale(long seed, int draws = OutlierLevels.DefaultDraws)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        int[] present = [.. Enumerable.Range(0, ComponentCount).Where(k => Weights[k] > 0)];
        return present is [var only] ? data => OutlierLevels.Exactly(LogDensities(data), row => LevelOfOne(only, data.Row(row)))
            : Dimension == 1 && Gaussian.MixtureOf(this).LevelSetOrNull() is { } set ? data => OutlierLevels.Exactly(LogDensities(data), row => set.Level(data[row, 0]))
            : SampledLevels.Of(Draws(seed), draws, LogDensities);
    }

    /// <summary>Q(D/2, m²/2) for m² = (x − μ)ᵀ·Σ⁻¹·(x − μ): how much of a Gaussian is farther out.</summary>
    private double LevelOfOne(int component, ReadOnlySpan<double> row)
    {
        if (Dimension == 1)
        {
            var tails = NormalTails.Of(Means[component, 0], Covariances[component][0, 0], row[0]);
            return 2 * Math.Min(tails.Lower, tails.Upper);
        }

        double[] difference = new double[Dimension];
        for (int j = 0; j < Dimension; j++)
        {
            difference[j] = row[j] - Means[component, j];
        }

        return IncompleteGamma.Of(Dimension / 2.0, Covariances[component].SquaredNorm(difference) / 2).Upper;
    }
}
