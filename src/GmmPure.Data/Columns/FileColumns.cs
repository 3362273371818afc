namespace GmmPure.Data;

/// <summary>The columns of a file of data.</summary>
public sealed record FileColumns
{
    private readonly EqualArray<string> names;
    private readonly EqualArray<int> unnamed;
    private readonly EqualArray<int> setAside;
    private readonly Derived<Dictionary<string, int>> positions;

    internal FileColumns(ImmutableArray<string> names, bool areNamed, ImmutableArray<int> unnamed, ImmutableArray<int> setAside)
    {
        (this.names, this.unnamed, this.setAside, AreNamed) = (names, unnamed, setAside, areNamed);
        positions = new(names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal));
    }

    /// <summary>One distinct name a column; a column without one is called x1, x2, … by its position.</summary>
    public ImmutableArray<string> Names => names;

    /// <summary>Whether the file names them.</summary>
    public bool AreNamed { get; }

    /// <summary>The columns whose name in the header is blank, counted from 0.</summary>
    public ImmutableArray<int> Unnamed => unnamed;

    /// <summary>The columns that belong to the observation only if they are named: they number rows, or hold nothing.</summary>
    public ImmutableArray<int> SetAside => setAside;

    /// <summary>The names of the columns that are the observation where nothing is chosen.</summary>
    internal IEnumerable<string> Usual =>
        SetAside.IsEmpty ? Names : Names.Where((_, column) => !SetAside.Contains(column));

    /// <summary>The columns of a file without names.</summary>
    /// <param name="count">How many there are.</param>
    public static FileColumns Generate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new([.. Enumerable.Range(0, count).Select(Generated)], areNamed: false, [], []);
    }

    /// <summary>The columns that a header names, or that a name stands there twice.</summary>
    /// <param name="header">The fields of the header.</param>
    /// <param name="line">Where it stands.</param>
    internal static FileColumns From(IEnumerable<string> header, long line)
    {
        string[] given = [.. header.Select(field => field.Trim())];
        ImmutableArray<string> all = [.. given.Select((name, column) => name.Length > 0 ? name : Generated(column))];
        string? twice = all.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        var blank = Enumerable.Range(0, given.Length).Where(column => given[column].Length == 0);
        return twice is null
            ? new FileColumns(all, areNamed: true, [.. blank], [])
            : throw new ReadException(new ReadFault.TwinNames(line, twice));
    }

    /// <summary>The same columns, of which these belong to the observation only if they are named.</summary>
    internal FileColumns Without(ImmutableArray<int> columns) => new(Names, AreNamed, Unnamed, columns);

    /// <summary>The position of a name, or −1.</summary>
    /// <param name="name">The name.</param>
    public int IndexOf(string name) => positions.Value.GetValueOrDefault(name, -1);

    internal static string Generated(int column) => FormattableString.Invariant($"x{column + 1}");
}
