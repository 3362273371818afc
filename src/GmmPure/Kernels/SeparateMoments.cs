using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r·d and Σ w·r·d² of every column, or of all columns together, or neither, with d = x − c for each component about its own point.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TSquares">Squares of every column, or their sum, or none.</typeparam>
internal sealed class SeparateMoments<T, TSquares>(MomentLayout layout, Table reference)
    : MomentAccumulator(layout, reference, 1, Table.SizeOf(layout.IsPooled ? 1 : reference.RowCount, PlacesOf(layout, reference)))
    where T : struct, IRegister<T>
    where TSquares : struct, IBlock
{
    protected override void AddMoments(Tile tile)
    {
        for (int panel = 0; panel < tile.Panels; panel++)
        {
            var (column, count) = tile.Show(panel);
            for (int k = 0; k < Components; k++)
            {
                int place = (Layout.IsPooled ? 0 : k * PlacesOf(Layout, Reference)) + (Layout.Shape == MomentShape.Diagonal ? column : 0);
                ref double terms = ref Unsafe.Add(ref tile.Terms, k * Tile.Stride);
                ref double second = ref TSquares.HasSquares
                    ? ref Unsafe.Add(ref SecondSums.Of(0), place * Lanes.Width)
                    : ref Unsafe.NullRef<double>();
                Add(
                    tile,
                    Reference.Row(k).Slice(column, count),
                    ref terms,
                    ref Unsafe.Add(ref FirstOf(k), column * Lanes.Width),
                    ref second);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Tile tile, ReadOnlySpan<double> centre, ref double terms, ref double first, ref double second)
    {
        for (int column = 0; column < centre.Length; column += ProductSums<T>.Side)
        {
            int rows = Math.Min(ProductSums<T>.Side, centre.Length - column);
            ref double columns = ref Unsafe.Add(ref tile.Columns, column * Tile.Stride);
            ref double ownFirst = ref Unsafe.Add(ref first, column * Lanes.Width);
            ref double ownSecond = ref Unsafe.Add(ref second, (int)TSquares.PlaceOf((nuint)column, (nuint)column) * Lanes.Width);

            // Nothing is kept: any reference will do.
            Blocks<T, TSquares>.Add(
                rows, ref columns, centre[column..], ref terms, ref columns, ref ownFirst, ref ownSecond);
        }
    }

    private static int PlacesOf(MomentLayout layout, Table reference) =>
        layout.Shape == MomentShape.Diagonal ? reference.ColumnCount
        : TSquares.HasSquares ? 1 : 0;
}
