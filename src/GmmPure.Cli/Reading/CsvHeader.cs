namespace GmmPure.Cli.Reading;

/// <summary>The columns of a CSV file.</summary>
/// <param name="Names">One distinct name a column; a column without one is called x1, x2, … by its position.</param>
/// <param name="IsGiven">Whether the file has a header.</param>
/// <param name="Unnamed">The columns whose name in the header is blank, counted from 0.</param>
internal sealed record CsvHeader(ImmutableArray<string> Names, bool IsGiven, ImmutableArray<int> Unnamed)
{
    /// <summary>The header of a file without one.</summary>
    public static CsvHeader Generate(int columns) =>
        new([.. Enumerable.Range(0, columns).Select(Generated)], IsGiven: false, []);

    /// <summary>The header that a file's first record is.</summary>
    public static CsvHeader From(CsvRecord record, string file)
    {
        string[] given = [.. record.Fields.Select(field => field.Trim())];
        ImmutableArray<string> names = [.. given.Select((name, column) => name.Length > 0 ? name : Generated(column))];
        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        var unnamed = Enumerable.Range(0, given.Length).Where(column => given[column].Length == 0);
        return twice is null
            ? new CsvHeader(names, IsGiven: true, [.. unnamed])
            : throw FailureException.Input($"{file}: line {record.Line}: two columns are called \"{twice}\"");
    }

    /// <summary>The position of a name, or −1.</summary>
    public int IndexOf(string name) => Names.IndexOf(name);

    private static string Generated(int column) => FormattableString.Invariant($"x{column + 1}");
}
