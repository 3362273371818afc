namespace GmmPure.Cli.Reading;

/// <summary>
/// How the columns of the data and those of a model are matched: by name if both have names, in the model's order; by
/// position otherwise.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="ModelPath">The model's file.</param>
/// <param name="Request">The data.</param>
internal sealed record ModelColumns(GaussianMixture Model, string ModelPath, DataRequest Request)
{
    private string ModelName => InputFile.Name(ModelPath);

    /// <summary>What each of the file's columns is.</summary>
    public ColumnRoles Choose(FileColumns columns)
    {
        var choice = Request.Choice;
        if (!MatchesByName(columns))
        {
            var roles = choice.Of(columns, Request.Name);
            return roles.Observation.Length == Model.Dimension
                ? roles
                : throw FailureException.Input(
                    $"{ModelName} has {Display.Count(Model.Dimension, "column")}, "
                    + $"{Request.Name} has {roles.Observation.Length}");
        }

        foreach (string name in Model.ColumnNames.Where(name => columns.IndexOf(name) < 0))
        {
            throw FailureException.Input(
                $"{Request.Name} has no column {Display.Field(name)}, which {ModelName} needs; "
                + $"its columns are {Display.Names(columns.Names)}");
        }

        var wanted = (choice with { Only = choice.Only ?? Model.ColumnNames }).Of(columns, Request.Name);
        ImmutableArray<int> needed = [.. Model.ColumnNames.Select(columns.IndexOf)];
        return wanted.Observation.Order().SequenceEqual(needed.Order())
            ? wanted with { Observation = needed }
            : throw FailureException.Input(
                $"{ModelName} is a model of the columns {Display.Names(Model.ColumnNames)}, "
                + $"not of {Display.Names([.. wanted.Observation.Select(column => columns.Names[column])])}");
    }

    /// <summary>Both with the same names: those of the file, or the model's if the file has none.</summary>
    public (Dataset Data, GaussianMixture Model) Name(FileData read) => Model.ColumnNames.IsEmpty
        ? (read.Data, Model.WithColumnNames(read.Data.ColumnNames))
        : (read.Data.WithColumnNames(Model.ColumnNames), Model);

    /// <summary>Whether both have names. Generated ones (x1, x2, …) count only if both have them.</summary>
    private bool MatchesByName(FileColumns columns) =>
        !Model.ColumnNames.IsEmpty
        && (Model.ColumnNames.All(name => columns.IndexOf(name) >= 0) || (columns.AreNamed && !AreGenerated(Model.ColumnNames)));

    private static bool AreGenerated(ImmutableArray<string> names) =>
        names.SequenceEqual(FileColumns.Generate(names.Length).Names, StringComparer.Ordinal);
}
