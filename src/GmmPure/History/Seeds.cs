namespace GmmPure;

/// <summary>Seeds for restarts, each derived from the first: streams of randomness are never shared.</summary>
public static class Seeds
{
    /// <summary>
    /// An endless sequence of seeds: the given one first, then numbers below 2³² derived from it. Each is a seed like any
    /// other, so any one of the restarts can be repeated alone.
    /// </summary>
    /// <param name="seed">Any number.</param>
    public static IEnumerable<long> From(long seed)
    {
        yield return seed;
        for (ulong index = 1; ; index++)
        {
            yield return (long)(RandomStream.Mix(unchecked((ulong)seed) + (index * RandomStream.GoldenGamma)) >> 32);
        }
    }
}
