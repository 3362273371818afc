using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Kinds;

/// <summary>
/// The components of a Gaussian mixture as a table: one row a component, if that fits on a page; else one block of rows a
/// component, one row a column of the data, of very many the first and the last.
/// </summary>
internal static class GaussianTable
{
    private static readonly ImmutableArray<TextColumn> BlockColumns =
        [new("component"), new("weight"), new("column", IsNumeric: false), new("mean"), new("sd")];

    public static string Of(GaussianMixture mixture)
    {
        ImmutableArray<ColumnFormat> formats = [.. Columns(mixture).Select(column => Format(mixture, column))];
        string? rows = mixture.Dimension > TableText.PageWidth
            ? null
            : TableText.Of([.. RowColumns(mixture)], Components(mixture).Select(k => Row(mixture, formats, k)));
        return rows is not null && TableText.Width(rows) <= TableText.PageWidth
            ? rows
            : TableText.Of(BlockColumns, Components(mixture).SelectMany(k => Block(mixture, formats, k)));
    }

    private static IEnumerable<int> Components(GaussianMixture mixture) => Enumerable.Range(0, mixture.ComponentCount);

    private static IEnumerable<int> Columns(GaussianMixture mixture) => Enumerable.Range(0, mixture.Dimension);

    private static IEnumerable<TextColumn> RowColumns(GaussianMixture mixture) =>
    [
        new("component"),
        new("weight"),
        .. mixture.ColumnNames.SelectMany(name => new TextColumn[] { new($"{name} mean"), new("sd") }),
    ];

    private static IEnumerable<string> Row(GaussianMixture mixture, ImmutableArray<ColumnFormat> formats, int component) =>
        [.. Head(mixture, component), .. Columns(mixture).SelectMany(column => Pair(mixture, formats, component, column))];

    private static IEnumerable<IEnumerable<string>> Block(
        GaussianMixture mixture, ImmutableArray<ColumnFormat> formats, int component) =>
        Elision.Of(
            mixture.Dimension,
            mixture.ComponentCount,
            column => (column == 0 ? Head(mixture, component) : [string.Empty, string.Empty])
                .Append(mixture.ColumnNames[column])
                .Concat(Pair(mixture, formats, component, column)),
            words => [string.Empty, string.Empty, words, string.Empty, string.Empty]);

    private static IEnumerable<string> Head(GaussianMixture mixture, int component) =>
        [Digits.Whole(component), ColumnFormat.Weight(mixture.Weights[component])];

    private static IEnumerable<string> Pair(
        GaussianMixture mixture, ImmutableArray<ColumnFormat> formats, int component, int column) =>
    [
        formats[column].Of(mixture.Means[component, column]),
        formats[column].Of(mixture.Covariances[component].StandardDeviation(column)),
    ];

    private static ColumnFormat Format(GaussianMixture mixture, int column) => new(
        Components(mixture).Select(component => mixture.Means[component, column]),
        mixture.Covariances.Select(covariance => covariance.StandardDeviation(column)));
}
