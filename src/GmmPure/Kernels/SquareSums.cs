using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// The sums over a tile of every row on the left times d and times d² of every column, with d = x − c: four rows and two
/// columns at a time.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
internal sealed class SquareSums<T>(int rows, int columns)
    where T : struct, IRegister<T>
{
    private const int Width = 2;

    private readonly double[] first = new double[Table.SizeOf(rows, CompensatedSums.Padded(columns))];
    private readonly double[] second = new double[Table.SizeOf(rows, CompensatedSums.Padded(columns))];
    private readonly LaneSums sums = new();

    /// <summary>Sets the sums.</summary>
    /// <param name="left">Rows × 264.</param>
    /// <param name="tile">x.</param>
    /// <param name="centre">c (D).</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sum(ref double left, Tile tile, ReadOnlySpan<double> centre)
    {
        for (int row = 0; row < rows; row += LaneSums.Side)
        {
            ref double block = ref Unsafe.Add(ref left, row * Tile.Stride);
            int height = Math.Min(LaneSums.Side, rows - row);
            for (int column = 0; column < columns; column += Width)
            {
                Products<T>.SumWithSquares(
                    ref block,
                    height,
                    ref Unsafe.Add(ref tile.Columns, column * Tile.Stride),
                    Math.Min(Width, columns - column),
                    ref MemoryMarshal.GetReference(centre[column..]),
                    sums);
                Take(row, height, column);
            }
        }
    }

    /// <summary>Adds a row's Σ w·d to a group.</summary>
    public void AddFirst(int row, CompensatedSums groups) => groups.Add(row, Row(first, row));

    /// <summary>Adds a row's Σ w·d² to a group.</summary>
    public void AddSecond(int row, CompensatedSums groups) => groups.Add(row, Row(second, row));

    private Span<double> Row(double[] table, int row) =>
        table.AsSpan(row * CompensatedSums.Padded(columns), CompensatedSums.Padded(columns));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int row, int height, int column)
    {
        Span<double> four = stackalloc double[LaneSums.Side];
        for (int i = 0; i < height; i++)
        {
            // Where there is one column only, what is taken for the second falls beyond the last.
            sums.TakeRow(i, four);
            four[..Width].CopyTo(Row(first, row + i)[column..]);
            four[Width..].CopyTo(Row(second, row + i)[column..]);
        }
    }
}
