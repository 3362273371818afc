namespace GmmPure.Data;

/// <summary>Rows of a file that follow one another, as they were read.</summary>
/// <param name="Values">The observation's values (n×D).</param>
/// <param name="Weights">The row weights, or none.</param>
/// <param name="Labels">The rows' labels, or none.</param>
/// <param name="Kept">Of each column that is carried through its texts (n).</param>
/// <param name="Words">The words that numbers of each column stand for, or none (D).</param>
/// <param name="Columns">The file's columns.</param>
/// <param name="Roles">Which of them are what.</param>
/// <param name="Notes">What was guessed so far.</param>
internal sealed record RawRows(
    ImmutableArray<double> Values,
    ImmutableArray<double> Weights,
    ImmutableArray<string> Labels,
    ImmutableArray<ImmutableArray<string>> Kept,
    ImmutableArray<ImmutableArray<string>> Words,
    FileColumns Columns,
    ColumnRoles Roles,
    ImmutableArray<ReadNote> Notes)
{
    /// <summary>How many columns can be computed with.</summary>
    private const int MostColumns = 1 << 22;

    /// <summary>n.</summary>
    public int Count => Values.Length / Width;

    private int Width => Roles.Observation.Length;

    private IEnumerable<string> Names => Roles.Observation.Select(column => Columns.Names[column]);

    /// <summary>Makes a data set of them, or says what is wrong with the numbers and where.</summary>
    /// <param name="kind">What weights count.</param>
    public ReadData ToData(WeightKind kind)
    {
        var read = Dataset.TryCreate(Table(0, Count), Weights.AsSpan()).Or(fault => throw new ReadException(new ReadFault.NoDataset(fault, Roles, Columns)));
        var data = kind is WeightKind.Precision && !Weights.IsEmpty ? read.WithTotalWeight(read.EffectiveCount) : read;
        return new ReadData(data.WithColumnNames(Names), Labels, Kept, Words, Columns, Notes);
    }

    /// <summary>Refuses weights that sum to nothing, or to too much: as where all rows are a data set.</summary>
    /// <param name="total">The sum of the weights of all rows.</param>
    public void CheckTotal(double total) => Check(new double[Width], [total], before: 0);

    /// <summary>Parts of them of so many rows at most, in which numbers are finite but may be larger than a data set's; at least one part.</summary>
    /// <param name="before">How many rows came before.</param>
    /// <param name="most">How many rows a part may have.</param>
    public IEnumerable<ReadBlock> Parts(long before, int most)
    {
        int begin = 0;
        do
        {
            int count = Math.Min(most, Count - begin);
            var values = Table(begin, count);
            var weights = Weights.IsEmpty ? [] : Weights.Slice(begin, count);
            CheckWeights(weights, before + begin);
            CheckFinite(values, before + begin);
            yield return new ReadBlock(before + begin, values, weights, [.. Kept.Select(texts => texts.Slice(begin, count))], Columns, Roles, Notes);
            begin += count;
        }
        while (begin < Count);
    }

    private void CheckFinite(Table values, long first)
    {
        int wrong = values.Elements.AsSpan().IndexOfAnyExceptInRange(-double.MaxValue, double.MaxValue);
        if (wrong >= 0)
        {
            double[] row = new double[Width];
            row[wrong % Width] = values.Elements[wrong];
            Check(row, [], first + (wrong / Width));
        }
    }

    private void CheckWeights(ImmutableArray<double> weights, long first)
    {
        int wrong = weights.AsSpan().IndexOfAnyExceptInRange(0, double.MaxValue);
        if (wrong >= 0)
        {
            Check(new double[Width], [weights[wrong]], first + wrong);
        }
    }

    /// <summary>Finds what is wrong with a row, as where all are a data set.</summary>
    private void Check(double[] row, double[] weight, long before) =>
        _ = Dataset.TryCreate(GmmPure.Table.Create(1, Width, row), weight)
            .Or(fault => throw new ReadException(new ReadFault.NoDataset(fault, Roles, Columns, before)));

    private Table Table(int begin, int count) => Width > MostColumns
        ? throw new ReadException(new ReadFault.TooManyColumns(Width, MostColumns))
        : GmmPure.Table.Create(count, Width, count == Count ? Values : Values.Slice(begin * Width, count * Width));
}
