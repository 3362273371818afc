using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>
/// How the columns of the data and those of a file that needs them are matched: by name if both have names, in that file's
/// order; by position otherwise.
/// </summary>
/// <param name="File">What messages call the file.</param>
/// <param name="Kind">What it is: a model, a history.</param>
/// <param name="Names">The names that it has; empty if it has none.</param>
/// <param name="Dimension">How many columns it needs.</param>
/// <param name="Request">The data.</param>
internal sealed record ExpectedColumns(
    string File, string Kind, ImmutableArray<string> Names, int Dimension, DataRequest Request)
{
    /// <summary>What each of the data's columns is.</summary>
    public ColumnRoles Choose(FileColumns columns)
    {
        var choice = Request.Choice;
        if (!MatchesByName(columns))
        {
            var roles = Request.Roles(choice, columns);
            return roles.Observation.Length == Dimension
                ? roles
                : throw FailureException.Input(
                    $"{File} has {Display.Count(Dimension, "column")}, {Request.Name} has {roles.Observation.Length}");
        }

        foreach (string name in Names.Where(name => columns.IndexOf(name) < 0))
        {
            throw FailureException.Input(
                $"{Request.Name} has no column {Display.Field(name)}, which {File} needs; "
                + $"its columns are {Display.Names(columns.Names)}");
        }

        var wanted = Request.Roles(choice with { Only = choice.Only ?? Names }, columns);
        ImmutableArray<int> needed = [.. Names.Select(columns.IndexOf)];
        return wanted.Observation.Order().SequenceEqual(needed.Order())
            ? wanted with { Observation = needed }
            : throw FailureException.Input(
                $"{File} is {Kind} of the columns {Display.Names(Names)}, "
                + $"not of {Display.Names([.. wanted.Observation.Select(column => columns.Names[column])])}");
    }

    /// <summary>Whether both have names. Generated ones (x1, x2, …) count only if both have them.</summary>
    private bool MatchesByName(FileColumns columns) =>
        !Names.IsEmpty
        && (Names.All(name => columns.IndexOf(name) >= 0) || (columns.AreNamed && !AreGenerated(Names)));

    private static bool AreGenerated(ImmutableArray<string> names) =>
        names.SequenceEqual(FileColumns.Generate(names.Length).Names, StringComparer.Ordinal);
}
