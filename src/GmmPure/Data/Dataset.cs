using DatasetOutcome = GmmPure.Outcome<GmmPure.Dataset, GmmPure.DataFault>;

namespace GmmPure;

/// <summary>
/// N observations of D numbers (N×D), with a non-negative weight for each row and, if they are known, labels of rows and names
/// for the columns. Checked once when it is made, immutable ever after, equal by content.
/// </summary>
/// <remarks>
/// A row of weight 2 counts as if it stood there twice, a row of weight 0 as if it did not stand there. Every "N" in
/// the formulas is the total weight.
/// In E-steps and sequences of EM a row with a known label belongs to the component of that number. What is climbed then is the
/// log-likelihood of the rows and of the labels that are known: Σ w_n·ln π_k·p_k(x_n) over the labelled rows, k being the label,
/// and Σ w_n·ln Σ_k π_k·p_k(x_n) over the others. Whatever else takes data asks about x alone, and ignores labels: densities,
/// the log-likelihood of a mixture, most probable components, criteria, k-means, and starts that are not given the labels.
/// </remarks>
public sealed record Dataset : IRowSource
{
    /// <summary>The largest magnitude of a value, 2⁴⁵⁰: sums of weighted squares stay finite up to here.</summary>
    public const double LargestValue = 2.9073548971824276E+135;

    /// <summary>The smallest spread of a column that is not constant, 2⁻⁴⁵⁰: squared deviations stay normal from here.</summary>
    public const double SmallestSpread = 1 / LargestValue;

    /// <summary>The largest sum of all weights, 2¹⁰⁰.</summary>
    public const double LargestTotalWeight = 1.2676506002282294E+30;

    /// <summary>The smallest sum of all weights, 2⁻¹⁰⁰.</summary>
    public const double SmallestTotalWeight = 1 / LargestTotalWeight;

    private readonly EqualArray<double> weights;
    private readonly EqualArray<string> columnNames;
    private readonly EqualArray<double> columnMeans;
    private readonly EqualArray<double> columnVariances;

    private Dataset(
        Table values,
        ImmutableArray<double> weights,
        ImmutableArray<string> columnNames,
        LabelSet labels,
        double totalWeight,
        ImmutableArray<double> columnMeans,
        ImmutableArray<double> columnVariances)
    {
        Values = values;
        this.weights = weights;
        this.columnNames = columnNames;
        LabelSet = labels;
        TotalWeight = totalWeight;
        this.columnMeans = columnMeans;
        this.columnVariances = columnVariances;
    }

    /// <summary>The observations, N×D.</summary>
    public Table Values { get; }

    /// <summary>One weight a row; empty when every row weighs 1.</summary>
    public ImmutableArray<double> Weights => weights;

    /// <summary>The names of the D columns; empty when they are not known.</summary>
    public ImmutableArray<string> ColumnNames => columnNames;

    /// <summary>The components that rows are known to belong to (N), counted from 0, null where one is not known; empty if none are given.</summary>
    public ImmutableArray<int?> Labels => LabelSet.Each;

    /// <summary>The number of rows whose label is known.</summary>
    public int KnownLabels => LabelSet.Known;

    internal LabelSet LabelSet { get; }

    /// <summary>The number of rows, whatever their weights.</summary>
    public int Count => Values.RowCount;

    /// <inheritdoc/>
    long IRowSource.Count => Count;

    /// <inheritdoc/>
    bool IRowSource.IsWeighted => !Weights.IsEmpty;

    /// <summary>D, the number of columns.</summary>
    public int Dimension => Values.ColumnCount;

    /// <summary>The sum of the weights; the number of rows when none are given.</summary>
    public double TotalWeight { get; }

    /// <summary>
    /// (Σw)²/Σw², Kish's effective number of rows: N where all weigh the same, and the fewer the more unlike the weights are.
    /// </summary>
    public double EffectiveCount
    {
        get
        {
            double squares = 0;
            foreach (double weight in Weights)
            {
                squares += weight / TotalWeight * (weight / TotalWeight);
            }

            return Weights.IsEmpty ? Count : 1 / squares;
        }
    }

    /// <summary>The weighted mean of each column (D).</summary>
    public ImmutableArray<double> ColumnMeans => columnMeans;

    /// <summary>
    /// The weighted variance of each column (D), with the divisor N of maximum likelihood; exactly 0 for a column whose
    /// values are all the same.
    /// </summary>
    public ImmutableArray<double> ColumnVariances => columnVariances;

    /// <summary>What steps need to know of the data as a whole.</summary>
    public DataSummary Summary => new(
        Count, TotalWeight, ColumnMeans, ColumnVariances, ColumnNames, KnownLabels, LabelSet.Largest);

    /// <summary>A value by row and column, both counted from 0.</summary>
    public double this[int row, int column] => Values[row, column];

    /// <summary>A data set from rows of equal length.</summary>
    /// <param name="rows">N rows of D finite numbers each; they are copied.</param>
    /// <exception cref="ArgumentException">
    /// There are no rows, they differ in length, or a value is not finite or too extreme to be squared; the message
    /// names row and column.
    /// </exception>
    public static Dataset FromRows(IEnumerable<IEnumerable<double>> rows) => TryFromRows(rows).Or(Throw(nameof(rows)));

    /// <summary>A data set of one column.</summary>
    /// <param name="values">N finite numbers (D = 1); they are copied.</param>
    /// <exception cref="ArgumentException">As <see cref="FromRows(IEnumerable{IEnumerable{double}})"/>.</exception>
    public static Dataset FromValues(IEnumerable<double> values) => TryFromValues(values).Or(Throw(nameof(values)));

    /// <summary>A data set of one column, or the reason why the values are not one.</summary>
    /// <param name="values">N finite numbers (D = 1); they are copied.</param>
    public static DatasetOutcome TryFromValues(IEnumerable<double> values)
    {
        var column = Given.Each(values);
        return TryCreate(Table.Create(column.Length, 1, column));
    }

    /// <summary>A data set from a table, which it shares.</summary>
    /// <param name="values">N×D finite numbers.</param>
    /// <exception cref="ArgumentException">As <see cref="FromRows(IEnumerable{IEnumerable{double}})"/>.</exception>
    public static Dataset FromTable(Table values) => TryCreate(values).Or(Throw(nameof(values)));

    /// <summary>A data set from an array, which is copied.</summary>
    /// <param name="values">N×D finite numbers.</param>
    /// <exception cref="ArgumentException">As <see cref="FromRows(IEnumerable{IEnumerable{double}})"/>.</exception>
    public static Dataset FromArray(double[,] values) => TryFromArray(values).Or(Throw(nameof(values)));

    /// <summary>A data set from an array, which is copied; or the reason why it is not one.</summary>
    /// <param name="values">N×D finite numbers.</param>
    public static DatasetOutcome TryFromArray(double[,] values) => TryCreate(Table.FromArray(values));

    /// <summary>A data set from numbers that stand row after row, which are copied.</summary>
    /// <param name="values">N×D finite numbers.</param>
    /// <param name="columns">D.</param>
    /// <exception cref="ArgumentException">As <see cref="FromRows(IEnumerable{IEnumerable{double}})"/>, or the last row is not whole.</exception>
    public static Dataset FromSpan(ReadOnlySpan<double> values, int columns) => TryFromSpan(values, columns).Or(Throw(nameof(values)));

    /// <summary>A data set from numbers that stand row after row, which are copied; or the reason why they are not one.</summary>
    /// <param name="values">N×D numbers.</param>
    /// <param name="columns">D.</param>
    /// <exception cref="ArgumentException">D is not positive, or the last row is not whole: that is misuse, not data.</exception>
    public static DatasetOutcome TryFromSpan(ReadOnlySpan<double> values, int columns) =>
        TryCreate(Table.Create(RowsIn(values.Length, columns), columns, values));

    /// <summary>A data set from numbers of single precision that stand row after row; each is widened to the double of its value.</summary>
    /// <param name="values">N×D finite numbers.</param>
    /// <param name="columns">D.</param>
    /// <exception cref="ArgumentException">As <see cref="FromRows(IEnumerable{IEnumerable{double}})"/>, or the last row is not whole.</exception>
    public static Dataset FromSingles(ReadOnlySpan<float> values, int columns) => TryFromSingles(values, columns).Or(Throw(nameof(values)));

    /// <summary>A data set from numbers of single precision that stand row after row, or the reason why they are not one.</summary>
    /// <param name="values">N×D numbers.</param>
    /// <param name="columns">D.</param>
    /// <exception cref="ArgumentException">D is not positive, or the last row is not whole: that is misuse, not data.</exception>
    public static DatasetOutcome TryFromSingles(ReadOnlySpan<float> values, int columns)
    {
        double[] widened = new double[values.Length];
        for (int i = 0; i < widened.Length; i++)
        {
            widened[i] = values[i];
        }

        return TryCreate(Table.Create(RowsIn(values.Length, columns), columns, Content.Freeze(widened)));
    }

    /// <summary>A data set from rows of single precision, each number widened to the double of its value.</summary>
    /// <param name="rows">N rows of D finite numbers each; they are copied.</param>
    /// <exception cref="ArgumentException">As <see cref="FromRows(IEnumerable{IEnumerable{double}})"/>.</exception>
    public static Dataset FromSingles(IEnumerable<IEnumerable<float>> rows) => TryFromSingles(rows).Or(Throw(nameof(rows)));

    /// <summary>A data set from rows of single precision, or the reason why they are not one.</summary>
    /// <param name="rows">N rows of D finite numbers each; they are copied.</param>
    /// <exception cref="ArgumentException">A row is null: that is misuse, not data.</exception>
    public static DatasetOutcome TryFromSingles(IEnumerable<IEnumerable<float>> rows) =>
        TryFromRows(Given.Sequence(rows).Select(row => row?.Select(number => (double)number)!));

    /// <summary>A data set from rows, or the reason why they are not one.</summary>
    /// <param name="rows">N rows of D finite numbers each; they are copied.</param>
    /// <exception cref="ArgumentException">A row is null: that is misuse, not data.</exception>
    public static DatasetOutcome TryFromRows(IEnumerable<IEnumerable<double>> rows)
    {
        var elements = ImmutableArray.CreateBuilder<double>();
        int count = 0;
        int columns = 0;
        foreach (var row in Given.Sequence(rows))
        {
            int before = elements.Count;
            elements.AddRange(Given.Row(row, count, nameof(rows)));
            int found = elements.Count - before;
            columns = count == 0 ? found : columns;
            if (found != columns)
            {
                return new DataFault.Ragged(count, found, columns);
            }

            count++;
        }

        return TryCreate(Table.Create(count, columns, elements.DrainToImmutable()));
    }

    /// <summary>A data set from a table and, if given, weights for its rows; or the reason why they are not one.</summary>
    /// <param name="values">N×D.</param>
    /// <param name="weights">One weight a row, or none at all.</param>
    /// <exception cref="ArgumentException">There are weights, but not one for each row.</exception>
    public static DatasetOutcome TryCreate(Table values, ReadOnlySpan<double> weights = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (weights.Length != 0 && weights.Length != values.RowCount)
        {
            throw new ArgumentException($"{values.RowCount} rows need as many weights, not {weights.Length}.", nameof(weights));
        }

        if (values.RowCount == 0 || values.ColumnCount == 0)
        {
            return new DataFault.Empty();
        }

        if (RowBlock.Fault.OfWeights(weights) is { } wrong)
        {
            return wrong;
        }

        double totalWeight = weights.IsEmpty ? values.RowCount : 0;
        foreach (double weight in weights)
        {
            totalWeight += weight;
        }

        if (!(totalWeight is >= SmallestTotalWeight and <= LargestTotalWeight))
        {
            return new DataFault.BadTotalWeight(totalWeight);
        }

        return RowBlock.Fault.OfValues(values.Elements.AsSpan(), values.ColumnCount) is { } fault
            ? fault
            : Describe(values, [.. weights], totalWeight, SmallestSpread);
    }

    /// <summary>
    /// The same observations with weights that need not be such as could be read, but are not all 0: what a component sees of them.
    /// </summary>
    internal Dataset Share(double[] weights) =>
        Describe(Values, Content.Freeze(weights), weights.Sum(), narrowest: 0)
            .Or(fault => throw new InvalidOperationException(fault.Message))
            .With([], LabelSet);

    /// <summary>Consecutive rows, each of weight 1: what a pass shows of the data at a time.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    internal Dataset Part(int first, int count)
    {
        var values = Table.Create(count, Dimension, [.. Values.Elements.AsSpan(first * Dimension, count * Dimension)]);
        var part = Describe(values, [], count, narrowest: 0).Or(fault => throw new InvalidOperationException(fault.Message));
        return ColumnNames.IsEmpty ? part : part.WithColumnNames(ColumnNames);
    }

    /// <summary>The same observations with these row weights.</summary>
    /// <param name="weights">One a row (N): finite, not negative, not all 0. A row of weight 2 counts twice.</param>
    /// <exception cref="ArgumentException">There is not one weight for each row, or one is not valid.</exception>
    public Dataset WithWeights(IEnumerable<double> weights)
    {
        var each = Given.Each(weights);
        if (each.IsEmpty)
        {
            throw new ArgumentException($"{Count} rows need as many weights, not 0.", nameof(weights));
        }

        return TryCreate(Values, each.AsSpan()).Or(Throw(nameof(weights))).With(ColumnNames, LabelSet);
    }

    /// <summary>
    /// The same observations with weights in the same proportions that sum to something else. Weights that say how precise rows are,
    /// and not how often each was counted, sum to whatever their unit makes of them: <see cref="EffectiveCount"/> is a sum that
    /// suits criteria which ask for a number of observations.
    /// </summary>
    /// <param name="total">The sum, from <see cref="SmallestTotalWeight"/> to <see cref="LargestTotalWeight"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The sum is not between these.</exception>
    public Dataset WithTotalWeight(double total) => total is >= SmallestTotalWeight and <= LargestTotalWeight
        ? WithWeights(Enumerable.Range(0, Count).Select(row => WeightOf(row) / TotalWeight * total))
        : throw new ArgumentOutOfRangeException(
            nameof(total), total, FormattableString.Invariant($"It must lie between {SmallestTotalWeight:G3} and {LargestTotalWeight:G3}."));

    /// <summary>The same observations with these names for the columns.</summary>
    /// <param name="columnNames">One distinct name a column (D).</param>
    /// <exception cref="ArgumentException">There is not one distinct name for each column.</exception>
    public Dataset WithColumnNames(IEnumerable<string> columnNames) =>
        With(GmmPure.ColumnNames.Check(columnNames, Dimension), LabelSet);

    /// <summary>The same observations, of which some are known to belong to components.</summary>
    /// <param name="labels">The component of each row (N), counted from 0; null where it is not known.</param>
    /// <exception cref="ArgumentException">There is not one label for each row, or one is negative.</exception>
    public Dataset WithLabels(IEnumerable<int?> labels) => With(ColumnNames, LabelSet.Of(labels, Count));

    /// <summary>The same observations, of which none is known to belong to a component.</summary>
    public Dataset WithoutLabels() => Labels.IsEmpty ? this : With(ColumnNames, LabelSet.None);

    /// <summary>The data set of some of the columns, with all rows, their weights and labels.</summary>
    /// <param name="columns">Which columns, counted from 0, in the order wanted.</param>
    /// <exception cref="ArgumentException">No column is given, or one does not exist or is given twice.</exception>
    public Dataset SelectColumns(IEnumerable<int> columns)
    {
        var chosen = GmmPure.ColumnNames.CheckChoice(columns, Dimension);
        var selected = Values.Select([.. Enumerable.Range(0, Count)], chosen);
        return TryCreate(selected, Weights.AsSpan()).Or(Throw(nameof(columns)))
            .With(ColumnNames.IsEmpty ? [] : [.. chosen.Select(column => ColumnNames[column])], LabelSet);
    }

    /// <summary>
    /// The number of distinct rows that weigh more than 2⁻⁵² of the total, counted up to a limit: K components need at
    /// least K of them.
    /// </summary>
    /// <param name="limit">Where to stop counting.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public int CountDistinctRows(int limit = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return DistinctRows.Find(this, limit).Length;
    }

    /// <summary>Whether a row weighs enough to keep a component from being empty.</summary>
    internal bool CanCarryComponent(int row) => WeightOf(row) > Negligible.Share * TotalWeight;

    /// <summary>One observation, readable in place (D).</summary>
    /// <param name="row">Counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<double> Row(int row) => Values.Row(row);

    /// <summary>The weight of a row: 1 if no weights are given.</summary>
    /// <param name="row">Counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public double WeightOf(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return Weights.IsEmpty ? 1 : Weights[row];
    }

    /// <inheritdoc/>
    void IRowSource.Read(long first, Span<double> rows, Span<double> weights, Span<int> labels)
    {
        int begin = checked((int)first);
        Values.Elements.AsSpan(begin * Dimension, rows.Length).CopyTo(rows);
        Weights.AsSpan(Weights.IsEmpty ? 0 : begin, weights.Length).CopyTo(weights);
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = KnownLabel(begin + i) ?? -1;
        }
    }

    /// <summary>The component that a row is known to belong to; null if it is not known.</summary>
    internal int? KnownLabel(int row) => Labels.IsEmpty ? null : Labels[row];

    /// <summary>A short description: the shape.</summary>
    public override string ToString() => FormattableString.Invariant($"Dataset {Count}×{Dimension}");

    /// <summary>N, of so many numbers.</summary>
    private static int RowsIn(int numbers, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        return numbers % columns == 0
            ? numbers / columns
            : throw new ArgumentException($"{numbers} numbers are no rows of {columns}.", nameof(columns));
    }

    private Dataset With(ImmutableArray<string> columnNames, LabelSet labels) =>
        new(Values, Weights, columnNames, labels, TotalWeight, ColumnMeans, ColumnVariances);

    private static Func<DataFault, Dataset> Throw(string parameter) =>
        fault => throw new ArgumentException(fault.Message, parameter);

    private static DatasetOutcome Describe(
        Table values, ImmutableArray<double> weights, double totalWeight, double narrowest)
    {
        var moments = new ColumnMoments(values.ColumnCount);
        moments.AddDeviations(values.Elements.AsSpan(), weights.AsSpan());
        if (moments.Centre(totalWeight, narrowest) is { } fault)
        {
            return fault;
        }

        moments.AddSquares(values.Elements.AsSpan(), weights.AsSpan());
        return new Dataset(values, weights, [], LabelSet.None, totalWeight, moments.Means, moments.Variances(totalWeight));
    }
}
