namespace GmmPure.Pictures.Panels;

/// <summary>What a picture says of the data and of the mixtures.</summary>
internal static class Columns
{
    /// <summary>The name of a column; x1, x2, … if it has none.</summary>
    public static string Name(Dataset data, GaussianMixture mixture, int column) =>
        !data.ColumnNames.IsEmpty ? data.ColumnNames[column]
        : !mixture.ColumnNames.IsEmpty ? mixture.ColumnNames[column]
        : data.Dimension == 1 ? "x"
        : FormattableString.Invariant($"x{column + 1}");

    /// <summary>The sizes of the data and of the mixtures, in words.</summary>
    public static string Sizes(Dataset data, ImmutableArray<Stage> stages)
    {
        var mixture = stages[0].Mixture;
        string weight = data.Weights.IsEmpty ? string.Empty : FormattableString.Invariant($" (total weight {data.TotalWeight:G6})");
        string columns = data.Dimension < 3 ? string.Empty : FormattableString.Invariant($", {data.Dimension} columns");
        return FormattableString.Invariant(
            $"{data.Count:N0} row{(data.Count == 1 ? string.Empty : "s")}{weight}{columns}; {mixture.ComponentCount} component{(mixture.ComponentCount == 1 ? string.Empty : "s")}, {mixture.Structure.Name} covariance");
    }

    /// <summary>Refuses a mixture of other columns.</summary>
    public static void Check(Dataset data, GaussianMixture mixture)
    {
        if (data.Dimension != mixture.Dimension)
        {
            throw new ArgumentException($"The data have {data.Dimension} columns, the mixture has {mixture.Dimension}.", nameof(mixture));
        }
    }
}
