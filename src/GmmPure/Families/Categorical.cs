using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Independent columns of categories, counted from 0: p(x) = Π p_j(x_j).</summary>
public sealed record Categorical
{
    private const double SumTolerance = 1e-9;
    private const string SumMessage = "The probabilities of each column's categories sum to 1.";

    private readonly EqualArray<EqualArray<double>> probabilities;

    /// <param name="probabilities">Of each category of each column (D rows, as long as the column has categories).</param>
    /// <exception cref="ArgumentException">There is no column, or the probabilities of one do not sum to 1 within 1e−9.</exception>
    public Categorical(params IEnumerable<IEnumerable<double>> probabilities)
        : this(TryRead(probabilities).OrThrow())
    {
    }

    private Categorical(ImmutableArray<EqualArray<double>> probabilities) => this.probabilities = probabilities;

    /// <summary>p_j, of each category of each column (D).</summary>
    public ImmutableArray<ImmutableArray<double>> Probabilities => [.. probabilities.Items.Select(column => column.Items)];

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="probabilities">Of each category of each column (D rows, as long as the column has categories), summing to 1 within 1e−9.</param>
    public static Outcome<Categorical, ValueFault> TryCreate(params IEnumerable<IEnumerable<double>> probabilities) =>
        TryRead(probabilities).Map(each => new Categorical(each));

    private static Outcome<ImmutableArray<EqualArray<double>>, ValueFault> TryRead(IEnumerable<IEnumerable<double>> probabilities)
    {
        var each = Given.Each(probabilities).Select(column => new EqualArray<double>([.. column])).ToImmutableArray();
        return each.IsEmpty
            ? new ValueFault(nameof(probabilities), SumMessage)
            : each.Select(FaultOf).FirstOrDefault(fault => fault is not null) is { } fault ? fault : each;
    }

    private static ValueFault? FaultOf(EqualArray<double> column, int index) =>
        Valid.Probabilities(column) is { } fault
            ? new ValueFault("probabilities", fault.Message, index, fault.Index, fault.Value)
            : Math.Abs(column.Items.Sum() - 1) <= SumTolerance ? null
            : new ValueFault("probabilities", SumMessage, index);
}

internal sealed record CategoricalFamily(EqualArray<int> Each) : ITabulatedFamily<Categorical>, ISampler<Categorical>
{
    public string Name => "categorical";

    public string Estimator => "the share of each category";

    /// <summary>How many categories each column has (D).</summary>
    public ImmutableArray<int> Levels => Each;

    public int? Columns => Levels.Length;

    public int DimensionOf(Categorical distribution) => distribution.Probabilities.Length;

    public ImmutableArray<int> Categories => Levels;

    public Support SupportOf(int column) => Support.CountsTo(Levels[column] - 1);

    public bool Contains(Categorical distribution) => Levels.SequenceEqual(distribution.Probabilities.Select(column => column.Length));

    public Outcome<Categorical, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums)
    {
        double[][] shares = new double[Levels.Length][];
        for (int column = 0; column < shares.Length; column++)
        {
            shares[column] = Shares(sums[..Levels[column]]);
            sums = sums[Levels[column]..];
        }

        return new Categorical(shares);
    }

    public double[] Sums(Dataset data) => [.. Levels.SelectMany((_, column) => CountsOf(data, column))];

    public double LogDensity(Categorical distribution, ReadOnlySpan<double> observation)
    {
        double sum = 0;
        for (int j = 0; j < observation.Length; j++)
        {
            sum += LogDensity(distribution, j, observation[j]);
        }

        return sum;
    }

    public double LogDensity(Categorical distribution, int column, double value) =>
        Elementary.Log(distribution.Probabilities[column][(int)value]);

    public ImmutableArray<double> Draw(Categorical distribution, Func<double> uniform) =>
        [.. distribution.Probabilities.Select(shares => (double)RandomStream.IndexAt(uniform(), shares.AsSpan()))];

    public ImmutableArray<Parameter> Parameters(Categorical distribution, double totalWeight) =>
    [
        .. distribution.Probabilities.SelectMany((shares, column) => shares.Select((share, level) =>
            Parameter.Probability(FormattableString.Invariant($"probability of {level}"), share, totalWeight, column))),
    ];

    /// <summary>Of each column's probabilities the others determine one.</summary>
    public long FreeParameters(ImmutableArray<Categorical> distributions) =>
        (long)distributions.Length * Levels.Sum(levels => levels - 1);

    private static double[] Shares(ReadOnlySpan<double> counts)
    {
        double[] each = counts.ToArray();
        double total = each.Sum();
        return [.. each.Select(count => count / total)];
    }

    private double[] CountsOf(Dataset data, int column)
    {
        double[] counts = new double[Levels[column]];
        for (int row = 0; row < data.Count; row++)
        {
            counts[(int)data[row, column]] += data.WeightOf(row);
        }

        return counts;
    }
}
