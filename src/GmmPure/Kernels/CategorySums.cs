using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Σ w·r of the rows that have a value, for every value of every column: they stand as the second moments.</summary>
/// <param name="ranges">The values.</param>
/// <param name="reference">Zeros (K×D).</param>
internal sealed class CategorySums(ValueRanges ranges, Table reference)
    : MomentAccumulator(new MomentLayout(MomentShape.Trace, IsPooled: false), reference, 1, Table.SizeOf(reference.RowCount, ranges.Places))
{
    /// <summary>More sums would drive a tile out of the second-level cache.</summary>
    private const int MostSums = 8192;

    /// <summary>Whether the values are few enough for so many components.</summary>
    public static bool HasRoomFor(ValueRanges ranges, int components) => (long)ranges.Places * components <= MostSums;

    protected override void AddMoments(Tile tile)
    {
        Span<int> places = stackalloc int[Tile.Samples];
        for (int j = 0; j < ranges.Columns; j++)
        {
            ranges.Take(tile, j, places);
            for (int k = 0; k < Components; k++)
            {
                Add(tile.TermsOf(k), places, ref Unsafe.Add(ref SecondSums.Of(0), k * ranges.Places * Lanes.Width));
            }
        }
    }

    /// <summary>Each eighth sample goes to the same lane, so that equal values do not wait for one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<double> terms, ReadOnlySpan<int> places, ref double sums)
    {
        terms = terms[..places.Length];
        for (int sample = 0; sample < places.Length; sample++)
        {
            Unsafe.Add(ref sums, (places[sample] * Lanes.Width) + (sample % Lanes.Width)) += terms[sample];
        }
    }
}
