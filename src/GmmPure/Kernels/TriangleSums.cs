using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// Σ w·d and the lower triangle of Σ w·d·dᵀ with d = x − c over tiles, four rows at a time: first the block on the diagonal,
/// which makes w·d, then the blocks of four columns beside it.
/// </summary>
/// <remarks>
/// <code>
/// rows 0 … 3   ◺               the sums block by block: of each four rows those beside the diagonal from the left on,
///      4 … 7   ▪ ◺             row by row, then the triangle on the diagonal, row by row
///      8 … 9   ▪ ▪ ◺
/// </code>
/// </remarks>
/// <typeparam name="T">The register.</typeparam>
internal sealed class TriangleSums<T>(int dimension)
    where T : struct, IRegister<T>
{
    private const int Side = ProductSums<T>.Side;
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
    private Slab Weighted => field ??= new(GroupFor(dimension), Tile.Stride);

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
                for (int j = 0; j <= i; j++)
                {
                    target[(i * dimension) + j] = target[(j * dimension) + i] = triangle[PlaceOf(i, j, dimension)];
                }
            }
        }

        return matrices;
    }

    /// <summary>Adds a tile's sums.</summary>
    /// <param name="tile">x.</param>
    /// <param name="centre">c (D).</param>
    /// <param name="terms">w, 264.</param>
    /// <param name="first">The lanes of Σ w·d (D).</param>
    /// <param name="second">The lanes of Σ w·d·dᵀ.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(Tile tile, ReadOnlySpan<double> centre, ref double terms, ref double first, ref double second)
    {
        for (int start = 0; start < dimension; start += group)
        {
            int end = Math.Min(start + group, dimension);
            for (int row = start; row < end; row += Side)
            {
                AddDiagonalBlock(tile, centre, ref terms, row, start, ref first, ref second);
            }

            for (int column = 0; column < end; column += Side)
            {
                for (int row = Math.Max(start, column + Side); row < end; row += Side)
                {
                    AddBlock(tile, centre, row, start, column, ref second);
                }
            }
        }
    }

    private static int GroupFor(int dimension) => dimension > FewColumns ? LargeGroup : SmallGroup;

    /// <summary>Where Σ w·dᵢ·dⱼ stands, j ≤ i.</summary>
    private static int PlaceOf(int i, int j, int dimension)
    {
        var (row, column) = (i / Side * Side, j / Side * Side);
        int before = column < row ? (i - row) * Side : SizeOf(i - row);
        return PlaceOfBlock(row, column, dimension) + before + (j - column);
    }

    /// <summary>Where the sums of a block begin, of its first row and column.</summary>
    private static int PlaceOfBlock(int row, int column, int dimension) =>
        SizeOf(row) + (Math.Min(Side, dimension - row) * column);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddDiagonalBlock(
        Tile tile, ReadOnlySpan<double> centre, ref double terms, int row, int start, ref double first, ref double second)
    {
        int rows = Math.Min(Side, dimension - row);
        ref double columns = ref Unsafe.Add(ref tile.Columns, row * Tile.Stride);
        ref double own = ref Unsafe.Add(ref Weighted.First, (row - start) * Tile.Stride);
        ref double ownFirst = ref Unsafe.Add(ref first, row * Lanes.Width);
        ref double ownSecond = ref Unsafe.Add(ref second, PlaceOfBlock(row, row, dimension) * Lanes.Width);
        if (row == 0)
        {
            Blocks<T, Triangle>.Add(rows, ref columns, centre, ref terms, ref own, ref ownFirst, ref ownSecond);
        }
        else
        {
            Blocks<T, InnerTriangle>.Add(rows, ref columns, centre[row..], ref terms, ref own, ref ownFirst, ref ownSecond);
        }
    }

    /// <summary>A block beside the diagonal: some of the rows at hand times four columns.</summary>
    private void AddBlock(Tile tile, ReadOnlySpan<double> centre, int row, int start, int column, ref double second) =>
        Products<T, One>.Add(
            ref Unsafe.Add(ref Weighted.First, (row - start) * Tile.Stride),
            Math.Min(Side, dimension - row),
            ref Unsafe.Add(ref tile.Columns, column * Tile.Stride),
            Side,
            ref MemoryMarshal.GetReference(centre[column..]),
            ref Unsafe.Add(ref second, PlaceOfBlock(row, column, dimension) * Lanes.Width),
            Side);
}
