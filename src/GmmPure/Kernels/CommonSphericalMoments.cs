namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r·d and Σ w·r·‖d‖² about one common point c: d = x − c and ‖d‖² serve all components. If the components share their
/// variance, Σₙ (Σₖ w·r)·‖d‖² is summed once, whatever K.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonSphericalMoments<T>(MomentLayout layout, Table reference)
    : MomentAccumulator(layout, reference, 1, layout.IsPooled ? 1 : reference.RowCount)
    where T : struct, IRegister<T>
{
    private readonly Slab deviations = new(reference.ColumnCount, Tile.Stride);
    private readonly Slab norms = new(1, Tile.Stride);
    private readonly Slab totals = new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref deviations.First);
        Deviations<T>.Measure(ref deviations.First, Dimension, ref norms.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref deviations.First, Dimension, ref FirstOf(0));
        if (Layout.IsPooled)
        {
            TermTotals<T>.Sum(tile, ref totals.First);
            ProductSums<T>.Add(ref totals.First, 1, ref norms.First, 1, ref SecondSums.Of(0));
        }
        else
        {
            ProductSums<T>.Add(ref tile.Terms, Components, ref norms.First, 1, ref SecondSums.Of(0));
        }
    }
}
