namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r·d and Σ w·r·d² about one common point c: d = x − c and d² serve all components. If the components share their
/// variances, Σₙ (Σₖ w·r)·d² is summed once, whatever K.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class CommonDiagonalMoments<T>(CovarianceStructure structure, Table reference)
    : MomentAccumulator(structure, reference, reference.ColumnCount)
    where T : struct, IRegister<T>
{
    private readonly ProductSums<T> products = new(reference.RowCount, reference.ColumnCount);
    private readonly SquareSums<T> squares = new(structure.IsShared ? 1 : reference.RowCount, reference.ColumnCount);
    private readonly Slab totals = new(1, Tile.Stride);

    protected override void AddMoments(Tile tile)
    {
        if (Structure.IsShared)
        {
            products.Sum(ref tile.Terms, ref tile.Columns, Reference.Row(0));
            products.AddTo(First);
            TermTotals<T>.Sum(tile, ref totals.First);
            squares.Sum(ref totals.First, tile, Reference.Row(0));
            squares.AddSecond(0, Second);
            return;
        }

        squares.Sum(ref tile.Terms, tile, Reference.Row(0));
        for (int k = 0; k < Components; k++)
        {
            squares.AddFirst(k, First);
            squares.AddSecond(k, Second);
        }
    }
}
