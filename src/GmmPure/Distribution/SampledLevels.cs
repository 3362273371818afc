namespace GmmPure.Families;

/// <summary>Outlier levels from draws, where none are known exactly.</summary>
internal static class SampledLevels
{
    /// <summary>So many draws are held at a time.</summary>
    private const int Chunk = 4096;

    /// <summary>
    /// The share of the observation and the draws together that are at most as dense as it: (n + 1)/(M + 1) for n of M draws, which
    /// is never 0, and for a draw of the mixture not below α with a probability of more than 1 − α.
    /// </summary>
    /// <param name="draws">Draws from the mixture.</param>
    /// <param name="count">M.</param>
    /// <param name="logDensitiesOf">ln p of draws and of observations.</param>
    public static Func<Dataset, OutlierLevels> Of(
        IEnumerable<Draw> draws, int count, Func<Dataset, ImmutableArray<double>> logDensitiesOf)
    {
        double[] drawn =
        [
            .. draws.Take(count).Chunk(Chunk).SelectMany(each =>
                logDensitiesOf(Dataset.FromRows(each.Select(draw => draw.Observation.AsEnumerable())))).Order(),
        ];
        return data =>
        {
            ImmutableArray<double> levels = [.. logDensitiesOf(data).Select(own => LevelAmong(drawn, own))];
            return new OutlierLevels(
                levels,
                [.. levels.Select(level => Math.Sqrt(level * (1 - level) / count))],
                count);
        };
    }

    private static double LevelAmong(double[] drawn, double own)
    {
        if (double.IsNegativeInfinity(own))
        {
            return 0;
        }

        int low = 0;
        int high = drawn.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = drawn[middle] <= own ? (middle + 1, high) : (low, middle);
        }

        return (low + 1.0) / (drawn.Length + 1.0);
    }
}
