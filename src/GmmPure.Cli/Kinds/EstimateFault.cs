namespace GmmPure.Cli.Kinds;

/// <summary>Why there is no estimate, in words, with the column by name and what to try.</summary>
internal static class EstimateFault
{
    public static string Words(Degeneracy cause, Dataset data) => cause.Match(
        emptied => emptied.Message,
        singular => Constant(data) is { } constant ? $"{constant}: it has no variance" : Collapsed(singular, data),
        noMaximum => Constant(data) is { } constant ? $"{constant}: {noMaximum.Message}" : noMaximum.Message,
        unreachable => unreachable.Message);

    private static string Collapsed(Degeneracy.Singular singular, Dataset data) =>
        FitWarning.Beforehand(data, CovarianceStructure.Full) is { } few
        ? $"{Display.Count(few.Rows, few.Rows == data.Count ? "row" : "distinct row")} are too few for a full covariance of "
            + FormattableString.Invariant($"{Display.Count(data.Dimension, "column")}, which takes {few.Needed}; try fewer columns (--columns)")
        : singular.Column is { } column and > 0
        ? $"column {Display.Field(data.ColumnNames[column])} is a linear combination of {Display.Names(data.ColumnNames[..column])} "
            + $"(to rounding, of the rows that count); try --exclude {Display.Argument(data.ColumnNames[column])}"
        : "the rows that count lie in one point, where the likelihood has no bound";

    /// <summary>That a column is constant, if one is.</summary>
    private static string? Constant(Dataset data) => data.ColumnVariances.IndexOf(0) is >= 0 and var column
        ? FormattableString.Invariant(
            $"column {Display.Field(data.ColumnNames[column])} is {data.ColumnMeans[column]:R} in every row")
        : null;
}
