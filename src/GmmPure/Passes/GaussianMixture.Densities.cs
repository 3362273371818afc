using GmmPure.Kernels;

namespace GmmPure;

/// <content>What a mixture says of data: densities, the most probable component, criteria.</content>
public sealed partial record GaussianMixture
{
    /// <summary>ln p(x) of one observation, in nats; −∞ above 1e100 standard deviations from every component, where squared distances overflow.</summary>
    /// <param name="observation">x (D).</param>
    /// <exception cref="ArgumentException">It has not D finite numbers.</exception>
    public double LogDensity(IEnumerable<double> observation) => LogDensities(Single(observation))[0];

    /// <summary>p(x) of one observation; 0 below e⁻⁷⁰⁸.</summary>
    /// <param name="observation">x (D).</param>
    /// <exception cref="ArgumentException">It has not D finite numbers.</exception>
    public double Density(IEnumerable<double> observation) => ExponentialOf(LogDensity(observation));

    /// <summary>
    /// ln p(x) of every row of the data (N), in nats; −∞ above 1e100 standard deviations from every component, where squared
    /// distances overflow. Row weights and labels play no part.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public ImmutableArray<double> LogDensities(Dataset data)
    {
        CheckData(data);
        return Content.Freeze(DensityPasses.Of(data).LogDensities(Densities, ComponentCount));
    }

    /// <summary>The component of the largest responsibility for an observation, counted from 0; of equals the first.</summary>
    /// <exception cref="ArgumentException">It has not D finite numbers.</exception>
    /// <exception cref="UnreachableRowException">It is above 1e100 standard deviations from every component.</exception>
    public int MostProbableComponent(IEnumerable<double> observation) =>
        MostProbableComponents(Single(observation))[0];

    /// <summary>The component of the largest responsibility for every row (N), counted from 0; of equals the first. Labels play no part.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is above 1e100 standard deviations from every component.</exception>
    public ImmutableArray<int> MostProbableComponents(Dataset data)
    {
        CheckData(data);
        return Content.Freeze(DensityPasses.Of(data).MostProbable(Densities, Weights));
    }

    /// <summary>
    /// ℓ(θ) = Σ wₙ·ln p(xₙ): the total log-likelihood of the data, in nats; −∞ if a row has density 0. Labels play no part: it
    /// asks about x only.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public double LogLikelihood(Dataset data)
    {
        CheckData(data);
        return DensityPasses.Of(data).LogLikelihood(Densities, ComponentCount);
    }

    /// <summary>Akaike's criterion of the data, −2ℓ + 2p; lower is better.</summary>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public double Aic(Dataset data) => Criteria.Aic(LogLikelihood(data), FreeParameters);

    /// <summary>Schwarz's criterion of the data, −2ℓ + p·ln N with N the total weight; lower is better.</summary>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public double Bic(Dataset data)
    {
        double logLikelihood = LogLikelihood(data);
        return Criteria.Bic(logLikelihood, FreeParameters, data.TotalWeight);
    }

    /// <summary>
    /// The integrated completed likelihood of the data, BIC − 2·Σ w_n·ln max_k r_nk (<see cref="Criteria.Icl"/>): BIC, and
    /// a penalty for rows in doubt between components. Lower is better; never below BIC, and equal to it for K = 1.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public double Icl(Dataset data, EmOptions? options = null)
    {
        CheckData(data);
        var (logLikelihood, logLargest) = DensityPasses.Of(data, (options ?? EmOptions.Default).ThreadLimit)
            .Certainty(Densities, ComponentCount);
        return Criteria.Icl(Criteria.Bic(logLikelihood, FreeParameters, data.TotalWeight), logLargest);
    }

    private Densities Densities => KernelSet.Widest.Densities(MixtureTerms.Of(this));

    internal void CheckData(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        GmmPure.ColumnNames.CheckMatch(data.Summary, Dimension, ColumnNames, nameof(data));
    }

    /// <summary>The exponential over the whole range of doubles: in two halves where one would overflow.</summary>
    private static double ExponentialOf(double logarithm) =>
        logarithm < OverflowingExponent
            ? Elementary.Exp(logarithm)
            : Elementary.Exp(OverflowingExponent / 2) * Elementary.Exp(Math.Min(logarithm, 1000) - (OverflowingExponent / 2));

    private Dataset Single(IEnumerable<double> observation)
    {
        var numbers = Given.Each(observation);
        return numbers.Length == Dimension
            ? Row(numbers, nameof(observation))
            : throw new ArgumentException($"An observation here is {Dimension} numbers, not {numbers.Length}.", nameof(observation));
    }

    /// <summary>A data set of one row; what is wrong with it is said of the parameter that it came by.</summary>
    private static Dataset Row(ImmutableArray<double> numbers, string parameter)
    {
        int wrong = numbers.AsSpan().IndexOfAnyExceptInRange(-Dataset.LargestValue, Dataset.LargestValue);
        return wrong < 0
            ? Dataset.FromTable(Table.Create(1, numbers.Length, numbers))
            : throw new ArgumentException(
                FormattableString.Invariant(
                    $"Number {wrong} is {numbers[wrong]}: it must be finite, and at most {Dataset.LargestValue:G3} in magnitude."),
                parameter);
    }

    private const double OverflowingExponent = 709;
}
