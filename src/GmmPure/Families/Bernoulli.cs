using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Independent columns of 0 and 1, p(x) = Π p_jˣʲ·(1 − p_j)^(1 − x_j).</summary>
public sealed record Bernoulli
{
    private readonly EqualArray<double> probabilities;

    /// <param name="probabilities">Of a 1 in each column (D).</param>
    /// <exception cref="ArgumentException">There is none, or one is not in [0, 1].</exception>
    public Bernoulli(params IEnumerable<double> probabilities)
    {
        var each = Given.Each(probabilities);
        FaultOf(each).Refuse();
        this.probabilities = each;
    }

    /// <summary>p, of a 1 in each column (D).</summary>
    public ImmutableArray<double> Probabilities => probabilities;

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="probabilities">Of a 1 in each column (D), each in [0, 1].</param>
    public static Outcome<Bernoulli, ValueFault> TryCreate(params IEnumerable<double> probabilities)
    {
        var each = Given.Each(probabilities);
        return FaultOf(each) is { } fault ? fault : new Bernoulli(each);
    }

    private static ValueFault? FaultOf(ImmutableArray<double> probabilities) => probabilities.IsEmpty
        ? new ValueFault(nameof(probabilities), "At least one column is needed.")
        : Valid.Probabilities(probabilities);
}

internal sealed record BernoulliFamily : ITabulatedFamily<Bernoulli>, ISampler<Bernoulli>, IUnimodal<Bernoulli>
{
    public string Name => "bernoulli";

    public string Estimator => "the share of ones";

    public int? Columns => null;

    public int DimensionOf(Bernoulli distribution) => distribution.Probabilities.Length;

    public Support SupportOf(int column) => Support.Binary;

    public Outcome<Bernoulli, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums) =>
        new Bernoulli(sums.ToArray().Select(sum => Math.Clamp(sum / count, 0, 1)));

    public double LogDensity(Bernoulli distribution, ReadOnlySpan<double> observation)
    {
        double sum = 0;
        for (int j = 0; j < observation.Length; j++)
        {
            sum += LogDensity(distribution, j, observation[j]);
        }

        return sum;
    }

    public double LogDensity(Bernoulli distribution, int column, double value)
    {
        double probability = distribution.Probabilities[column];
        return value == 1 ? Elementary.Log(probability) : SpecialFunctions.LogOnePlus(-probability);
    }

    public ImmutableArray<double> Draw(Bernoulli distribution, Func<double> uniform) =>
        [.. distribution.Probabilities.Select(probability => uniform() < probability ? 1.0 : 0.0)];

    public ImmutableArray<Parameter> Parameters(Bernoulli distribution, double totalWeight) =>
        [.. distribution.Probabilities.Select((probability, j) => Parameter.Probability("probability", probability, totalWeight, j))];

    public double Cdf(Bernoulli distribution, double value) =>
        value < 0 ? 0 : value < 1 ? 1 - distribution.Probabilities[0] : 1;

    public double Survival(Bernoulli distribution, double value) =>
        value < 0 ? 1 : value < 1 ? distribution.Probabilities[0] : 0;

    public double Mode(Bernoulli distribution) => distribution.Probabilities[0] > 0.5 ? 1 : 0;

    /// <summary>
    /// Between 0 and 1, if one is the more probable at 0 and the other at 1, or at that end where they are equally probable; in the
    /// middle where the line is too steep.
    /// </summary>
    public Crossing Cross(Bernoulli first, Bernoulli second, double logRatio)
    {
        double atZero = logRatio + LogDensityAt(first, 0) - LogDensityAt(second, 0);
        double atOne = logRatio + LogDensityAt(first, 1) - LogDensityAt(second, 1);
        return first.Equals(second) ? Crossing.OfSame(logRatio)
            : atZero * atOne > 0 ? Crossing.Nowhere
            : new Crossing([double.IsFinite(atZero - atOne) ? atZero / (atZero - atOne) : 0.5]).Within(0, 1);
    }

    public double LogDensityAt(Bernoulli distribution, double value) => value switch
    {
        0 or 1 => LogDensity(distribution, 0, value),
        < 0 or > 1 => double.NegativeInfinity,
        _ => (value * LogDensity(distribution, 0, 1)) + ((1 - value) * LogDensity(distribution, 0, 0)),
    };
}
