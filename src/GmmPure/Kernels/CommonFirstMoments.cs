namespace GmmPure.Kernels;

/// <summary>Σ w·r·d about one common point c, and no second moments: d = x − c serves all components.</summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonFirstMoments<T>(MomentLayout layout, Table reference) : MomentAccumulator(layout, reference, 1, 0)
    where T : struct, IRegister<T>
{
    /// <summary>Scratch memory, none before the first tile: sums of sums need none.</summary>
    private Slab Deviations => field ??= new(Dimension, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        Deviations<T>.Take(tile, Reference.Row(0), ref Deviations.First);
        ProductSums<T>.Add(ref tile.Terms, Components, ref Deviations.First, Dimension, ref FirstOf(0));
    }
}
