namespace GmmPure.Pictures.Shapes;

/// <summary>Which rows are drawn, where all would be too many: the same for the same data.</summary>
internal static class Thinning
{
    /// <summary>
    /// The rows that weigh something, or of every n of them one, chosen by its number as if by lot: what repeats in the data
    /// is not taken for what the choice repeats.
    /// </summary>
    public static ImmutableArray<int> Rows(Dataset data, int most)
    {
        ImmutableArray<int> rows = [.. Enumerable.Range(0, data.Count).Where(row => data.WeightOf(row) > 0)];
        return rows.Length <= most
            ? rows
            : [.. Enumerable.Range(0, most).Select(i => rows[Between((long)i * rows.Length / most, (i + 1L) * rows.Length / most, (ulong)i)])];
    }

    /// <summary>Of so many iterations at most this many, the first and the last among them.</summary>
    public static ImmutableArray<int> Evenly(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : [.. Enumerable.Range(0, most).Select(i => (int)((long)i * (count - 1) / (most - 1)))];

    /// <summary>A number from one to below another, by a number's well-mixed bits (SplitMix64).</summary>
    private static int Between(long from, long to, ulong number)
    {
        ulong bits = unchecked((number + 1) * 0x9E3779B97F4A7C15);
        bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
        bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
        return (int)(from + (long)((bits >> 33) % (ulong)(to - from)));
    }
}
