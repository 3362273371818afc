using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// Σ w·d and the lower triangle of Σ w·d·dᵀ with d = x − c over a tile, four rows at a time: first the block on the diagonal,
/// which makes w·d, then the blocks of four columns beside it.
/// </summary>
/// <remarks>
/// <code>
/// rows 0 … 3   ◺               the triangle row by row, a row of i + 1 numbers
///      4 … 7   ▪ ◺
///      8 … 9   ▪ ▪ ◺
/// </code>
/// </remarks>
/// <typeparam name="T">The register.</typeparam>
internal sealed class TriangleSums<T>(int dimension)
    where T : struct, IRegister<T>
{
    private const int SmallGroup = 8;
    private const int LargeGroup = 32;

    /// <summary>A tile of so many columns is half a megabyte, and may stay in a second-level cache.</summary>
    private const int FewColumns = 128;

    /// <summary>
    /// So many rows are at hand at once, and so many times four columns that are read serve: more where the columns come from
    /// afar.
    /// </summary>
    private readonly int group = GroupFor(dimension);

    /// <summary>w·d of the rows at hand, group × 264.</summary>
    private readonly Slab weighted = new(GroupFor(dimension), Tile.Stride);

    private readonly LaneSums sums = new();

    /// <summary>With room to spare, for sums are taken by fours.</summary>
    private readonly double[] first = new double[CompensatedSums.Padded(dimension)];
    private readonly double[] second = new double[CompensatedSums.Padded(SizeOf(dimension) + LaneSums.Side)];

    /// <summary>Σ w·d, D.</summary>
    public ReadOnlySpan<double> First => first;

    /// <summary>The triangle of Σ w·d·dᵀ.</summary>
    public ReadOnlySpan<double> Second => second.AsSpan(0, CompensatedSums.Padded(SizeOf(dimension)));

    /// <summary>The numbers in the first rows of a triangle.</summary>
    public static int SizeOf(int rows) => Table.SizeOf(rows, rows + 1) / 2;

    /// <summary>The matrices of some triangles, row by row.</summary>
    public static double[] Matrices(double[] triangles, int dimension)
    {
        int size = SizeOf(dimension);
        int place = dimension * dimension;
        double[] matrices = new double[Table.SizeOf(triangles.Length / size, place)];
        for (int matrix = 0; matrix < triangles.Length / size; matrix++)
        {
            var triangle = triangles.AsSpan(matrix * size, size);
            var target = matrices.AsSpan(matrix * place, place);
            for (int i = 0; i < dimension; i++)
            {
                var row = triangle.Slice(SizeOf(i), i + 1);
                for (int j = 0; j <= i; j++)
                {
                    target[(i * dimension) + j] = target[(j * dimension) + i] = row[j];
                }
            }
        }

        return matrices;
    }

    /// <summary>Sets both sums.</summary>
    /// <param name="tile">x.</param>
    /// <param name="centre">c (D).</param>
    /// <param name="terms">w, 264.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(Tile tile, ReadOnlySpan<double> centre, ref double terms)
    {
        for (int start = 0; start < dimension; start += group)
        {
            int rows = Math.Min(group, dimension - start);
            for (int offset = 0; offset < rows; offset += LaneSums.Side)
            {
                SumDiagonalBlock(tile, centre, ref terms, start, offset);
            }

            for (int column = 0; column < start + rows; column += LaneSums.Side)
            {
                for (int offset = Math.Max(0, column + LaneSums.Side - start); offset < rows; offset += LaneSums.Side)
                {
                    SumBlock(tile, centre, start, offset, column);
                }
            }
        }
    }

    private static int GroupFor(int dimension) => dimension > FewColumns ? LargeGroup : SmallGroup;

    /// <summary>A block on the diagonal, of the rows at hand from one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumDiagonalBlock(Tile tile, ReadOnlySpan<double> centre, ref double terms, int start, int offset)
    {
        int row0 = start + offset;
        int rows = Math.Min(LaneSums.Side, dimension - row0);
        ref double columns = ref Unsafe.Add(ref tile.Columns, row0 * Tile.Stride);
        ref double own = ref Unsafe.Add(ref weighted.First, offset * Tile.Stride);
        if (dimension <= LaneSums.Side)
        {
            Blocks<T, Triangle>.Sum(rows, ref columns, centre[row0..], ref terms, ref own, sums);
        }
        else
        {
            Blocks<T, InnerTriangle>.Sum(rows, ref columns, centre[row0..], ref terms, ref own, sums);
        }

        sums.TakeRow(LaneSums.Side, first.AsSpan(row0));
        for (int row = 0; row < rows; row++)
        {
            // What is beyond the diagonal falls onto numbers that are taken later.
            sums.TakeRow(row, second.AsSpan(SizeOf(row0 + row) + row0));
        }
    }

    /// <summary>A block beside the diagonal: some of the rows at hand times four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumBlock(Tile tile, ReadOnlySpan<double> centre, int start, int offset, int column)
    {
        int row0 = start + offset;
        int rows = Math.Min(LaneSums.Side, dimension - row0);
        Products<T>.Sum(
            ref Unsafe.Add(ref weighted.First, offset * Tile.Stride),
            rows,
            ref Unsafe.Add(ref tile.Columns, column * Tile.Stride),
            LaneSums.Side,
            ref MemoryMarshal.GetReference(centre[column..]),
            sums);
        for (int row = 0; row < rows; row++)
        {
            sums.TakeRow(row, second.AsSpan(SizeOf(row0 + row) + column));
        }
    }
}
