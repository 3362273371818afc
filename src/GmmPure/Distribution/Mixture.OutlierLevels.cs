namespace GmmPure.Families;

/// <content>How unusual observations are.</content>
public sealed partial record Mixture<TDistribution>
{
    /// <summary>
    /// P(p(X) ≤ p(x)) for every row x (N): the probability that a draw is no denser. It is computed in one column of normal,
    /// exponential, Poisson or Bernoulli distributions, or of one gamma distribution, and of Gaussians as a
    /// <see cref="GaussianMixture"/> has it; else it is found from draws, and has a standard error. Row weights and labels play no part.
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="seed">The seed of the draws: the same one gives the same levels.</param>
    /// <param name="draws">How many draws, where some are needed.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, the columns do not fit, the number of draws is not positive, or draws are too extreme
    /// for a data set.
    /// </exception>
    /// <exception cref="NotSupportedException">Draws are needed, and the family is no <see cref="ISampler{TDistribution}"/>.</exception>
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
    /// <exception cref="NotSupportedException">Draws are needed, and the family is no <see cref="ISampler{TDistribution}"/>.</exception>
    public Func<Dataset, OutlierLevels> OutlierScale(long seed, int draws = OutlierLevels.DefaultDraws)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        return AsGaussian() is { } gaussian ? gaussian.OutlierScale(seed, draws)
            : LevelSetOrNull() is { } set ? data => OutlierLevels.Exactly(LogDensities(data), row => set.Level(data[row, 0]))
            : SampledLevels.Of(Draws(seed), draws, LogDensities);
    }

    /// <summary>The level sets, if all turning points of the density are known; null otherwise.</summary>
    internal LevelSet? LevelSetOrNull() =>
        Dimension == 1 && FaceOf<IUnimodal<TDistribution>>(Family) is { } unimodal && Turns(unimodal) is { } turns
            ? new LevelSet(LogDensityAt(unimodal), MassOf(unimodal), Family.SupportOf(0), turns)
            : null;

    private ImmutableArray<double>? Turns(IUnimodal<TDistribution> unimodal)
    {
        var modes = Modes(unimodal);
        return Family.SupportOf(0).IsWhole ? TurningPoints.OfWhole(modes, LogDensityAt(unimodal))
            : modes.All(mode => mode == modes[0]) ? [modes[0]]
            : Normals(unimodal) is { } normals ? TurningPoints.OfNormals(normals)
            : null;
    }

    private ImmutableArray<(double Weight, double Mean, double Variance)>? Normals(IUnimodal<TDistribution> unimodal) =>
        Present.All(each => unimodal.AsNormal(each.Component) is not null)
            ? [.. from each in Present
                  let normal = unimodal.AsNormal(each.Component)!.Value
                  select (each.Weight, normal.Mean, normal.Variance)]
            : null;

    /// <summary>ln p(x), of one number.</summary>
    private Func<double, double> LogDensityAt(IUnimodal<TDistribution> unimodal)
    {
        double[] logWeights = LogWeights;
        return value =>
        {
            double sum = double.NegativeInfinity;
            for (int k = 0; k < logWeights.Length; k++)
            {
                sum = logWeights[k] > double.NegativeInfinity
                    ? TurningPoints.LogSum(sum, logWeights[k] + unimodal.LogDensityAt(Components[k], value))
                    : sum;
            }

            return sum;
        };
    }

    /// <summary>P(a &lt; X ≤ b), component by component, so that what lies between far-apart components keeps its digits.</summary>
    private Func<double, double, double> MassOf(ICumulative<TDistribution> cumulative) => (left, right) => Share(component => Tails.Between(
        new(cumulative.Cdf(component, left), cumulative.Survival(component, left)),
        new(cumulative.Cdf(component, right), cumulative.Survival(component, right))));
}
