using System.Runtime.CompilerServices;

namespace GmmPure;

/// <summary>
/// An immutable rectangle of numbers in one contiguous block, row after row; equal by content. Rows of data (N×D),
/// means (K×D), responsibilities (N×K) and covariance matrices (D×D) are all tables.
/// </summary>
public sealed record Table
{
    private readonly EqualArray<double> elements;

    private Table(int rows, int columns, ImmutableArray<double> elements)
    {
        RowCount = rows;
        ColumnCount = columns;
        this.elements = elements;
    }

    /// <summary>How many rows.</summary>
    public int RowCount { get; }

    /// <summary>How many columns.</summary>
    public int ColumnCount { get; }

    /// <summary>All elements, row after row: element (i, j) stands at i·ColumnCount + j.</summary>
    public ImmutableArray<double> Elements => elements;

    /// <summary>The element in a row and a column, both counted from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public double this[int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)ColumnCount, nameof(column));
            return Elements[(row * ColumnCount) + column];
        }
    }

    /// <summary>A table from its elements.</summary>
    /// <param name="rowCount">How many rows.</param>
    /// <param name="columnCount">How many columns.</param>
    /// <param name="elements">rowCount × columnCount numbers, row after row; they are copied.</param>
    /// <exception cref="ArgumentException">There are not exactly rowCount × columnCount elements.</exception>
    [OverloadResolutionPriority(1)] // What is written as [1, 2, 3] could be either.
    public static Table Create(int rowCount, int columnCount, ReadOnlySpan<double> elements)
    {
        CheckShape(rowCount, columnCount, elements.Length);
        return new Table(rowCount, columnCount, [.. elements]);
    }

    /// <summary>A table of an array, which it shares: nothing is copied.</summary>
    /// <param name="rowCount">How many rows.</param>
    /// <param name="columnCount">How many columns.</param>
    /// <param name="elements">rowCount × columnCount numbers, row after row.</param>
    /// <exception cref="ArgumentException">
    /// There are not exactly rowCount × columnCount elements, or the array is the default one.
    /// </exception>
    public static Table Create(int rowCount, int columnCount, ImmutableArray<double> elements)
    {
        _ = Given.Sequence(elements);
        CheckShape(rowCount, columnCount, elements.Length);
        return new Table(rowCount, columnCount, elements);
    }

    /// <summary>A table from its rows.</summary>
    /// <param name="rows">Rows of equal length; they are copied.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public static Table FromRows(IEnumerable<IEnumerable<double>> rows) => TryFromRows(rows).OrThrow();

    /// <summary>A table from its rows, or the first that differs in length.</summary>
    /// <param name="rows">Rows of equal length; they are copied.</param>
    public static Outcome<Table, ValueFault> TryFromRows(IEnumerable<IEnumerable<double>> rows)
    {
        var all = ImmutableArray.CreateBuilder<double>();
        int count = 0;
        int columns = 0;
        foreach (var row in Given.Sequence(rows))
        {
            all.AddRange(Given.Row(row, count, nameof(rows)));
            columns = count == 0 ? all.Count : columns;
            count++;
            if (all.Count != (long)count * columns)
            {
                return new ValueFault(
                    nameof(rows),
                    $"Row {count - 1} has {all.Count - ((count - 1) * columns)} elements, the first has {columns}.",
                    count - 1);
            }
        }

        return new Table(count, columns, all.DrainToImmutable());
    }

    /// <summary>A table from a two-dimensional array.</summary>
    /// <param name="elements">rows × columns; it is copied.</param>
    public static Table FromArray(double[,] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        _ = SizeOf(elements.GetLength(0), elements.GetLength(1));
        return new Table(elements.GetLength(0), elements.GetLength(1), [.. elements.Cast<double>()]);
    }

    /// <summary>One row, readable in place.</summary>
    /// <param name="row">Counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<double> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)RowCount, nameof(row));
        return Elements.AsSpan().Slice(row * ColumnCount, ColumnCount);
    }

    /// <summary>The rows as arrays of their own, for LINQ.</summary>
    public IEnumerable<ImmutableArray<double>> Rows =>
        Enumerable.Range(0, RowCount).Select(row => Elements.Slice(row * ColumnCount, ColumnCount));

    /// <summary>A mutable copy, for code that wants a two-dimensional array.</summary>
    public double[,] ToArray()
    {
        double[,] array = new double[RowCount, ColumnCount];
        for (int row = 0; row < RowCount; row++)
        {
            for (int column = 0; column < ColumnCount; column++)
            {
                array[row, column] = Elements[(row * ColumnCount) + column];
            }
        }

        return array;
    }

    /// <summary>The numbers of a small table, as <c>[[1, 2], [3, 4]]</c>; the shape of one with over 100 elements.</summary>
    public override string ToString() => Elements.Length <= 100
        ? $"[{string.Join(", ", Rows.Select(row => $"[{string.Join(", ", row.Select(Show))}]"))}]"
        : FormattableString.Invariant($"Table {RowCount}×{ColumnCount}");

    private static string Show(double element) => FormattableString.Invariant($"{element:G6}");

    internal static Table DiagonalMatrix(ImmutableArray<double> diagonal)
    {
        double[] matrix = new double[SizeOf(diagonal.Length, diagonal.Length)];
        for (int i = 0; i < diagonal.Length; i++)
        {
            matrix[(i * diagonal.Length) + i] = diagonal[i];
        }

        return Wrap(diagonal.Length, diagonal.Length, matrix);
    }

    private static void CheckShape(int rowCount, int columnCount, int elements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        if ((long)rowCount * columnCount != elements)
        {
            throw new ArgumentException(
                $"{rowCount}×{columnCount} elements are needed, not {elements}.", nameof(elements));
        }
    }

    /// <summary>The rows and columns chosen, in the order given.</summary>
    internal Table Select(ImmutableArray<int> rows, ImmutableArray<int> columns)
    {
        double[] selected = new double[SizeOf(rows.Length, columns.Length)];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                selected[(i * columns.Length) + j] = this[rows[i], columns[j]];
            }
        }

        return Wrap(rows.Length, columns.Length, selected);
    }

    /// <summary>How many elements such a table has, if an array can hold them.</summary>
    internal static int SizeOf(int rows, int columns) => (long)rows * columns <= Array.MaxLength
        ? rows * columns
        : throw new ArgumentException($"{rows}×{columns} numbers are more than an array holds.");

    /// <summary>Wraps an array that nobody else holds.</summary>
    internal static Table Wrap(int rows, int columns, double[] owned) => new(rows, columns, Content.Freeze(owned));
}
