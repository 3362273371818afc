using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Benchmarks;

/// <summary>How many multiplications and additions one core can do at most: twelve fused chains that wait for nothing.</summary>
internal static class Peak
{
    private const int Chains = 12;
    private const int Steps = 2_000_000;

    /// <summary>
    /// In 10⁹ a second: each fused step is one of either, in eight lanes. It takes some milliseconds, and says what the core
    /// does just now: where others share it, that may be half of what it did before.
    /// </summary>
    public static double Now()
    {
        var sum = Vector512<double>.Zero;
        double seconds = Timing.Seconds(() => sum = Run(Steps, Vector512.Create(0.999), Vector512.Create(0.001)));
        return double.IsNaN(sum[0]) ? double.NaN : Steps * (double)Chains * 2 * Vector512<double>.Count / seconds / 1e9;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static Vector512<double> Run(int steps, Vector512<double> x, Vector512<double> y)
    {
        var (a, b, c, d, e, f) = (y, y, y, y, y, y);
        var (g, h, i, j, k, l) = (y, y, y, y, y, y);
        for (int step = 0; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
            k = Vector512.FusedMultiplyAdd(k, x, y);
            l = Vector512.FusedMultiplyAdd(l, x, y);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l;
    }
}
