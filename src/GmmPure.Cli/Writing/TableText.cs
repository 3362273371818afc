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

    /// <summary>A table with a line under its header.</summary>
    public static string Of(IEnumerable<TextColumn> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            var alignment = column.IsNumeric ? Justify.Right : Justify.Left;
            table.AddColumn(new TableColumn(Cell(column.Title)) { Alignment = alignment, NoWrap = true });
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(Cell));
        }

        return Render(table);
    }

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
