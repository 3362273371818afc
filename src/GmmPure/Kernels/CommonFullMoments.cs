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
    private readonly Slab deviations = new(reference.ColumnCount, Tile.Stride);
    private readonly Slab totals = new(1, Tile.Stride);

    /// <summary>Σₙ (Σₖ w·r)·d, of no further use.</summary>
    private readonly Slab first = new(reference.ColumnCount, Lanes.Width);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref deviations.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref deviations.First, Dimension, ref FirstOf(0));
        TermTotals<T>.Sum(tile, ref totals.First);
        triangles.Add(tile, Reference.Row(0), ref totals.First, ref first.First, ref SecondSums.Of(0));
    }

    protected override double[] SecondMoments() => TriangleSums<T>.Matrices(SecondSums.Totals(), Dimension);
}
