namespace GmmPure.Kernels;

/// <summary>
/// Moments about one common point c where all components share a full covariance: Σₙ (Σₖ w·r)·d·dᵀ is summed once, whatever K.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonFullMoments<T>(MomentLayout layout, Table reference)
    : MomentAccumulator(layout, reference, 1, TriangleSums<T>.SizeOf(reference.ColumnCount))
    where T : struct, IRegister<T>
{
    private readonly TriangleSums<T> triangles = new(reference.ColumnCount);

    /// <summary>Scratch memory, none before the first tile: sums of sums need none.</summary>
    private Slab Deviations => field ??= new(Dimension, Tile.Stride);

    private Slab TermSums => field ??= new(1, Tile.Stride);

    /// <summary>Σₙ (Σₖ w·r)·d, of no further use.</summary>
    private Slab UnusedFirst => field ??= new(Dimension, Lanes.Width);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref Deviations.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref Deviations.First, Dimension, ref FirstOf(0));
        TermTotals<T>.Sum(tile, ref TermSums.First);
        triangles.Add(tile, Reference.Row(0), ref TermSums.First, ref UnusedFirst.First, ref SecondSums.Of(0));
    }

    protected override double[] SecondMoments() => TriangleSums<T>.Matrices(SecondSums.Totals(), Dimension);
}
