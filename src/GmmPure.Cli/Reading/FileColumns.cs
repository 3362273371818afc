namespace GmmPure.Cli.Reading;

/// <summary>The columns of a data file.</summary>
/// <param name="Names">One distinct name a column; a column without one is called x1, x2, … by its position.</param>
/// <param name="AreNamed">Whether the file names them.</param>
/// <param name="Unnamed">The columns whose name in the header is blank, counted from 0.</param>
internal sealed record FileColumns(ImmutableArray<string> Names, bool AreNamed, ImmutableArray<int> Unnamed)
{
    private readonly Dictionary<string, int> positions =
        Names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

    /// <summary>The columns of a file without names.</summary>
    public static FileColumns Generate(int columns) =>
        new([.. Enumerable.Range(0, columns).Select(Generated)], AreNamed: false, []);

    /// <summary>The columns that a file's first record names.</summary>
    public static FileColumns From(CsvRecord header, string file)
    {
        string[] given = [.. header.Fields.Select(field => field.Trim())];
        ImmutableArray<string> names = [.. given.Select((name, column) => name.Length > 0 ? name : Generated(column))];
        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        var unnamed = Enumerable.Range(0, given.Length).Where(column => given[column].Length == 0);
        return twice is null
            ? new FileColumns(names, AreNamed: true, [.. unnamed])
            : throw FailureException.Input($"{file}: line {header.Line}: two columns are called {Display.Field(twice)}");
    }

    /// <summary>The position of a name, or −1.</summary>
    public int IndexOf(string name) => positions.GetValueOrDefault(name, -1);

    private static string Generated(int column) => FormattableString.Invariant($"x{column + 1}");
}
