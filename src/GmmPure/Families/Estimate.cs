using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Maximum likelihood of one distribution.</summary>
public static class Estimate
{
    /// <summary>The distribution of a family under which the data are most likely, and what is known of it; or why there is none.</summary>
    /// <param name="family">The family.</param>
    /// <param name="data">N×D; a row counts by its weight.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support (the message names row and column), or the columns do not fit.</exception>
    public static Outcome<Estimate<TDistribution>, Degeneracy> Of<TDistribution>(
        IEstimator<TDistribution> family, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        SupportFault.Check(family, data);
        return FamilyAnswer.MaximumLikelihood(family, data).Map(distribution =>
            new Estimate<TDistribution>(family, distribution, LogLikelihood(family, distribution, data), data.TotalWeight));
    }

    /// <summary>ℓ = Σ w_n·ln p(x_n): the total log-likelihood of one distribution, in nats.</summary>
    /// <param name="family">The family.</param>
    /// <param name="distribution">Any of its distributions.</param>
    /// <param name="data">N×D, within the support.</param>
    /// <exception cref="ArgumentException">The data are not of the distribution's dimension.</exception>
    public static double LogLikelihood<TDistribution>(
        IEstimator<TDistribution> family, TDistribution distribution, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(data);
        ColumnNames.CheckMatch(data.Summary, family.DimensionOf(distribution), [], nameof(data));
        var sum = FamilyAnswer.LogDensities(family, distribution, data)
            .Select((logDensity, row) => double.IsNaN(logDensity)
                ? throw FamilyAnswer.Wrong(family, FormattableString.Invariant($"no number as the log-density of row {row}"))
                : data.WeightOf(row) is > 0 and var weight ? weight * logDensity : 0)
            .Aggregate(default(CompensatedSum), (sum, term) => sum + term);
        return double.IsFinite(sum.Sum) ? sum.Total : sum.Sum;
    }

    /// <summary>
    /// The mean of a column of numbers from 0 on, a sum in which nothing cancels. <see cref="Dataset.ColumnMeans"/>, taken about a
    /// row, loses digits where that row is far off and weighs next to nothing.
    /// </summary>
    internal static double Mean(Dataset data, int column) => Sum(data, column).Total / Count(data).Total;

    /// <summary>Σ w·x of a column.</summary>
    internal static CompensatedSum Sum(Dataset data, int column)
    {
        var sum = default(CompensatedSum);
        for (int row = 0; row < data.Count; row++)
        {
            sum += data.WeightOf(row) * data[row, column];
        }

        return sum;
    }

    /// <summary>Σ w.</summary>
    internal static CompensatedSum Count(Dataset data)
    {
        var sum = default(CompensatedSum);
        for (int row = 0; row < data.Count; row++)
        {
            sum += data.WeightOf(row);
        }

        return sum;
    }

    /// <summary>
    /// No maximum, because the likelihood rises as a parameter goes to a limit: for families of your own. One that has a maximum
    /// returns it, or <see cref="Outcome.Of"/> it.
    /// </summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="limit">Where it goes; it may be infinite.</param>
    public static Outcome<TDistribution, Degeneracy> None<TDistribution>(string parameter, double limit)
        where TDistribution : notnull
    {
        ArgumentException.ThrowIfNullOrEmpty(parameter);
        return new Degeneracy.NoMaximum(null, parameter, limit);
    }
}

/// <summary>A maximum-likelihood estimate.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
public sealed record Estimate<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    internal Estimate(
        IEstimator<TDistribution> family, TDistribution distribution, double logLikelihood, double totalWeight) =>
        (Family, Distribution, LogLikelihood, TotalWeight) = (family, distribution, logLikelihood, totalWeight);

    /// <summary>The family.</summary>
    public IEstimator<TDistribution> Family { get; }

    /// <summary>The distribution that makes the data most likely.</summary>
    public TDistribution Distribution { get; }

    /// <summary>ℓ, the total log-likelihood of the data under it, in nats.</summary>
    public double LogLikelihood { get; }

    /// <summary>N.</summary>
    public double TotalWeight { get; }

    /// <summary>What the estimator is, in words.</summary>
    public string Estimator => Family.Estimator;

    /// <summary>The parameters, with their standard errors where there are any.</summary>
    public ImmutableArray<Parameter> Parameters => FamilyAnswer.Parameters(Family, Distribution, TotalWeight);

    /// <summary>Whether a parameter lies at the edge of what it may be.</summary>
    public bool IsBoundary => Parameters.Any(parameter => parameter.IsBoundary);

    /// <summary>The number of free parameters.</summary>
    public long FreeParameters => Family.FreeParameters([Distribution]);
}
