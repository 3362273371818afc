using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GmmPure.Kernels;

/// <summary>Sums in eight lanes each, as a kernel leaves them: four rows of four, and one row more.</summary>
internal sealed class LaneSums
{
    public const int Side = 4;

    private readonly Slab lanes = new(Side + 1, Side * Lanes.Width);

    /// <summary>Sets some of the lanes of one row's sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<T>(nuint row, nuint lane, T s0, T s1, T s2, T s3)
        where T : struct, IRegister<T>
    {
        ref double first = ref lanes.First;
        nuint at = (row * Side * Lanes.Width) + lane;
        s0.Put(ref first, at);
        s1.Put(ref first, at + Lanes.Width);
        s2.Put(ref first, at + (2 * Lanes.Width));
        s3.Put(ref first, at + (3 * Lanes.Width));
    }

    /// <summary>The same where a condition holds that the compiler knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PutIf<T>(bool isNeeded, nuint row, nuint lane, T s0, T s1, T s2, T s3)
        where T : struct, IRegister<T>
    {
        if (isNeeded)
        {
            Put(row, lane, s0, s1, s2, s3);
        }
    }

    /// <summary>A row's first sum alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<T>(nuint row, nuint lane, T sum)
        where T : struct, IRegister<T> =>
        sum.Put(ref lanes.First, (row * Side * Lanes.Width) + lane);

    /// <summary>A sum, of all its lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Total(int row, int column) =>
        Lanes.Sum(Vector512.LoadUnsafe(ref lanes.First, (nuint)(((row * Side) + column) * Lanes.Width)));

    /// <summary>The four sums of a row, of all their lanes, in the order of <see cref="Lanes.Sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void TakeRow(int row, Span<double> target)
    {
        if (!Avx.IsSupported)
        {
            for (int column = 0; column < Side; column++)
            {
                target[column] = Total(row, column);
            }

            return;
        }

        nuint at = (nuint)(row * Side * Lanes.Width);
        var (a, b) = (Halved(at), Halved(at + Lanes.Width));
        var (c, d) = (Halved(at + (2 * Lanes.Width)), Halved(at + (3 * Lanes.Width)));
        var even = Quartered(Avx.UnpackLow(a, b), Avx.UnpackLow(c, d));
        var odd = Quartered(Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d));
        (even + odd).CopyTo(target);
    }

    /// <summary>Eight lanes added up to four: 0 + 4, 1 + 5, 2 + 6, 3 + 7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Halved(nuint at) =>
        Vector256.LoadUnsafe(ref lanes.First, at) + Vector256.LoadUnsafe(ref lanes.First, at + (Lanes.Width / 2));

    /// <summary>The halves of two vectors added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quartered(Vector256<double> left, Vector256<double> right) =>
        Vector256.Create(left.GetLower(), right.GetLower()) + Vector256.Create(left.GetUpper(), right.GetUpper());
}
