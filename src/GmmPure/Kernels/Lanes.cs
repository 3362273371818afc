using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GmmPure.Kernels;

/// <summary>
/// Eight lanes of doubles, whatever the machine: a narrower one runs them in two, four or eight registers. Every operation
/// acts lane by lane and every reduction has a fixed order, so the bits are the same everywhere.
/// </summary>
/// <remarks>
/// Whatever loops over a tile is compiled fully at once (AggressiveOptimization): left to the runtime's tiers, a fit of a
/// dozen iterations would be over before its loops are fast.
/// </remarks>
internal static class Lanes
{
    public const int Width = 8;

    /// <summary>Eight lanes added up as ((0+4)+(2+6)) + ((1+5)+(3+7)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> value)
    {
        var four = value.GetLower() + value.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    /// <summary>Eight lanes in memory added up likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(ref readonly double lanes) => Sum(Vector512.LoadUnsafe(in lanes));

    /// <summary>Eight sums of eight lanes each, in the order of <see cref="Sum(Vector512{double})"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sums(ReadOnlySpan<double> lanes) => Avx.IsSupported
        ? Vector512.Create(FourSums(lanes), FourSums(lanes[(Width * Width / 2)..]))
        : Vector512.Create(
            Sum(At(lanes, 0)), Sum(At(lanes, 8)), Sum(At(lanes, 16)), Sum(At(lanes, 24)),
            Sum(At(lanes, 32)), Sum(At(lanes, 40)), Sum(At(lanes, 48)), Sum(At(lanes, 56)));

    /// <summary>Σ left·right; the tail beyond a multiple of eight is added element by element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right[..left.Length];
        var sum = Vector512<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Width; i += Width)
        {
            sum = Vector512.FusedMultiplyAdd(At(left, i), At(right, i), sum);
        }

        double total = Sum(sum);
        for (; i < left.Length; i++)
        {
            total = Math.FusedMultiplyAdd(left[i], right[i], total);
        }

        return total;
    }

    /// <summary>target += factor·source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        target = target[..source.Length];
        var factors = Vector512.Create(factor);
        int i = 0;
        for (; i <= source.Length - Width; i += Width)
        {
            Put(Vector512.FusedMultiplyAdd(factors, At(source, i), At(target, i)), target, i);
        }

        for (; i < source.Length; i++)
        {
            target[i] = Math.FusedMultiplyAdd(factor, source[i], target[i]);
        }
    }

    /// <summary>Adds to eight lanes in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<T>(T value, ref double target, nuint index)
        where T : struct, ILanes<T> =>
        (T.At(ref target, index) + value).Put(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> At(ReadOnlySpan<double> values, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(Vector512<double> value, Span<double> values, int index) =>
        value.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> FourSums(ReadOnlySpan<double> lanes)
    {
        var (a, b) = (Halved(lanes, 0), Halved(lanes, Width));
        var (c, d) = (Halved(lanes, 2 * Width), Halved(lanes, 3 * Width));
        return Quartered(Avx.UnpackLow(a, b), Avx.UnpackLow(c, d)) + Quartered(Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d));
    }

    /// <summary>Eight lanes added up to four: 0 + 4, 1 + 5, 2 + 6, 3 + 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Halved(ReadOnlySpan<double> lanes, int index)
    {
        var eight = At(lanes, index);
        return eight.GetLower() + eight.GetUpper();
    }

    /// <summary>The halves of two vectors added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quartered(Vector256<double> left, Vector256<double> right) =>
        Vector256.Create(left.GetLower(), right.GetLower()) + Vector256.Create(left.GetUpper(), right.GetUpper());
}
