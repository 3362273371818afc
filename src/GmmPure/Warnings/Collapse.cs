namespace GmmPure;

/// <summary>What in the data made a run collapse: the rows that a component was left with, or the data as a whole.</summary>
internal static class Collapse
{
    /// <summary>The causes, or none that can be named.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="last">The last element of the run.</param>
    /// <param name="cause">How it collapsed.</param>
    public static ImmutableArray<FitWarning> CausesOf(Dataset data, Iteration<IMixture> last, Degeneracy cause) => cause.Match(
        _ => [],
        singular => OfGaussians(data, last, singular),
        noMaximum => noMaximum.Component is { } component ? OfComponent(data, last.Model, component, null) : [],
        _ => []);

    private static ImmutableArray<FitWarning> OfGaussians(Dataset data, Iteration<IMixture> last, Degeneracy.Singular singular)
    {
        if ((last.Model as GaussianMixture)?.Structure is not { } structure)
        {
            return singular.Component is { } alone ? OfComponent(data, last.Model, alone, singular.Column) : [];
        }

        ImmutableArray<FitWarning> whole =
        [
            .. WholeData.Determined(data, structure.Shape, last.Ridge),
            .. last.Ridge > 0 ? [] : TooFew(data, structure, last.Model.ComponentCount),
        ];
        return whole.Any(each => each is FitWarning.DeterminedColumn) ? whole :
        [
            .. whole,
            .. singular.Component is { } component
                ? OfComponent(data, last.Model, component, singular.Column)
                : singular.Column is { } column ? FewLevels(data, column, last.Model.ComponentCount) : [],
        ];
    }

    /// <summary>
    /// The warning that there are fewer distinct rows than the components need. Components that share rows can do with fewer, but where
    /// a run collapsed they did not.
    /// </summary>
    private static IEnumerable<FitWarning> TooFew(Dataset data, CovarianceStructure structure, int components)
    {
        long needed = structure.LeastRows(components, data.Dimension);
        int rows = data.CountDistinctRows((int)Math.Min(needed, int.MaxValue));
        return rows < needed ? [new FitWarning.TooFewRows(rows, needed)] : [];
    }

    /// <summary>The warning that a column has no more values than there are components, each of which can then hold one value alone.</summary>
    private static IEnumerable<FitWarning> FewLevels(Dataset data, int column, int components) =>
        ColumnValues.Of(data, column).FewDistinct is { } few && few.Count <= components ? [few] : [];

    /// <summary>What the rows that a component holds have in common.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ.</param>
    /// <param name="component">The component.</param>
    /// <param name="collapsed">The column in which it collapsed, if it is known.</param>
    private static ImmutableArray<FitWarning> OfComponent(Dataset data, IMixture mixture, int component, int? collapsed)
    {
        ImmutableArray<int> rows = [.. HeldRows.Of(data, mixture, [component])[component]];
        if (rows is [var row])
        {
            return [Isolation.Of(data, component, row) is { } alone ? alone : Few(component, rows)];
        }

        int? equal = rows.IsEmpty ? null : Equal(data, rows, collapsed);
        return equal is { } column ? Repeated(data, column, data[rows[0], column])
            : rows.Length > 0 && rows.Length <= data.Dimension ? [Few(component, rows)]
            : [];
    }

    /// <summary>The first column in which the rows are all equal: that of the collapse, or another.</summary>
    private static int? Equal(Dataset data, ImmutableArray<int> rows, int? collapsed)
    {
        IEnumerable<int> columns = Enumerable.Range(0, data.Dimension);
        return (collapsed is { } first ? columns.Prepend(first) : columns)
            .Where(column => rows.All(row => data[row, column] == data[rows[0], column]))
            .Select(column => (int?)column)
            .FirstOrDefault();
    }

    private static ImmutableArray<FitWarning> Repeated(Dataset data, int column, double value)
    {
        var values = ColumnValues.Of(data, column);
        var repeated = new FitWarning.RepeatedValue(column, value, values.CountOf(value));
        return values.FewDistinct is { } few ? [repeated, few] : [repeated];
    }

    private static FitWarning.FewRows Few(int component, ImmutableArray<int> rows) =>
        new(component, [.. rows.Select(row => (long)row)]);
}
