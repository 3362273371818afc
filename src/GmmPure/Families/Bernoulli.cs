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

internal sealed record BernoulliFamily : ITabulatedFamily<Bernoulli>, ISampler<Bernoulli>
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
}
