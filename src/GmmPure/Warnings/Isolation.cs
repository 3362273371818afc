namespace GmmPure;

/// <summary>How far one row stands from all others, column by column.</summary>
internal static class Isolation
{
    /// <summary>
    /// The row as a lone one, if in some column it is farther from its nearest than all others are from one another: null if not. Of a
    /// sample of n rows whose tails fall like e⁻ˣ or faster that happens with a probability of about 1/n.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="component">The component that holds it.</param>
    /// <param name="row">The row.</param>
    public static FitWarning.LoneRow? Of(Dataset data, int component, int row)
    {
        var (column, distance) = Enumerable.Range(0, data.Dimension)
            .Select(each => (Column: each, Distance: Distance(data, row, each)))
            .MaxBy(each => each.Distance);
        return distance > 1 ? new(component, row, column, data[row, column]) : null;
    }

    /// <summary>The distance from the nearest other value, in units of the others' range.</summary>
    private static double Distance(Dataset data, int row, int column)
    {
        var (least, most, nearest) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity);
        for (int other = 0; other < data.Count; other++)
        {
            if (other != row && data.WeightOf(other) > 0)
            {
                double value = data[other, column];
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
                nearest = Math.Min(nearest, Math.Abs(value - data[row, column]));
            }
        }

        return most > least ? nearest / (most - least) : 0;
    }
}
