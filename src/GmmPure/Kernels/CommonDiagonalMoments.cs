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
    /// <summary>Scratch memory, none before the first tile: sums of sums need none.</summary>
    private Slab Deviations => field ??= new(Dimension, Tile.Stride);

    private Slab Squares => field ??= new(Dimension, Tile.Stride);

    private Slab TermSums => field ??= new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref Deviations.First);
        Deviations<T>.Square(ref Deviations.First, Dimension, ref Squares.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref Deviations.First, Dimension, ref FirstOf(0));
        if (Layout.IsPooled)
        {
            TermTotals<T>.Sum(tile, ref TermSums.First);
            ProductSums<T>.Add(ref TermSums.First, 1, ref Squares.First, Dimension, ref SecondSums.Of(0));
        }
        else
        {
            ProductSums<T>.Add(ref tile.Terms, Components, ref Squares.First, Dimension, ref SecondSums.Of(0));
        }
    }
}
