using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>−½·‖x − μ‖²·σ⁻² + c.</summary>
/// <typeparam name="T">The samples at once.</typeparam>
internal sealed class SphericalDensities<T>(double[] variances, Table means, double[] constants) : Densities
    where T : struct, ILanes<T>
{
    private readonly double[] factors = [.. variances.Select(variance => -0.5 / variance)];
    private readonly double[] means = [.. means.Elements];
    private readonly int dimension = means.ColumnCount;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Evaluate(Tile tile)
    {
        for (int sample = 0; sample < Tile.Samples; sample += T.Count)
        {
            ref double samples = ref Unsafe.Add(ref tile.Columns, sample);
            ref double term = ref Unsafe.Add(ref tile.Terms, sample);
            ref double mean = ref MemoryMarshal.GetArrayDataReference(means);
            for (int k = 0; k < constants.Length; k++)
            {
                var squares = T.All(0);
                nuint own = 0;
                for (nint j = 0; j < dimension; j++)
                {
                    var d = T.At(ref samples, own) - T.All(Unsafe.Add(ref mean, j));
                    squares = T.MultiplyAdd(d, d, squares);
                    own += Tile.Stride;
                }

                T.MultiplyAdd(squares, T.All(factors[k]), T.All(constants[k])).Put(ref term, 0);
                term = ref Unsafe.Add(ref term, Tile.Stride);
                mean = ref Unsafe.Add(ref mean, dimension);
            }
        }
    }
}
