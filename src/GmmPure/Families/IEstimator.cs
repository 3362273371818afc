namespace GmmPure.Families;

/// <summary>What a family of distributions tells of itself, of whichever type its distributions are.</summary>
public interface IEstimator
{
    /// <summary>The family's name.</summary>
    string Name { get; }

    /// <summary>What the estimator is, in words.</summary>
    string Estimator => "the maximum of the likelihood";

    /// <summary>How many columns an observation has; null for any number.</summary>
    int? Columns => 1;

    /// <summary>The values that a column may take.</summary>
    Support SupportOf(int column);
}

/// <summary>
/// A family of distributions whose maximum-likelihood estimator is known: how likely an observation is, and which of the
/// distributions makes data most likely. Both are pure functions; an implementation is a value.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family, as a value: its parameters.</typeparam>
public interface IEstimator<TDistribution> : IEstimator
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>
    /// D, the number of columns of a distribution's observations: <see cref="IEstimator.Columns"/>, by default. A family of any number of
    /// columns tells it of each distribution.
    /// </summary>
    /// <param name="distribution">Any of the family's.</param>
    /// <exception cref="NotSupportedException">The family takes any number of columns, and does not tell.</exception>
    int DimensionOf(TDistribution distribution) => Columns ?? throw new NotSupportedException(
        $"The family {Name} takes any number of columns: it has to implement {nameof(DimensionOf)}.");

    /// <summary>Whether a distribution is one of the family's, as all of its type are, by default.</summary>
    /// <param name="distribution">Any distribution.</param>
    bool Contains(TDistribution distribution) => true;

    /// <summary>
    /// The distribution under which the data are most likely, each row counting by its weight: the M-step of a mixture with
    /// one component. Or why there is none.
    /// </summary>
    /// <param name="data">Observations within the support.</param>
    Outcome<TDistribution, Degeneracy> MaximumLikelihood(Dataset data);

    /// <summary>ln p(x) of one observation within the support, in nats; −∞ where it is impossible.</summary>
    double LogDensity(TDistribution distribution, ReadOnlySpan<double> observation);

    /// <summary>
    /// The parameters as numbers, with the standard errors that the Fisher information of so many observations gives them,
    /// where it does: of every distribution as many, with the same names, in the same order. By them components are ordered and
    /// changes measured, and the number of free parameters is theirs unless <see cref="FreeParameters"/> says otherwise.
    /// </summary>
    /// <param name="distribution">Any of the family's.</param>
    /// <param name="totalWeight">N.</param>
    ImmutableArray<Parameter> Parameters(TDistribution distribution, double totalWeight);

    /// <summary>
    /// ln p(x) of every row (N), whatever its weight. A mixture's passes ask for a few hundred rows at a time, in several threads: a
    /// family overrides this where it takes less for rows together than for each alone.
    /// </summary>
    ImmutableArray<double> LogDensities(TDistribution distribution, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double[] densities = new double[data.Count];
        for (int row = 0; row < densities.Length; row++)
        {
            densities[row] = LogDensity(distribution, data.Row(row));
        }

        return Content.Freeze(densities);
    }

    /// <summary>How many numbers can be chosen freely in so many distributions together: all parameters, by default.</summary>
    long FreeParameters(ImmutableArray<TDistribution> distributions) =>
        distributions.Sum(distribution => (long)Parameters(distribution, 1).Length);
}
