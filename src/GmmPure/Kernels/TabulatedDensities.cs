using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>c + Σ t of independent columns of whole numbers, where t is looked up in a table: no density is computed twice.</summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class TabulatedDensities<T> : Densities
    where T : struct, IRegister<T>
{
    private readonly ValueRanges ranges;
    private readonly double[][] tables;
    private readonly double[] constants;

    /// <param name="ranges">The places of the tables.</param>
    /// <param name="tables">t of each component (K).</param>
    /// <param name="constants">c (K).</param>
    public TabulatedDensities(ValueRanges ranges, double[][] tables, double[] constants)
    {
        (this.ranges, this.constants) = (ranges, constants);
        this.tables = ranges.Columns > 1
            ? tables
            : [.. tables.Zip(constants, (table, constant) => table.Select(entry => constant + entry).ToArray())];
    }

    public override void Evaluate(Tile tile)
    {
        Span<int> places = stackalloc int[Tile.Samples];
        for (int j = 0; j < ranges.Columns; j++)
        {
            ranges.Take(tile, j, places);
            for (int k = 0; k < tables.Length; k++)
            {
                if (j == 0)
                {
                    LookUp(tables[k], places, tile.TermsOf(k));
                }
                else
                {
                    Add(tables[k], places, tile.TermsOf(k));
                }
            }
        }

        for (int k = 0; k < tables.Length && ranges.Columns > 1; k++)
        {
            Shift(constants[k], ref tile.TermsOf(k)[0]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void LookUp(double[] table, ReadOnlySpan<int> places, Span<double> terms)
    {
        terms = terms[..places.Length];
        for (int sample = 0; sample < places.Length; sample++)
        {
            terms[sample] = table[places[sample]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(double[] table, ReadOnlySpan<int> places, Span<double> terms)
    {
        terms = terms[..places.Length];
        for (int sample = 0; sample < places.Length; sample++)
        {
            terms[sample] += table[places[sample]];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shift(double constant, ref double terms)
    {
        for (nuint sample = 0; sample < Tile.Samples; sample += (nuint)T.Count)
        {
            (T.All(constant) + T.At(ref terms, sample)).Put(ref terms, sample);
        }
    }
}
