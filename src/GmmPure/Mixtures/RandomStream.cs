using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// Pseudo-random numbers from a seed: SplitMix64 (Steele, Lea, Flood 2014), a counter passed through a mixing function.
/// A local variable of whoever draws; never shared, never stored.
/// </summary>
internal struct RandomStream(long seed)
{
    /// <summary>2⁶⁴ over the golden ratio, odd: the counter's step.</summary>
    public const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    /// <summary>The seed is mixed first, so that no two streams are shifts of each other.</summary>
    private ulong state = Mix(unchecked((ulong)seed + GoldenGamma));
    private double? spare;

    /// <summary>The mixing function: a bijection of 64-bit numbers.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Goes on as if so many uniform numbers had been drawn.</summary>
    public void Skip(long count) => state = unchecked(state + ((ulong)count * GoldenGamma));

    /// <summary>Uniform in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextUniform()
    {
        state = unchecked(state + GoldenGamma);
        return (Mix(state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Uniform in (0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextInside()
    {
        double uniform;
        do
        {
            uniform = NextUniform();
        }
        while (uniform == 0);
        return uniform;
    }

    /// <summary>Standard normal, by Marsaglia's polar method.</summary>
    public double NextNormal()
    {
        if (spare is { } kept)
        {
            spare = null;
            return kept;
        }

        while (true)
        {
            double u = (2 * NextUniform()) - 1;
            double v = (2 * NextUniform()) - 1;
            double square = (u * u) + (v * v);
            if (square is > 0 and < 1)
            {
                double factor = Math.Sqrt(-2 * Elementary.Log(square) / square);
                spare = v * factor;
                return u * factor;
            }
        }
    }

    /// <summary>Standard exponential.</summary>
    public double NextExponential() => -Elementary.Log(1 - NextUniform());

    /// <summary>An index, with probability proportional to its share; shares are not negative and not all 0.</summary>
    public int NextIndex(ReadOnlySpan<double> shares) => IndexAt(NextUniform(), shares);

    /// <summary>The index at a uniform number in [0, 1), if each has its share of the interval; the last, if rounding leaves a rest.</summary>
    public static int IndexAt(double uniform, ReadOnlySpan<double> shares)
    {
        double total = 0;
        foreach (double share in shares)
        {
            total += share;
        }

        double target = uniform * total;
        int last = -1;
        for (int index = 0; index < shares.Length; index++)
        {
            if (shares[index] > 0)
            {
                last = index;
                target -= shares[index];
                if (target < 0)
                {
                    return index;
                }
            }
        }

        return last;
    }
}
