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
    /// <summary>Scratch memory, none before the first tile: sums of sums need none.</summary>
    private Slab Deviations => field ??= new(Dimension, Tile.Stride);

    private Slab Norms => field ??= new(1, Tile.Stride);

    private Slab TermSums => field ??= new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref Deviations.First);
        Deviations<T>.Measure(ref Deviations.First, Dimension, ref Norms.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref Deviations.First, Dimension, ref FirstOf(0));
        if (Layout.IsPooled)
        {
            TermTotals<T>.Sum(tile, ref TermSums.First);
            ProductSums<T>.Add(ref TermSums.First, 1, ref Norms.First, 1, ref SecondSums.Of(0));
        }
        else
        {
            ProductSums<T>.Add(ref tile.Terms, Components, ref Norms.First, 1, ref SecondSums.Of(0));
        }
    }
}
