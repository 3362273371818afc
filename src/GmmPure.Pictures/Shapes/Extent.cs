namespace GmmPure.Pictures.Shapes;

/// <summary>How far the axes of columns reach.</summary>
internal static class Extent
{
    /// <summary>How many standard deviations of a component are to be seen, if they are not too far from the data.</summary>
    private const double Deviations = 2.5;

    /// <summary>
    /// From the least to the largest of a column, with room for the components: up to as far again to either side, lest a
    /// stray component leave the data no room.
    /// </summary>
    public static (double Low, double High) Of(Dataset data, IEnumerable<GaussianMixture> mixtures, int column)
    {
        var (low, high) = Of(data, column);
        double range = high - low;
        double from = low;
        double to = high;
        foreach (var mixture in mixtures)
        {
            for (int k = 0; k < mixture.ComponentCount; k++)
            {
                double reach = mixture.Weights[k] > 0 ? Deviations * mixture.Covariances[k].StandardDeviation(column) : double.NaN;
                double mean = mixture.Means[k, column];
                from = mean - reach < from ? mean - reach : from;
                to = mean + reach > to ? mean + reach : to;
            }
        }

        from = range > 0 ? Math.Max(from, low - range) : from;
        to = range > 0 ? Math.Min(to, high + range) : to;
        double room = 0.04 * (to - from);
        return (from - room, to + room);
    }

    /// <summary>The least and the largest value of a column, among the rows that weigh something.</summary>
    public static (double Low, double High) Of(Dataset data, int column)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        for (int row = 0; row < data.Count; row++)
        {
            if (data.WeightOf(row) > 0)
            {
                low = Math.Min(low, data[row, column]);
                high = Math.Max(high, data[row, column]);
            }
        }

        return (low, high);
    }
}
