namespace GmmPure.Benchmarks;

/// <summary>A column of a table: numbers stand at its right, text at its left.</summary>
internal sealed record Column(string Title, int Width = 0, bool IsText = false)
{
    public string Header => Pad(Title);

    public string Rule => IsText ? new string('-', Header.Length) : new string('-', Header.Length - 1) + ":";

    public string Pad(string cell) =>
        IsText ? cell.PadRight(Math.Max(Width, Title.Length)) : cell.PadLeft(Math.Max(Width, Title.Length));
}

/// <summary>A table that is printed row by row, as its rows are measured.</summary>
internal sealed class MarkdownTable
{
    private readonly ImmutableArray<Column> columns;

    public MarkdownTable(string caption, params IEnumerable<Column> columns)
    {
        this.columns = [.. columns];
        Console.WriteLine();
        Console.WriteLine(caption);
        Console.WriteLine();
        Print(this.columns.Select(column => column.Header));
        Print(this.columns.Select(column => column.Rule));
    }

    public void Row(params IEnumerable<string> cells) => Print(columns.Zip(cells, (column, cell) => column.Pad(cell)));

    private static void Print(IEnumerable<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
