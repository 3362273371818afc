namespace GmmPure.Cli.Reading;

/// <summary>Which columns of a file are the observation.</summary>
/// <param name="Only">The names after <c>--columns</c>, in that order; null for all.</param>
/// <param name="Without">The names after <c>--exclude</c>.</param>
internal sealed record ColumnChoice(ImmutableArray<string>? Only, ImmutableArray<string> Without)
{
    /// <summary>The chosen columns of a file, counted from 0.</summary>
    public ImmutableArray<int> Of(CsvHeader header, string file)
    {
        var named = Only ?? [];
        foreach (string name in named.Concat(Without).Where(name => header.IndexOf(name) < 0))
        {
            throw FailureException.CommandLine(
                $"{file} has no column \"{name}\"; its columns are {Display.Names(header.Names)}");
        }

        ImmutableArray<int> chosen =
        [
            .. (Only ?? header.Names).Except(Without, StringComparer.Ordinal).Select(header.IndexOf),
        ];
        int nameless = chosen.FirstOrDefault(column => Only is null && header.Unnamed.Contains(column), -1);
        return (chosen.IsEmpty, nameless) switch
        {
            (true, _) => throw FailureException.CommandLine($"no column of {file} is left"),
            (_, >= 0) => throw FailureException.Input(
                $"{file}: line 1: column {nameless + 1} has no name; "
                + $"leave it out with --exclude {header.Names[nameless]}, or choose with --columns"),
            _ => chosen,
        };
    }
}
