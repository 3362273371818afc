using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>Independent columns of categories: p(x) = Π p_j(x_j).</summary>
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

    /// <summary>ln p_j of one category of one column.</summary>
    internal double LogProbability(int column, int category) => Elementary.Log(probabilities.Items[column].Items[category]);

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

/// <summary>Categorical distributions.</summary>
/// <param name="Each">The categories of each column (D).</param>
/// <param name="AreSeen">
/// Whether the categories are those that were seen, so that another value has density 0; otherwise they are all that there can be.
/// </param>
internal sealed record CategoricalFamily(EqualArray<Categories> Each, bool AreSeen) : ITabulatedFamily<Categorical>, ISampler<Categorical>
{
    public string Name => "categorical";

    public string Estimator => "the share of each category";

    /// <summary>The categories of each column (D).</summary>
    public ImmutableArray<Categories> Categories => Each;

    /// <summary>How many categories each column has (D).</summary>
    public ImmutableArray<int> Levels => [.. Categories.Select(column => column.Count)];

    public int? Columns => Categories.Length;

    public int DimensionOf(Categorical distribution) => distribution.Probabilities.Length;

    public Support SupportOf(int column) => AreSeen ? Support.WholeNumbers : Support.CountsTo(Categories[column].Count - 1);

    public bool Contains(Categorical distribution) => Levels.SequenceEqual(distribution.Probabilities.Select(column => column.Length));

    public Outcome<Categorical, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums)
    {
        double[][] shares = new double[Categories.Length][];
        for (int column = 0; column < shares.Length; column++)
        {
            if (Shares(sums[..Categories[column].Count]) is not { } each)
            {
                return Families.Estimate.None<Categorical>("probability", 0);
            }

            shares[column] = each;
            sums = sums[Categories[column].Count..];
        }

        return new Categorical(shares);
    }

    public double[] Sums(Dataset data) => [.. Enumerable.Range(0, Categories.Length).SelectMany(column => CountsOf(data, column))];

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
        Categories[column].IndexOf(value) is >= 0 and var level
            ? distribution.LogProbability(column, level)
            : double.NegativeInfinity;

    public ImmutableArray<double> Draw(Categorical distribution, Func<double> uniform) =>
        [.. distribution.Probabilities.Zip(Categories, (shares, column) => column.Values[RandomStream.IndexAt(uniform(), shares.AsSpan())])];

    public ImmutableArray<Parameter> Parameters(Categorical distribution, double totalWeight) =>
    [
        .. distribution.Probabilities.SelectMany((shares, column) => shares.Select((share, level) =>
            Parameter.Probability($"probability of {Categories[column].NameOf(level)}", share, totalWeight, column))),
    ];

    /// <summary>Of each column's probabilities the others determine one.</summary>
    public long FreeParameters(ImmutableArray<Categorical> distributions) =>
        (long)distributions.Length * Levels.Sum(levels => levels - 1);

    /// <summary>The shares of counts; null if all are 0, as where no row has a category that was seen before.</summary>
    private static double[]? Shares(ReadOnlySpan<double> counts)
    {
        double[] each = counts.ToArray();
        double total = each.Sum();
        return total > 0 ? [.. each.Select(count => count / total)] : null;
    }

    private double[] CountsOf(Dataset data, int column)
    {
        double[] counts = new double[Categories[column].Count];
        for (int row = 0; row < data.Count; row++)
        {
            if (Categories[column].IndexOf(data[row, column]) is >= 0 and var level)
            {
                counts[level] += data.WeightOf(row);
            }
        }

        return counts;
    }
}
