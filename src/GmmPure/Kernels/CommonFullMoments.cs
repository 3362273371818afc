namespace GmmPure.Kernels;

/// <summary>
/// Moments about one common point c where all components share a full covariance: Σₙ (Σₖ w·r)·d·dᵀ is summed once, whatever K.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonFullMoments<T>(CovarianceStructure structure, Table reference)
    : MomentAccumulator(structure, reference, TriangleSums<T>.SizeOf(reference.ColumnCount))
    where T : struct, IRegister<T>
{
    private readonly TriangleSums<T> scatter = new(reference.ColumnCount);
    private readonly ProductSums<T> products = new(reference.RowCount, reference.ColumnCount);
    private readonly Slab totals = new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        TermTotals<T>.Sum(tile, ref totals.First);
        scatter.Sum(tile, Reference.Row(0), ref totals.First);
        products.Sum(ref tile.Terms, ref tile.Columns, Reference.Row(0));
        products.AddTo(First);
        Second.Add(0, scatter.Second);
    }

    protected override double[] SecondMoments() => TriangleSums<T>.Matrices(Second.Totals(), Dimension);
}
