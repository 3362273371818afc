using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>
/// How the columns of the data and those of a given start are matched: by name if both have names, in the start's order;
/// by position otherwise.
/// </summary>
internal static class StartColumns
{
    /// <summary>The columns of the file that are the observation.</summary>
    public static ImmutableArray<int> Choose(CsvHeader header, FitRequest request, GaussianMixture? start)
    {
        var choice = request.Data.Choice;
        if (start is null || !MatchesByName(header, start))
        {
            var chosen = choice.Of(header, request.Data.Name);
            return start is null || chosen.Length == start.Dimension
                ? chosen
                : throw FailureException.Input(
                    $"{request.Start} has {Display.Count(start.Dimension, "column")}, "
                    + $"{request.Data.Name} has {chosen.Length}");
        }

        foreach (string name in start.ColumnNames.Where(name => header.IndexOf(name) < 0))
        {
            throw FailureException.Input(
                $"{request.Data.Name} has no column \"{name}\", which {request.Start} needs; "
                + $"its columns are {Display.Names(header.Names)}");
        }

        var wanted = (choice with { Only = choice.Only ?? start.ColumnNames }).Of(header, request.Data.Name);
        ImmutableArray<int> needed = [.. start.ColumnNames.Select(header.IndexOf)];
        return wanted.Order().SequenceEqual(needed.Order())
            ? needed
            : throw FailureException.Input(
                $"{request.Start} is a model of the columns {Display.Names(start.ColumnNames)}, "
                + $"not of {Display.Names(wanted.Select(column => header.Names[column]))}");
    }

    /// <summary>Whether both have names; generated ones count if a model has them too.</summary>
    private static bool MatchesByName(CsvHeader header, GaussianMixture start) =>
        !start.ColumnNames.IsEmpty && (header.IsGiven || start.ColumnNames.All(header.Names.Contains));

    /// <summary>Both with the same names: those of the file, or the start's if the file has none.</summary>
    public static (Dataset Data, GaussianMixture? Start) Name(CsvData read, GaussianMixture? start) => start switch
    {
        null => (read.Data, null),
        { ColumnNames.IsEmpty: true } => (read.Data, start.WithColumnNames(read.Data.ColumnNames)),
        _ => (read.Data.WithColumnNames(start.ColumnNames), start),
    };
}
