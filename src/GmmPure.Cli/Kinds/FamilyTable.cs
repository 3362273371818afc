using GmmPure.Cli.Writing;
using GmmPure.Families;

namespace GmmPure.Cli.Kinds;

/// <summary>
/// The components of a mixture of any family as a table: one row a component, if that fits on a page; else one block of rows a
/// component, one row a parameter, of very many the first and the last.
/// </summary>
internal static class FamilyTable
{
    private static readonly ImmutableArray<TextColumn> BlockColumns =
        [new("component"), new("weight"), new("parameter", IsNumeric: false), new("value")];

    public static string Of(IMixture mixture)
    {
        var columns = mixture.ColumnNames;
        var family = Family.Of(mixture);
        ImmutableArray<ImmutableArray<Parameter>> parameters =
            [.. Enumerable.Range(0, mixture.ComponentCount).Select(component => family.ParametersOf(mixture, component))];
        ImmutableArray<string> names = [.. parameters[0].Select(parameter => Name(parameter, columns))];
        ImmutableArray<ColumnFormat> formats = [.. names.Select((_, i) => Format([.. parameters.Select(each => each[i])]))];
        string? rows = names.Length > TableText.PageWidth
            ? null
            : TableText.Of(
                [new("component"), new("weight"), .. names.Select(name => new TextColumn(name))],
                parameters.Select((each, k) =>
                    Head(mixture.Weights, k).Concat(each.Select((parameter, i) => formats[i].Of(parameter.Value)))));
        return rows is not null && TableText.Width(rows) <= TableText.PageWidth
            ? rows
            : TableText.Of(BlockColumns, parameters.SelectMany((each, k) => Elision.Of(
                each.Length,
                parameters.Length,
                i => (i == 0 ? Head(mixture.Weights, k) : [string.Empty, string.Empty]).Append(names[i]).Append(formats[i].Of(each[i].Value)),
                words => [string.Empty, string.Empty, words, string.Empty])));
    }

    private static IEnumerable<string> Head(ImmutableArray<double> weights, int component) =>
        [Digits.Whole(component), ColumnFormat.Weight(weights[component])];

    /// <summary>What is smaller than this, beside the other components' parameter, and than its own standard error is 0 but for rounding.</summary>
    private const double Nothing = 1e-6;

    /// <summary>By what one observation tells of the parameter, or where that is not known by its size.</summary>
    private static ColumnFormat Format(ImmutableArray<Parameter> components)
    {
        double largest = components.Max(each => Math.Abs(each.Value));
        return new(
            components.Select(each => each.Value),
            components.Where(each => !IsNothing(each, largest))
                .Select(each => each.StandardError is > 0 and var error ? error : Math.Abs(each.Value)).Where(each => each > 0).DefaultIfEmpty(1));
    }

    private static bool IsNothing(Parameter parameter, double largest) =>
        parameter.StandardError is { } error && Math.Abs(parameter.Value) < error && error < Nothing * largest;

    /// <summary>Of several columns each is named.</summary>
    private static string Name(Parameter parameter, ImmutableArray<string> columns)
    {
        var named = new[] { parameter.Column, parameter.OtherColumn }.OfType<int>().Select(column => columns[column]);
        return columns.Length == 1 || parameter.Column is null ? parameter.Name : $"{string.Join(", ", named)} {parameter.Name}";
    }
}
