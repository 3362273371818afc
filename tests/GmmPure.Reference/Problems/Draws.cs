namespace GmmPure.Reference;

/// <summary>
/// Nearly normal numbers that any language can make, exactly: s ← 48271·s mod 2³¹ − 1 gives uniform numbers u = s/2³¹, and
/// z = u_1 + … + u_12 − 6 has mean 0 and variance 1. No operation rounds.
/// </summary>
internal static class Draws
{
    /// <summary>z_0, z_1, …, z_(count − 1) from s = seed.</summary>
    public static ImmutableArray<double> Normal(int seed, int count) =>
        [.. Uniform(seed).Chunk(12).Select(twelve => twelve.Sum() - 6).Take(count)];

    private static IEnumerable<double> Uniform(long s)
    {
        while (true)
        {
            s = 48271 * s % int.MaxValue;
            yield return s / 2147483648.0;
        }
    }
}
