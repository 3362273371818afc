namespace GmmPure.Tests;

/// <summary>How far draws are from a distribution.</summary>
internal static class Kolmogorov
{
    /// <summary>Dvoretzky–Kiefer–Wolfowitz: P(sup |F_n − F| > ε) ≤ 2·exp(−2nε²) for any distribution, here one in 10⁹.</summary>
    public static double Bound(int count) => Math.Sqrt(Math.Log(2e9) / (2.0 * count));

    /// <summary>sup |F_n − F|. Left of a draw, F is that of the number before it: the whole number before it, if it is whole.</summary>
    public static double Distance(IEnumerable<double> draws, Func<double, double> distribution, bool isWhole = false)
    {
        double[] sorted = [.. draws.Order()];
        double distance = 0;
        int below = 0;
        while (below < sorted.Length)
        {
            double value = sorted[below];
            int upTo = below + 1;
            while (upTo < sorted.Length && sorted[upTo] == value)
            {
                upTo++;
            }

            double before = isWhole ? Math.Min(value - 1, Math.BitDecrement(value)) : Math.BitDecrement(value);
            distance = Math.Max(distance, Math.Abs(distribution(before) - ((double)below / sorted.Length)));
            distance = Math.Max(distance, Math.Abs(distribution(value) - ((double)upTo / sorted.Length)));
            below = upTo;
        }

        return distance;
    }
}
