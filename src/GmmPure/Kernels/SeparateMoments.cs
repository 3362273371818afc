using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Σ w·r·d² of every column, or of all columns together, with d = x − c for each component about its own point.</summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class SeparateMoments<T>(CovarianceStructure structure, Table reference)
    : MomentAccumulator(structure, reference, PlacesOf(structure, reference))
    where T : struct, IRegister<T>
{
    private readonly double[] first = new double[CompensatedSums.Padded(reference.ColumnCount)];
    private readonly double[] second = new double[CompensatedSums.Padded(PlacesOf(structure, reference))];
    private readonly LaneSums sums = new();

    protected override void AddMoments(Tile tile)
    {
        for (int k = 0; k < Components; k++)
        {
            Sum(tile, Reference.Row(k), ref Unsafe.Add(ref tile.Terms, k * Tile.Stride));
            First.Add(k, first);
            Second.Add(Structure.IsShared ? 0 : k, second);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sum(Tile tile, ReadOnlySpan<double> centre, ref double terms)
    {
        second.AsSpan().Clear();
        for (int start = 0; start < Dimension; start += LaneSums.Side)
        {
            int rows = Math.Min(LaneSums.Side, Dimension - start);
            ref double columns = ref Unsafe.Add(ref tile.Columns, start * Tile.Stride);

            // Nothing is kept: any reference will do.
            Blocks<T, Squares>.Sum(rows, ref columns, centre[start..], ref terms, ref columns, sums);
            for (int row = 0; row < rows; row++)
            {
                first[start + row] = sums.Total(LaneSums.Side, row);
                second[(start + row) % PlacesOf(Structure, Reference)] += sums.Total(row, row);
            }
        }
    }

    private static int PlacesOf(CovarianceStructure structure, Table reference) =>
        structure.Shape == CovarianceShape.Diagonal ? reference.ColumnCount : 1;
}
