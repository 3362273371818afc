using GmmPure.Kernels;

namespace GmmPure;

/// <summary>How far one row stands from all others, column by column.</summary>
internal static class Isolation
{
    /// <summary>
    /// The warning that a row stands alone, if in some column it is farther from its nearest neighbour than chance explains; else null.
    /// Of n rows whose tails fall like e⁻ˣ, as those of normal rows do and faster, the range is about ln n, and one stands farther from
    /// its nearest than c ranges of the others with a probability of about n⁻ᶜ; or because the m others lie close together, c⁻⁽ᵐ⁻¹⁾.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="component">The component that holds it.</param>
    /// <param name="row">The row.</param>
    public static FitWarning.LoneRow? Of(Dataset data, int component, int row)
    {
        int others = HeldRows.Count(data) - 1;
        if (others < 2)
        {
            return null;
        }

        var (column, distance) = Enumerable.Range(0, data.Dimension)
            .Select(each => (Column: each, Distance: Distance(data, row, each)))
            .MaxBy(each => each.Distance);
        double logChance = Math.Max(-distance * Elementary.Log(others), -(others - 1) * Elementary.Log(distance));
        return distance > 1 && logChance + Elementary.Log(data.Dimension) < Levels.LogLevel
            ? new(component, row, column, data[row, column])
            : null;
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
