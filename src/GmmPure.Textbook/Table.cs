namespace GmmPure.Textbook;

/// <summary>An immutable rectangle of numbers of any type, row after row; equal by content.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed record Table<T>
    where T : INumberBase<T>
{
    private readonly EqualArray<T> elements;

    private Table(int rows, int columns, ImmutableArray<T> elements)
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
    public ImmutableArray<T> Elements => elements;

    /// <summary>The element in a row and a column, both counted from 0.</summary>
    public T this[int row, int column] => Elements[(row * ColumnCount) + column];

    /// <summary>The table whose element (i, j) is a function of i and j.</summary>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="element">The element in a row and a column, both counted from 0.</param>
    public static Table<T> Create(int rows, int columns, Func<int, int, T> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new Table<T>(
            rows,
            columns,
            [.. Enumerable.Range(0, rows).SelectMany(i => Enumerable.Range(0, columns).Select(j => element(i, j)))]);
    }

    /// <summary>The same table in this number type; exact if T holds every double.</summary>
    public static Table<T> From(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Create(table.RowCount, table.ColumnCount, (i, j) => T.CreateChecked(table[i, j]));
    }

    /// <summary>One row.</summary>
    public ImmutableArray<T> Row(int row) => Elements.Slice(row * ColumnCount, ColumnCount);

    /// <summary>The same table in double precision, rounded.</summary>
    public Table ToTable() => Table.Create(RowCount, ColumnCount, [.. Elements.Select(double.CreateChecked)]);
}
