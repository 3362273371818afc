using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Σ w·r·d·dᵀ with d = x − c, for each component about its own point.</summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class FullMoments<T>(MomentLayout layout, Table reference)
    : MomentAccumulator(layout, reference, layout.IsPooled ? 1 : reference.RowCount, TriangleSums<T>.SizeOf(reference.ColumnCount))
    where T : struct, IRegister<T>
{
    private readonly TriangleSums<T> triangles = new(reference.ColumnCount);

    protected override void AddMoments(Tile tile)
    {
        for (int k = 0; k < Components; k++)
        {
            int group = Layout.IsPooled ? 0 : k;
            ref double terms = ref Unsafe.Add(ref tile.Terms, k * Tile.Stride);
            triangles.Add(tile, Reference.Row(k), ref terms, ref FirstOf(k), ref SecondSums.Of(group));
            SecondSums.EndGroup(group);
        }
    }

    protected override double[] SecondMoments() => TriangleSums<T>.Matrices(SecondSums.Totals(), Dimension);
}
