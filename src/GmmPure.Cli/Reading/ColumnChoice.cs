namespace GmmPure.Cli.Reading;

/// <summary>What the command line says about the columns.</summary>
/// <param name="Only">The names after <c>--columns</c>, in that order; null for all.</param>
/// <param name="Without">The names after <c>--exclude</c>.</param>
/// <param name="Weights">The name after <c>--weights</c>, which is never part of the observation.</param>
/// <param name="Labels">The name after <c>--init labels:</c> or <c>--labels</c>, which is never part of the observation.</param>
/// <param name="MayLackLabels">Whether the label of a row may be missing.</param>
internal sealed record ColumnChoice(
    ImmutableArray<string>? Only, ImmutableArray<string> Without, string? Weights, string? Labels, bool MayLackLabels)
{
    private IEnumerable<string> Special => new[] { Weights, Labels }.OfType<string>();

    /// <summary>What each of the file's columns is.</summary>
    public ColumnRoles Of(FileColumns columns, string file)
    {
        CheckNames(columns, file);
        ImmutableArray<int> observation =
        [
            .. (Only ?? columns.Names).Except(Without.Concat(Special), StringComparer.Ordinal).Select(columns.IndexOf),
        ];
        var unnamed = columns.Unnamed.ToHashSet();
        int nameless = observation.FirstOrDefault(column => Only is null && unnamed.Contains(column), -1);
        return (observation.IsEmpty, nameless) switch
        {
            (true, _) => throw FailureException.CommandLine($"no column of {file} is left"),
            (_, >= 0) => throw FailureException.Input(
                $"{file}: line 1: column {nameless + 1} has no name; "
                + $"leave it out with --exclude {Display.Argument(columns.Names[nameless])}, or choose with --columns"),
            _ => new ColumnRoles(observation, PositionOf(Weights, columns), PositionOf(Labels, columns), MayLackLabels),
        };
    }

    private void CheckNames(FileColumns columns, string file)
    {
        var named = Only ?? [];
        foreach (string name in named.Concat(Without).Concat(Special).Where(name => columns.IndexOf(name) < 0))
        {
            throw FailureException.CommandLine(
                $"{file} has no column {Display.Field(name)}; its columns are {Display.Names(columns.Names)}");
        }

        foreach (string name in Special.Where(name => named.Contains(name, StringComparer.Ordinal)))
        {
            throw FailureException.CommandLine($"column {Display.Field(name)} cannot be weight or label and observation at once");
        }
    }

    private static int? PositionOf(string? name, FileColumns columns) => name is null ? null : columns.IndexOf(name);
}
