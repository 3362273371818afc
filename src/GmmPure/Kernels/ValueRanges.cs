using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// The whole numbers that the columns of some data run through. Each has a place in a table: first those of column 0 from its
/// least value to its greatest, then those of column 1, and so on.
/// </summary>
internal sealed class ValueRanges
{
    /// <summary>No table is to be longer.</summary>
    private const int MostPlaces = 1 << 16;

    private readonly ImmutableArray<double> least;
    private readonly ImmutableArray<int> starts;

    private ValueRanges(ImmutableArray<double> least, ImmutableArray<int> starts) => (this.least, this.starts) = (least, starts);

    /// <summary>D.</summary>
    public int Columns => least.Length;

    /// <summary>How many places there are.</summary>
    public int Places => starts[^1];

    /// <summary>The ranges of whole numbers; null where there would be more places than there are numbers, or than 2¹⁶.</summary>
    public static ValueRanges? Find(Table values)
    {
        double most = Math.Min(MostPlaces, (double)values.RowCount * values.ColumnCount);
        double[] lowest = [.. values.Row(0)];
        double[] greatest = [.. lowest];
        for (int row = 1; row < values.RowCount; row++)
        {
            Widen(values.Row(row), lowest, greatest);
        }

        int[] ends = new int[lowest.Length + 1];
        for (int j = 0; j < lowest.Length; j++)
        {
            double next = ends[j] + (greatest[j] - lowest[j]) + 1;
            if (!(next <= most))
            {
                return null;
            }

            ends[j + 1] = (int)next;
        }

        return new ValueRanges([.. lowest], [.. ends]);
    }

    /// <summary>The place of a value of a column; null where it is out of range.</summary>
    public int? PlaceOf(int column, double value)
    {
        double place = starts[column] + (value - least[column]);
        return place >= starts[column] && place < starts[column + 1] ? (int)place : null;
    }

    /// <summary>Something of every place's column and value.</summary>
    public double[] Table(Func<int, double, double> entry)
    {
        double[] table = new double[Places];
        for (int j = 0; j < Columns; j++)
        {
            for (int place = starts[j]; place < starts[j + 1]; place++)
            {
                table[place] = entry(j, least[j] + (place - starts[j]));
            }
        }

        return table;
    }

    /// <summary>The places of a tile's values in a column, of those beyond the last row too.</summary>
    /// <param name="tile">Rows of the data.</param>
    /// <param name="column">j.</param>
    /// <param name="places">Room for as many as a tile has.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(Tile tile, int column, Span<int> places)
    {
        ref double values = ref Unsafe.Add(ref tile.Columns, column * Tile.Stride);
        double first = least[column];
        int start = starts[column];
        for (int sample = 0; sample < Tile.Samples; sample++)
        {
            places[sample] = start + (int)(Unsafe.Add(ref values, sample) - first);
        }
    }

    private static void Widen(ReadOnlySpan<double> row, double[] lowest, double[] greatest)
    {
        for (int j = 0; j < row.Length; j++)
        {
            lowest[j] = Math.Min(lowest[j], row[j]);
            greatest[j] = Math.Max(greatest[j], row[j]);
        }
    }
}
