using GmmPure.Data.Text;

namespace GmmPure.Data.Tables;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnKind
{
    /// <summary>Numbers, or truth values.</summary>
    Numbers,

    /// <summary>Text.</summary>
    Text,

    /// <summary>Dates, lists and whatever else is neither.</summary>
    Other,
}

/// <summary>A column of a table that is read by columns.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Type">The same in words.</param>
internal sealed record TableColumn(string Name, ColumnKind Kind, string Type);

/// <summary>The chosen columns of a table that has names and is read by columns, some rows at a time.</summary>
internal sealed class TableBlock
{
    private readonly ImmutableArray<TableColumn> table;
    private readonly FileColumns columns;
    private readonly ColumnRoles roles;
    private readonly MissingMarkers missing;
    private readonly bool[] haveValues;
    private long before;
    private readonly ColumnBlock block;

    /// <param name="table">The columns.</param>
    /// <param name="plan">How the file is to be read.</param>
    /// <param name="rows">How many rows there will be, if that is known.</param>
    public TableBlock(ImmutableArray<TableColumn> table, ReadPlan plan, int rows)
    {
        this.table = table;
        columns = Named(table);
        roles = plan.Choose(columns);
        missing = new MissingMarkers(plan.Options.MissingValues);
        haveValues = new bool[table.Length];
        block = new ColumnBlock(columns, roles, rows, plan);
        foreach (int column in roles.Observation.Where(column => table[column].Kind is ColumnKind.Other))
        {
            throw new ReadException(new ReadFault.BadValue(
                ReadPlace.Row(1), table[column].Name, table[column].Type, CellFault.NotANumber));
        }
    }

    /// <summary>The columns that are wanted.</summary>
    public IEnumerable<int> Used => Enumerable.Range(0, table.Length).Where(roles.Use);

    /// <summary>How many rows have been added and not handed out.</summary>
    public int RowCount => block.RowCount;

    /// <summary>Whether the numbers of a column are wanted, or its labels.</summary>
    public bool IsRead(int column) => roles.IsNumber(column) || column == roles.Labels;

    /// <summary>Whether a column is carried through as text.</summary>
    public bool IsKept(int column) => roles.Kept.Contains(column);

    /// <summary>Keeps some rows of a column that is carried through.</summary>
    /// <param name="column">The column.</param>
    /// <param name="texts">The texts, null where one is missing; null if what the column holds has none.</param>
    public void Keep(int column, IEnumerable<string?>? texts) => block.Keep(
        column,
        texts?.Select(text => text ?? string.Empty) ?? throw new ReadException(new ReadFault.BadValue(
            ReadPlace.Row(1), table[column].Name, table[column].Type, CellFault.NoText)));

    /// <summary>Whether a column is read as text.</summary>
    public bool IsText(int column) => table[column].Kind is ColumnKind.Text;

    /// <summary>Adds some rows of a column of numbers.</summary>
    /// <param name="column">The column.</param>
    /// <param name="first">The first row.</param>
    /// <param name="numbers">The numbers from there on, NaN where one is missing.</param>
    /// <param name="count">How many rows there are, with these.</param>
    public void Add(int column, int first, double[] numbers, int count) => block.SetColumn(column, first, numbers, count);

    /// <summary>Adds some rows of a column of text.</summary>
    public void Add(int column, int first, string?[] texts, int count)
    {
        if (column == roles.Labels)
        {
            block.AddLabels(texts.Select(text => text?.Trim() ?? string.Empty));
        }
        else
        {
            block.SetColumn(column, first, [.. texts.Select((text, row) => Number(text, first + row, column))], count);
        }
    }

    /// <summary>Hands out the rows that were added.</summary>
    /// <param name="isLast">Whether no more will come.</param>
    public RawRows Take(bool isLast)
    {
        before += block.RowCount;
        return block.Take(isLast);
    }

    private static FileColumns Named(ImmutableArray<TableColumn> table)
    {
        if (table.IsEmpty)
        {
            throw new ReadException(new ReadFault.BadArray(ArrayFault.NoColumns, string.Empty));
        }

        var named = FileColumns.From(table.Select(column => column.Name), line: 1);
        return named.Without([.. Enumerable.Range(0, table.Length).Where(column => IndexNames.OfPrograms(table[column].Name) && table.Length > 1)]);
    }

    /// <summary>The number that a text is, or that stands for it as a word; the first value of a column says which of these it holds.</summary>
    private double Number(string? text, int row, int column)
    {
        if (text is null || missing.Has(text))
        {
            return double.NaN;
        }

        int position = roles.Observation.IndexOf(column);
        bool isFirst = !haveValues[column];
        haveValues[column] = true;
        bool holdsWords = position >= 0 && block.Words.Holds(position);
        return !holdsWords && NumberText.TryReal(text, DecimalMark.Point, out double number) && double.IsFinite(number) ? number
            : (position < 0 ? null : block.Words.Number(position, text, isFirst)) ?? throw new ReadException(new ReadFault.BadValue(
                ReadPlace.Row(before + row + 1), table[column].Name, text, CellFaults.Of(text, DecimalMark.Point)));
    }
}
