using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// From ln πₖ𝒩ₖ to responsibilities and log-densities: log-sum-exp by max-shift, rₖ = e^(aₖ − max)/Σ e^(a − max).
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal static class Softmax<T>
    where T : struct, IRegister<T>
{
    /// <summary>Terms aₖ become e^(aₖ − max); the largest, the sums and their inverses are set.</summary>
    /// <returns>Whether all samples have a largest term that is finite; if not, the tile is half done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryApply(Tile tile)
    {
        nuint end = (nuint)tile.Components * Tile.Stride;
        ref double largest = ref tile.Largest[0];
        ref double sums = ref tile.Sums[0];
        ref double shares = ref tile.Shares[0];
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            ref double terms = ref Unsafe.Add(ref tile.Terms, sample);
            var max = T.At(ref terms, 0);
            for (nuint k = Tile.Stride; k < end; k += Tile.Stride)
            {
                max = T.Max(max, T.At(ref terms, k));
            }

            var sum = T.All(0);
            for (nuint k = 0; k < end; k += Tile.Stride)
            {
                var exponential = Elementary.Exp(T.At(ref terms, k) - max);
                exponential.Put(ref terms, k);
                sum += exponential;
            }

            max.Put(ref largest, sample);
            sum.Put(ref sums, sample);
            (T.All(1) / sum).Put(ref shares, sample);
            if (!sum.IsAbove(0))
            {
                return false;
            }
        }

        tile.ClearRest();
        return true;
    }

    /// <summary>The terms of one component become its responsibilities, times the rows' weights if there are any.</summary>
    /// <param name="tile">The samples.</param>
    /// <param name="component">k.</param>
    /// <param name="isWeighted">Whether to multiply by the weights.</param>
    /// <param name="count">The lanes of their sum, to which they are added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Weigh(Tile tile, int component, bool isWeighted, ref double count)
    {
        ref double terms = ref MemoryMarshal.GetReference(tile.TermsOf(component));
        ref double shares = ref tile.Shares[0];
        ref double weights = ref tile.Weights[0];
        for (nuint lane = 0; lane < Lanes.Width; lane += (nuint)T.Count)
        {
            var (s0, s1, s2, s3) = (T.All(0), T.All(0), T.All(0), T.All(0));
            for (nuint i = lane; i < Tile.Samples; i += 4 * Lanes.Width)
            {
                s0 += Weigh(ref terms, ref shares, ref weights, i, isWeighted);
                s1 += Weigh(ref terms, ref shares, ref weights, i + Lanes.Width, isWeighted);
                s2 += Weigh(ref terms, ref shares, ref weights, i + (2 * Lanes.Width), isWeighted);
                s3 += Weigh(ref terms, ref shares, ref weights, i + (3 * Lanes.Width), isWeighted);
            }

            Lanes.Add((s0 + s1) + (s2 + s3), ref count, lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Weigh(ref double terms, ref double shares, ref double weights, nuint at, bool isWeighted)
    {
        var term = T.At(ref terms, at) * T.At(ref shares, at);
        if (isWeighted)
        {
            term *= T.At(ref weights, at);
        }

        term.Put(ref terms, at);
        return term;
    }

    /// <summary>ln p(x) = max + ln Σ e^(a − max) of every sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LogDensities(Tile tile, Span<double> result)
    {
        ref double first = ref MemoryMarshal.GetReference(result[..Tile.Samples]);
        for (nuint i = 0; i < Tile.Samples; i += (nuint)T.Count)
        {
            (T.At(ref tile.Largest[0], i) + Elementary.Log(T.At(ref tile.Sums[0], i))).Put(ref first, i);
        }
    }

    /// <summary>
    /// Σ w·ln p(x) over the tile. Without weights, the sum of the logarithms is the logarithm of the product: of sixteen
    /// factors between 1 and K ≤ 2³¹, which cannot overflow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SumOfLogDensities(Tile tile)
    {
        bool isWeighted = tile.IsWeighted;
        ref double largest = ref tile.Largest[0];
        ref double sums = ref tile.Sums[0];
        for (nuint lane = 0; lane < Lanes.Width; lane += (nuint)T.Count)
        {
            var (sum, even, odd) = (T.All(0), T.All(1), T.All(1));
            for (nuint i = lane; i < Tile.Samples; i += 2 * Lanes.Width)
            {
                if (isWeighted)
                {
                    sum = AddWeighted(AddWeighted(sum, tile, i), tile, i + Lanes.Width);
                }
                else
                {
                    sum += T.At(ref largest, i) + T.At(ref largest, i + Lanes.Width);
                    even *= T.At(ref sums, i);
                    odd *= T.At(ref sums, i + Lanes.Width);
                }
            }

            sum.Put(ref tile.Totals, lane);
            (Elementary.Log(even) + Elementary.Log(odd)).Put(ref tile.Totals, lane + Lanes.Width);
        }

        return Lanes.Sum(in tile.Totals) + Lanes.Sum(in Unsafe.Add(ref tile.Totals, Lanes.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AddWeighted(T sum, Tile tile, nuint at) => T.MultiplyAdd(
        T.At(ref tile.Weights[0], at), T.At(ref tile.Largest[0], at) + Elementary.Log(T.At(ref tile.Sums[0], at)), sum);

    /// <summary>
    /// Σ w·ln max r over the tile: the largest responsibility is 1/Σ e^(a − max), at least 1/K, so that its logarithm loses
    /// nothing.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SumOfLogLargest(Tile tile)
    {
        ref double sums = ref tile.Sums[0];
        ref double weights = ref tile.Weights[0];
        for (nuint lane = 0; lane < Lanes.Width; lane += (nuint)T.Count)
        {
            var sum = T.All(0);
            for (nuint i = lane; i < Tile.Samples; i += Lanes.Width)
            {
                var log = Elementary.Log(T.At(ref sums, i));
                sum -= tile.IsWeighted ? T.At(ref weights, i) * log : log;
            }

            sum.Put(ref tile.Totals, lane);
        }

        return Lanes.Sum(in tile.Totals);
    }
}
