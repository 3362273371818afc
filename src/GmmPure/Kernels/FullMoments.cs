using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Σ w·r·d·dᵀ with d = x − c, for each component about its own point.</summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class FullMoments<T>(CovarianceStructure structure, Table reference)
    : MomentAccumulator(structure, reference, TriangleSums<T>.SizeOf(reference.ColumnCount))
    where T : struct, IRegister<T>
{
    private readonly TriangleSums<T> sums = new(reference.ColumnCount);

    protected override void AddMoments(Tile tile)
    {
        for (int k = 0; k < Components; k++)
        {
            sums.Sum(tile, Reference.Row(k), ref Unsafe.Add(ref tile.Terms, k * Tile.Stride));
            First.Add(k, sums.First);
            Second.Add(Structure.IsShared ? 0 : k, sums.Second);
        }
    }

    protected override double[] SecondMoments() => TriangleSums<T>.Matrices(Second.Totals(), Dimension);
}
