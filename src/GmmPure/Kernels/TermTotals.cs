using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Σₖ w·r of every sample.</summary>
/// <typeparam name="T">The register.</typeparam>
internal static class TermTotals<T>
    where T : struct, IRegister<T>
{
    /// <summary>Sets the totals of a tile's terms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(Tile tile, ref double totals)
    {
        nuint end = (nuint)tile.Components * Tile.Stride;
        for (nuint i = 0; i < Tile.Samples; i += (nuint)T.Count)
        {
            var sum = T.All(0);
            for (nuint k = 0; k < end; k += Tile.Stride)
            {
                sum += T.At(ref tile.Terms, k + i);
            }

            sum.Put(ref totals, i);
        }
    }
}
