using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>d = x − c of every sample of a tile, its squares, and what they sum up to.</summary>
/// <typeparam name="T">The register.</typeparam>
internal static class Deviations<T>
    where T : struct, IRegister<T>
{
    /// <summary>d.</summary>
    /// <param name="tile">x.</param>
    /// <param name="centre">c (D).</param>
    /// <param name="result">D × 264.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Take(Tile tile, ReadOnlySpan<double> centre, ref double result)
    {
        nuint start = 0;
        foreach (double c in centre)
        {
            for (nuint i = start; i < start + Tile.Samples; i += (nuint)T.Count)
            {
                (T.At(ref tile.Columns, i) - T.All(c)).Put(ref result, i);
            }

            start += Tile.Stride;
        }
    }

    /// <summary>d².</summary>
    /// <param name="deviations">d, D × 264.</param>
    /// <param name="dimension">D.</param>
    /// <param name="result">D × 264.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Square(ref double deviations, int dimension, ref double result)
    {
        nuint end = (nuint)dimension * Tile.Stride;
        for (nuint i = 0; i < end; i += (nuint)T.Count)
        {
            var d = T.At(ref deviations, i);
            (d * d).Put(ref result, i);
        }
    }

    /// <summary>‖d‖².</summary>
    /// <param name="deviations">d, D × 264.</param>
    /// <param name="dimension">D.</param>
    /// <param name="result">264.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Measure(ref double deviations, int dimension, ref double result)
    {
        nuint end = (nuint)dimension * Tile.Stride;
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            var sum = T.All(0);
            for (nuint at = sample; at < end; at += Tile.Stride)
            {
                var d = T.At(ref deviations, at);
                sum = T.MultiplyAdd(d, d, sum);
            }

            sum.Put(ref result, sample);
        }
    }
}
