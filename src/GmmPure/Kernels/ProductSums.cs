using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>The sums over a tile of every row on the left times every column on the right, in blocks of four times four.</summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class ProductSums<T>(int rows, int columns)
    where T : struct, IRegister<T>
{
    private readonly LaneSums sums = new();

    private readonly double[] result = new double[Table.SizeOf(rows, CompensatedSums.Padded(columns))];

    /// <summary>Sets the sums.</summary>
    /// <param name="left">Rows × 264.</param>
    /// <param name="right">Columns × 264.</param>
    /// <param name="centre">What is subtracted from each column.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ref double left, ref double right, ReadOnlySpan<double> centre)
    {
        for (int row = 0; row < rows; row += LaneSums.Side)
        {
            ref double block = ref Unsafe.Add(ref left, row * Tile.Stride);
            for (int column = 0; column < columns; column += LaneSums.Side)
            {
                var (height, width) = (Math.Min(LaneSums.Side, rows - row), Math.Min(LaneSums.Side, columns - column));
                Products<T>.Sum(
                    ref block,
                    height,
                    ref Unsafe.Add(ref right, column * Tile.Stride),
                    width,
                    ref MemoryMarshal.GetReference(centre[column..]),
                    sums);
                Take(row, height, column);
            }
        }
    }

    /// <summary>Adds the rows' sums to groups.</summary>
    public void AddTo(CompensatedSums groups)
    {
        for (int row = 0; row < rows; row++)
        {
            groups.Add(row, result.AsSpan(row * CompensatedSums.Padded(columns), CompensatedSums.Padded(columns)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int row, int height, int column)
    {
        for (int i = 0; i < height; i++)
        {
            // What is beyond the last column is not looked at, and is overwritten where there is a next block.
            sums.TakeRow(i, result.AsSpan(((row + i) * CompensatedSums.Padded(columns)) + column, LaneSums.Side));
        }
    }
}
