using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GmmPure.Kernels;

/// <summary>Rows of the data become columns of a tile. Numbers are only moved, so that any way gives the same bits.</summary>
internal static class Transposition
{
    private const int Side = 4;

    /// <summary>Fills a tile's columns; samples beyond the last row repeat the first.</summary>
    /// <param name="rows">Some rows, one after the other, from the first of the wanted columns on.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="dimension">D, from one row to the next.</param>
    /// <param name="width">How many columns are wanted.</param>
    /// <param name="columns">Those columns × 264.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ReadOnlySpan<double> rows, int count, int dimension, int width, Span<double> columns)
    {
        int wholeRows = Avx.IsSupported ? count / (2 * Side) * (2 * Side) : 0;
        ref double source = ref MemoryMarshal.GetReference(rows);
        ref double target = ref MemoryMarshal.GetReference(columns);
        for (int sample = 0; sample < wholeRows; sample += 2 * Side)
        {
            ref double row = ref Unsafe.Add(ref source, sample * dimension);
            ref double place = ref Unsafe.Add(ref target, sample);
            int column = 0;
            for (; column <= width - Side; column += Side)
            {
                Square(ref row, (nuint)dimension, ref place);
                Square(ref Unsafe.Add(ref row, Side * dimension), (nuint)dimension, ref Unsafe.Add(ref place, Side));
                row = ref Unsafe.Add(ref row, Side);
                place = ref Unsafe.Add(ref place, Side * Tile.Stride);
            }

            if (column <= width - 2)
            {
                Pair(ref row, (nuint)dimension, ref place);
                Pair(ref Unsafe.Add(ref row, Side * dimension), (nuint)dimension, ref Unsafe.Add(ref place, Side));
                row = ref Unsafe.Add(ref row, 2);
                place = ref Unsafe.Add(ref place, 2 * Tile.Stride);
                column += 2;
            }

            if (column < width)
            {
                Four(ref row, dimension).StoreUnsafe(ref place);
                Four(ref Unsafe.Add(ref row, Side * dimension), dimension).StoreUnsafe(ref place, Side);
            }
        }

        for (int sample = wholeRows; sample < Tile.Samples; sample++)
        {
            int row = sample < count ? sample : 0;
            for (int column = 0; column < width; column++)
            {
                columns[(column * Tile.Stride) + sample] = rows[(row * dimension) + column];
            }
        }
    }

    /// <summary>Four rows times four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref double source, nuint dimension, ref double target)
    {
        Pair(ref source, dimension, ref target);
        Pair(ref Unsafe.Add(ref source, 2), dimension, ref Unsafe.Add(ref target, 2 * Tile.Stride));
    }

    /// <summary>Four rows a, b, c, d times two columns: a₀a₁c₀c₁ and b₀b₁d₀d₁ become a₀b₀c₀d₀ and a₁b₁c₁d₁.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(ref double source, nuint dimension, ref double target)
    {
        var ac = Halves(ref source, 0, 2 * dimension);
        var bd = Halves(ref source, dimension, 3 * dimension);
        Avx.UnpackLow(ac, bd).StoreUnsafe(ref target);
        Avx.UnpackHigh(ac, bd).StoreUnsafe(ref target, Tile.Stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Halves(ref double source, nuint lower, nuint upper) =>
        Vector256.Create(Vector128.LoadUnsafe(ref source, lower), Vector128.LoadUnsafe(ref source, upper));

    /// <summary>One column of four rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Four(ref double source, int dimension) => Vector256.Create(
        source,
        Unsafe.Add(ref source, dimension),
        Unsafe.Add(ref source, 2 * dimension),
        Unsafe.Add(ref source, 3 * dimension));
}
