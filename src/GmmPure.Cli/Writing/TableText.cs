using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GmmPure.Cli.Writing;

/// <summary>A column of a printed table.</summary>
/// <param name="Title">Its header.</param>
/// <param name="IsNumeric">Whether it stands to the right.</param>
internal sealed record TextColumn(string Title, bool IsNumeric = true);

/// <summary>Tables as plain text: the same characters on a terminal of any width, in a pipe and in a file.</summary>
internal static class TableText
{
    /// <summary>The width at which a reader's terminal may be assumed to wrap.</summary>
    public const int PageWidth = 80;

    /// <summary>Wide enough that nothing is ever wrapped or cut.</summary>
    private const int Unlimited = 1 << 20;

    /// <summary>How many rows are laid out at once: each takes some kilobytes meanwhile.</summary>
    private const int RowsAtOnce = 4096;

    /// <summary>A table with a line under its header. Of very many rows, which are gone through twice, it is laid out part by part.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The cells.</param>
    /// <param name="rowsAtOnce">How many rows a part has.</param>
    public static string Of(IReadOnlyList<TextColumn> columns, IEnumerable<IEnumerable<string>> rows, int rowsAtOnce = RowsAtOnce)
    {
        bool isOne = !rows.Skip(rowsAtOnce).Any();
        int[]? widths = isOne ? null : Widths(columns, rows);
        return isOne
            ? Part(columns, rows, null, isFirst: true)
            : string.Concat(rows.Chunk(rowsAtOnce).Select((part, index) => Part(columns, part, widths, isFirst: index == 0)));
    }

    private static string Part(IReadOnlyList<TextColumn> columns, IEnumerable<IEnumerable<string>> rows, int[]? widths, bool isFirst)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Simple, ShowHeaders = isFirst };
        for (int i = 0; i < columns.Count; i++)
        {
            var alignment = columns[i].IsNumeric ? Justify.Right : Justify.Left;
            table.AddColumn(new TableColumn(Cell(columns[i].Title)) { Alignment = alignment, NoWrap = true, Width = widths?[i] });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(Cell));
        }

        return Render(table);
    }

    /// <summary>The width of every column's widest cell.</summary>
    private static int[] Widths(IReadOnlyList<TextColumn> columns, IEnumerable<IEnumerable<string>> rows)
    {
        int[] widths = [.. columns.Select(column => WidthOf(column.Title))];
        foreach (var row in rows)
        {
            int place = 0;
            foreach (string cell in row)
            {
                widths[place] = Math.Max(widths[place], WidthOf(cell));
                place++;
            }
        }

        return widths;
    }

    private static int WidthOf(string text) => new Segment(Display.OneLine(text)).CellCount();

    /// <summary>Names and their values, one a line.</summary>
    public static string Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn(new GridColumn { NoWrap = true });
        foreach (var (name, value) in pairs)
        {
            grid.AddRow(Cell($"  {name}"), Cell(value));
        }

        return Render(grid);
    }

    /// <summary>The width of the widest line.</summary>
    public static int Width(string text) => text.Split('\n').Max(line => line.Length);

    /// <summary>Plain text, in which nothing is markup.</summary>
    private static Text Cell(string text) => new(Display.OneLine(text));

    /// <summary>What the console would show, without trailing blanks and without empty lines around.</summary>
    private static string Render(IRenderable table)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Unlimited;
        console.Profile.Encoding = Encoding.UTF8;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        var lines = text.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        return string.Join('\n', lines) + "\n";
    }
}
