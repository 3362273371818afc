using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// f·Σ ((xⱼ − μⱼ)·sⱼ)² + c: for a diagonal s = 1/σ and f = −½; a ball needs no scales, its f is −½·σ⁻².
/// </summary>
/// <typeparam name="T">The samples at once.</typeparam>
/// <typeparam name="TScales">One if there are scales, none if all are 1.</typeparam>
internal sealed class DiagonalDensities<T, TScales>(double[] scales, double[] factors, Table means, double[] constants) : Densities
    where T : struct, ILanes<T>
    where TScales : struct, ICount
{
    private readonly double[] means = [.. means.Elements];
    private readonly int dimension = means.ColumnCount;

    public override bool GoInPanels => true;

    public override void Evaluate(Tile tile)
    {
        for (int panel = 0; panel < tile.Panels; panel++)
        {
            var (first, count) = tile.Show(panel);
            Evaluate(tile, first, count);
        }
    }

    /// <summary>Of a panel of columns, the squares so far stand where the terms will.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Evaluate(Tile tile, int first, int count)
    {
        bool isLast = first + count == dimension;
        for (int sample = 0; sample < Tile.Samples; sample += T.Count)
        {
            ref double samples = ref Unsafe.Add(ref tile.Columns, sample);
            ref double term = ref Unsafe.Add(ref tile.Terms, sample);
            ref double mean = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(means), first);
            ref double scale = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(scales), TScales.Value * first);
            for (int k = 0; k < constants.Length; k++)
            {
                var squares = first == 0 ? T.All(0) : T.At(ref term, 0);
                nuint own = 0;
                for (nint j = 0; j < count; j++)
                {
                    var d = T.At(ref samples, own) - T.All(Unsafe.Add(ref mean, j));
                    var z = TScales.Value > 0 ? d * T.All(Unsafe.Add(ref scale, j)) : d;
                    squares = T.MultiplyAdd(z, z, squares);
                    own += Tile.Stride;
                }

                (isLast ? T.MultiplyAdd(squares, T.All(factors[k]), T.All(constants[k])) : squares).Put(ref term, 0);
                term = ref Unsafe.Add(ref term, Tile.Stride);
                mean = ref Unsafe.Add(ref mean, dimension);
                scale = ref Unsafe.Add(ref scale, TScales.Value * dimension);
            }
        }
    }
}
