namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r·d and Σ w·r·d² about one common point c: d = x − c and d² serve all components. If the components share their
/// variances, Σₙ (Σₖ w·r)·d² is summed once, whatever K.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonDiagonalMoments<T>(MomentLayout layout, Table reference)
    : MomentAccumulator(layout, reference, 1, Table.SizeOf(layout.IsPooled ? 1 : reference.RowCount, reference.ColumnCount))
    where T : struct, IRegister<T>
{
    private readonly Slab deviations = new(reference.ColumnCount, Tile.Stride);
    private readonly Slab squares = new(reference.ColumnCount, Tile.Stride);
    private readonly Slab totals = new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref deviations.First);
        Deviations<T>.Square(ref deviations.First, Dimension, ref squares.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref deviations.First, Dimension, ref FirstOf(0));
        if (Layout.IsPooled)
        {
            TermTotals<T>.Sum(tile, ref totals.First);
            ProductSums<T>.Add(ref totals.First, 1, ref squares.First, Dimension, ref SecondSums.Of(0));
        }
        else
        {
            ProductSums<T>.Add(ref tile.Terms, Components, ref squares.First, Dimension, ref SecondSums.Of(0));
        }
    }
}
