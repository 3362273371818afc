using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>The sums over tiles of every row on the left times every column on the right, in blocks of four times four.</summary>
/// <typeparam name="T">The register.</typeparam>
internal static class ProductSums<T>
    where T : struct, IRegister<T>
{
    /// <summary>The rows and columns of a block.</summary>
    public const int Side = 4;

    /// <summary>Adds a tile's.</summary>
    /// <param name="left">Rows × 264.</param>
    /// <param name="rows">How many.</param>
    /// <param name="right">Columns × 264.</param>
    /// <param name="columns">How many.</param>
    /// <param name="sums">The lanes of rows × columns sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref double left, int rows, ref double right, int columns, ref double sums)
    {
        for (int row = 0; row < rows; row += Side)
        {
            for (int column = 0; column < columns; column += Side)
            {
                Products<T, None>.Add(
                    ref Unsafe.Add(ref left, row * Tile.Stride),
                    Math.Min(Side, rows - row),
                    ref Unsafe.Add(ref right, column * Tile.Stride),
                    Math.Min(Side, columns - column),
                    ref Unsafe.NullRef<double>(),
                    ref Unsafe.Add(ref sums, ((row * columns) + column) * Lanes.Width),
                    columns);
            }
        }
    }
}
