using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>c + (a − b·x) of one column.</summary>
/// <typeparam name="T">The register.</typeparam>
/// <param name="lines">a and b of each component (K).</param>
/// <param name="constants">c (K).</param>
internal sealed class LinearDensities<T>((double Intercept, double Slope)[] lines, double[] constants) : Densities
    where T : struct, IRegister<T>
{
    public override void Evaluate(Tile tile)
    {
        for (int k = 0; k < lines.Length; k++)
        {
            Evaluate(ref tile.Columns, lines[k], constants[k], ref MemoryMarshal.GetReference(tile.TermsOf(k)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Evaluate(ref double column, (double Intercept, double Slope) line, double constant, ref double terms)
    {
        var (intercept, slope) = (T.All(line.Intercept), T.All(line.Slope));
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            (T.All(constant) + (intercept - (slope * T.At(ref column, sample)))).Put(ref terms, sample);
        }
    }
}
