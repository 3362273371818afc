using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// −½·‖W·(x − μ)‖² + c with the lower triangular W = L⁻¹: four rows of W times a pack of samples are sums that stay in
/// registers. The rows beyond a multiple of four come one by one.
/// </summary>
/// <remarks>
/// W is packed in the order in which it is read, one component after the other:
/// <code>
/// row  0  0 4 8 ·          one block of four rows: column by column, the four rows' weights
///      1  1 5 9 ·          side by side; the triangle's upper part, which is zero, is not
///      2  2 6 ⋱            read
///      3  3 7
/// </code>
/// </remarks>
/// <typeparam name="T">The samples that are whitened at once.</typeparam>
internal sealed class FullDensities<T>(double[][] whitenings, Table means, double[] constants) : Densities
    where T : struct, ILanes<T>
{
    private const int Block = 4;

    private readonly int dimension = means.ColumnCount;

    public override void Evaluate(Tile tile)
    {
        for (int k = 0; k < constants.Length; k++)
        {
            Evaluate(tile, whitenings[k], means.Row(k), constants[k], ref Unsafe.Add(ref tile.Terms, k * Tile.Stride));
        }
    }

    /// <summary>One component. A block's own columns of x − μ come up in it first, and are kept for the rows below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Evaluate(Tile tile, double[] whitening, ReadOnlySpan<double> centre, double constant, ref double term)
    {
        ref double shifted = ref tile.Shifted;
        ref double mean = ref MemoryMarshal.GetReference(centre);
        for (int sample = 0; sample < Tile.Samples; sample += T.Count)
        {
            ref double samples = ref Unsafe.Add(ref tile.Columns, sample);
            ref double w = ref MemoryMarshal.GetArrayDataReference(whitening);
            var squares = T.All(0);
            int row = 0;
            for (; row <= dimension - Block; row += Block)
            {
                var (z0, z1, z2, z3) = (T.All(0), T.All(0), T.All(0), T.All(0));
                nuint end = (nuint)(row * T.Count);
                for (nuint column = 0; column < end; column += (nuint)T.Count)
                {
                    var x = T.At(ref shifted, column);
                    z0 = T.MultiplyAdd(T.All(w), x, z0);
                    z1 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 1)), x, z1);
                    z2 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 2)), x, z2);
                    z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 3)), x, z3);
                    w = ref Unsafe.Add(ref w, Block);
                }

                var x0 = Shift(row, ref samples, ref mean, ref shifted);
                z0 = T.MultiplyAdd(T.All(w), x0, z0);
                z1 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 1)), x0, z1);
                z2 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 2)), x0, z2);
                z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 3)), x0, z3);
                var x1 = Shift(row + 1, ref samples, ref mean, ref shifted);
                z1 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 5)), x1, z1);
                z2 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 6)), x1, z2);
                z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 7)), x1, z3);
                var x2 = Shift(row + 2, ref samples, ref mean, ref shifted);
                z2 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 10)), x2, z2);
                z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 11)), x2, z3);
                z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 15)), Shift(row + 3, ref samples, ref mean, ref shifted), z3);
                squares = T.MultiplyAdd(z1, z1, T.MultiplyAdd(z0, z0, squares));
                squares = T.MultiplyAdd(z3, z3, T.MultiplyAdd(z2, z2, squares));
                w = ref Unsafe.Add(ref w, Block * Block);
            }

            if (row < dimension)
            {
                squares.Put(ref term, 0);
                AddRows(row, ref w, ref samples, ref mean, ref shifted, ref term);
                squares = T.At(ref term, 0);
            }

            T.MultiplyAdd(squares, T.All(-0.5), T.All(constant)).Put(ref term, 0);
            term = ref Unsafe.Add(ref term, T.Count);
        }
    }

    /// <summary>x − μ in one column, which is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Shift(int column, ref double samples, ref double mean, ref double shifted)
    {
        var x = T.At(ref samples, (nuint)column * Tile.Stride) - T.All(Unsafe.Add(ref mean, column));
        x.Put(ref shifted, (nuint)(column * T.Count));
        return x;
    }

    /// <summary>Adds the squares of the last rows, one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(
        int row, ref double w, ref double samples, ref double mean, ref double shifted, ref double result)
    {
        for (; row < dimension; row++)
        {
            var z = T.All(0);
            nuint end = (nuint)(row * T.Count);
            for (nuint column = 0; column < end; column += (nuint)T.Count)
            {
                z = T.MultiplyAdd(T.All(w), T.At(ref shifted, column), z);
                w = ref Unsafe.Add(ref w, 1);
            }

            z = T.MultiplyAdd(T.All(w), Shift(row, ref samples, ref mean, ref shifted), z);
            w = ref Unsafe.Add(ref w, 1);
            T.MultiplyAdd(z, z, T.At(ref result, 0)).Put(ref result, 0);
        }
    }
}
