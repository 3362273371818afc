namespace GmmPure;

/// <summary>
/// What steps need to know of the whole data, wherever the rows lie: how many there are, what they weigh, each column's mean
/// and variance, and which labels are known. Of parts it can be merged. Immutable, equal by content.
/// </summary>
public sealed record DataSummary
{
    /// <summary>How many rows are read at once.</summary>
    private const int BlockRows = 4096;

    private readonly EqualArray<double> columnMeans;
    private readonly EqualArray<double> columnVariances;
    private readonly EqualArray<string> columnNames;

    internal DataSummary(
        long rowCount,
        double totalWeight,
        ImmutableArray<double> columnMeans,
        ImmutableArray<double> columnVariances,
        ImmutableArray<string> columnNames,
        long knownLabels,
        int largestLabel)
    {
        (RowCount, TotalWeight, this.columnMeans, this.columnVariances, this.columnNames) =
            (rowCount, totalWeight, columnMeans, columnVariances, columnNames);
        (KnownLabels, LargestLabel) = (knownLabels, largestLabel);
    }

    /// <summary>The number of rows, whatever their weights.</summary>
    public long RowCount { get; }

    /// <summary>N, the sum of the weights.</summary>
    public double TotalWeight { get; }

    /// <summary>The weighted mean of each column (D).</summary>
    public ImmutableArray<double> ColumnMeans => columnMeans;

    /// <summary>The weighted variance of each column (D), with the divisor N; exactly 0 for a constant column.</summary>
    public ImmutableArray<double> ColumnVariances => columnVariances;

    /// <summary>The names of the D columns; empty when they are not known.</summary>
    public ImmutableArray<string> ColumnNames => columnNames;

    /// <summary>The number of rows whose label is known.</summary>
    public long KnownLabels { get; }

    /// <summary>The largest label that is known; −1 where none is.</summary>
    internal int LargestLabel { get; }

    /// <summary>D, the number of columns.</summary>
    public int Dimension => ColumnMeans.Length;

    /// <summary>The summary of rows, wherever they lie: of a data set its own, of others the same bits, for which they are read twice.</summary>
    /// <param name="rows">N×D, at least one row.</param>
    /// <exception cref="ArgumentException">They are none that a data set could hold; the message names row and column.</exception>
    public static DataSummary Of(IRowSource rows) =>
        TryOf(rows).Or(fault => throw new ArgumentException(fault.Message, nameof(rows)));

    /// <summary>The summary of rows, or the reason why they are none that a data set could hold.</summary>
    /// <param name="rows">N×D.</param>
    /// <exception cref="ArgumentException">
    /// There are less than 0 or more than 2⁶⁰ rows, or no columns, or a label is below −1: that is a source's misuse, not data.
    /// </exception>
    public static Outcome<DataSummary, DataFault> TryOf(IRowSource rows)
    {
        if (RowBlock.Check(rows) is Dataset data)
        {
            return data.Summary;
        }

        var block = new RowBlock(rows, BlockRows);
        var moments = new ColumnMoments(rows.Dimension);
        var (totalWeight, knownLabels, largestLabel) = (rows.IsWeighted ? 0.0 : rows.Count, 0L, -1);
        for (long first = 0; first < rows.Count; first += BlockRows)
        {
            if (block.Read(first, (int)Math.Min(BlockRows, rows.Count - first)) is { } fault)
            {
                return fault;
            }

            moments.AddDeviations(block.Rows, block.Weights);
            foreach (double weight in block.Weights)
            {
                totalWeight += weight;
            }

            foreach (int label in block.Labels)
            {
                knownLabels += label >= 0 ? 1 : 0;
                largestLabel = Math.Max(largestLabel, label);
            }
        }

        if (rows.Count == 0)
        {
            return new DataFault.Empty();
        }

        if (!(totalWeight is >= Dataset.SmallestTotalWeight and <= Dataset.LargestTotalWeight))
        {
            return new DataFault.BadTotalWeight(totalWeight);
        }

        if (moments.Centre(totalWeight, Dataset.SmallestSpread) is { } narrow)
        {
            return narrow;
        }

        for (long first = 0; first < rows.Count; first += BlockRows)
        {
            if (block.Read(first, (int)Math.Min(BlockRows, rows.Count - first)) is { } fault)
            {
                return fault;
            }

            moments.AddSquares(block.Rows, block.Weights);
        }

        return new DataSummary(
            rows.Count, totalWeight, moments.Means, moments.Variances(totalWeight), [], knownLabels, largestLabel);
    }

    /// <summary>
    /// The summary of both parts of the data together (Chan, Golub and LeVeque 1983), up to rounding: whoever compares bits
    /// hands one summary to all.
    /// </summary>
    /// <param name="other">Of other rows with the same columns.</param>
    /// <exception cref="ArgumentException">The columns differ in number or name.</exception>
    public DataSummary Merge(DataSummary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Dimension != other.Dimension || !Content.Equal(ColumnNames, other.ColumnNames))
        {
            throw new ArgumentException("Summaries merge if they have the same columns.", nameof(other));
        }

        double total = TotalWeight + other.TotalWeight;
        var (own, others) = (TotalWeight / total, other.TotalWeight / total);
        var shifts = other.ColumnMeans.Zip(ColumnMeans, (theirs, mine) => theirs - mine);
        return new DataSummary(
            RowCount + other.RowCount,
            total,
            [.. ColumnMeans.Zip(shifts, (mean, shift) => mean + (others * shift))],
            [.. ColumnVariances.Zip(other.ColumnVariances, shifts).Select(column =>
                (own * column.First) + (others * column.Second) + (own * others * column.Third * column.Third))],
            ColumnNames,
            KnownLabels + other.KnownLabels,
            Math.Max(LargestLabel, other.LargestLabel));
    }

    /// <summary>Refuses labels that are no component's.</summary>
    /// <param name="components">K.</param>
    /// <param name="parameter">Where the data come from.</param>
    internal void CheckLabels(int components, string parameter)
    {
        if (LargestLabel >= components)
        {
            throw new ArgumentException($"A row has the label {LargestLabel}: there is no such component among {components}.", parameter);
        }
    }
}
