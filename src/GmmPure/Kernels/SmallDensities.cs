using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>−½·‖W·(x − μ)‖² + c with a lower triangular W of at most four rows, all of which stays in registers.</summary>
/// <typeparam name="T">The samples that are whitened at once.</typeparam>
/// <typeparam name="TRows">D.</typeparam>
internal sealed class SmallDensities<T, TRows>(double[][] whitenings, Table means, double[] constants) : Densities
    where T : struct, ILanes<T>
    where TRows : struct, ICount
{
    public override void Evaluate(Tile tile)
    {
        for (int k = 0; k < constants.Length; k++)
        {
            Evaluate(ref tile.Columns, means.Row(k), whitenings[k], constants[k], ref Unsafe.Add(ref tile.Terms, k * Tile.Stride));
        }
    }

    /// <summary>One component. W stands column by column: w₀₀ w₁₀ … | 0 w₁₁ … | …</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate(
        ref double columns, ReadOnlySpan<double> mean, double[] whitening, double constant, ref double terms)
    {
        ref double w = ref whitening[0];
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            var x0 = T.At(ref columns, sample) - T.All(mean[0]);
            var z0 = T.All(w) * x0;
            var squares = z0 * z0;
            if (TRows.Value > 1)
            {
                var x1 = T.At(ref columns, sample + Tile.Stride) - T.All(mean[1]);
                var z1 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, TRows.Value + 1)), x1, T.All(Unsafe.Add(ref w, 1)) * x0);
                squares = T.MultiplyAdd(z1, z1, squares);
                if (TRows.Value > 2)
                {
                    var x2 = T.At(ref columns, sample + (2 * Tile.Stride)) - T.All(mean[2]);
                    var z2 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, TRows.Value + 2)), x1, T.All(Unsafe.Add(ref w, 2)) * x0);
                    z2 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, (2 * TRows.Value) + 2)), x2, z2);
                    squares = T.MultiplyAdd(z2, z2, squares);
                    if (TRows.Value > 3)
                    {
                        var x3 = T.At(ref columns, sample + (3 * Tile.Stride)) - T.All(mean[3]);
                        var z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 7)), x1, T.All(Unsafe.Add(ref w, 3)) * x0);
                        z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 11)), x2, z3);
                        z3 = T.MultiplyAdd(T.All(Unsafe.Add(ref w, 15)), x3, z3);
                        squares = T.MultiplyAdd(z3, z3, squares);
                    }
                }
            }

            T.MultiplyAdd(squares, T.All(-0.5), T.All(constant)).Put(ref terms, sample);
        }
    }
}
