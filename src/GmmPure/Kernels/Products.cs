using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Sums over a tile of up to four rows times up to four columns, from each of which a number is subtracted: sixteen sums in
/// eight lanes each, which stay in registers.
/// </summary>
/// <remarks>
/// <code>
///              right   0  1  2  3       a row's and a column's samples stand side by side in memory, 264 from one to the
/// left  0              s₀₀ … … s₀₃      next; a narrower machine goes over the tile once for each part of the eight lanes
///       1              …
/// </code>
/// </remarks>
/// <typeparam name="T">The register.</typeparam>
internal static class Products<T>
    where T : struct, IRegister<T>
{
    /// <summary>Σ left·(right − centre) for every pair of some rows and some columns.</summary>
    /// <param name="left">Rows × 264.</param>
    /// <param name="rows">1 … 4.</param>
    /// <param name="right">Columns × 264.</param>
    /// <param name="columns">1 … 4.</param>
    /// <param name="centre">What is subtracted from each column.</param>
    /// <param name="result">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(ref double left, int rows, ref double right, int columns, ref double centre, LaneSums result)
    {
        if (rows == Four.Value && columns == Four.Value)
        {
            Sum<Four, Four, None>(ref left, ref right, ref centre, result);
            return;
        }

        switch (columns)
        {
            case 1:
                Sum<One, None>(ref left, rows, ref right, ref centre, result);
                break;
            case 2:
                Sum<Two, None>(ref left, rows, ref right, ref centre, result);
                break;
            case 3:
                Sum<Three, None>(ref left, rows, ref right, ref centre, result);
                break;
            default:
                Sum<Four, None>(ref left, rows, ref right, ref centre, result);
                break;
        }
    }

    /// <summary>
    /// Σ left·d and Σ left·d² with d = right − centre: in each row of the result first those of one or two columns, then those
    /// of their squares, from the third on.
    /// </summary>
    /// <param name="left">Rows × 264.</param>
    /// <param name="rows">1 … 4.</param>
    /// <param name="right">Columns × 264.</param>
    /// <param name="columns">1 or 2.</param>
    /// <param name="centre">What is subtracted from each column.</param>
    /// <param name="result">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumWithSquares(
        ref double left, int rows, ref double right, int columns, ref double centre, LaneSums result)
    {
        if (columns == 1)
        {
            Sum<One, One>(ref left, rows, ref right, ref centre, result);
        }
        else
        {
            Sum<Two, Two>(ref left, rows, ref right, ref centre, result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TColumns, TSquares>(
        ref double left, int rows, ref double right, ref double centre, LaneSums result)
        where TColumns : struct, ICount
        where TSquares : struct, ICount
    {
        switch (rows)
        {
            case 1:
                Sum<One, TColumns, TSquares>(ref left, ref right, ref centre, result);
                break;
            case 2:
                Sum<Two, TColumns, TSquares>(ref left, ref right, ref centre, result);
                break;
            case 3:
                Sum<Three, TColumns, TSquares>(ref left, ref right, ref centre, result);
                break;
            default:
                Sum<Four, TColumns, TSquares>(ref left, ref right, ref centre, result);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TRows, TColumns, TSquares>(ref double left, ref double right, ref double centre, LaneSums result)
        where TRows : struct, ICount
        where TColumns : struct, ICount
        where TSquares : struct, ICount
    {
        for (nuint lane = 0; lane < Lanes.Width; lane += (nuint)T.Count)
        {
            var (s00, s01, s02, s03) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s10, s11, s12, s13) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s20, s21, s22, s23) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s30, s31, s32, s33) = (T.All(0), T.All(0), T.All(0), T.All(0));
            for (nuint i = lane; i < Tile.Samples; i += Lanes.Width)
            {
                var x0 = Deviation(0, ref right, i, ref centre);
                var x1 = TColumns.Value > 1 ? Deviation(1, ref right, i, ref centre) : x0;
                var x2 = TSquares.Value > 0 ? x0 * x0 : TColumns.Value > 2 ? Deviation(2, ref right, i, ref centre) : x0;
                var x3 = TSquares.Value > 1 ? x1 * x1 : TColumns.Value > 3 ? Deviation(3, ref right, i, ref centre) : x0;
                AddRow<TColumns, TSquares>(T.At(ref left, i), x0, x1, x2, x3, ref s00, ref s01, ref s02, ref s03);
                if (TRows.Value > 1)
                {
                    var weight = T.At(ref left, i + Tile.Stride);
                    AddRow<TColumns, TSquares>(weight, x0, x1, x2, x3, ref s10, ref s11, ref s12, ref s13);
                }

                if (TRows.Value > 2)
                {
                    var weight = T.At(ref left, i + (2 * Tile.Stride));
                    AddRow<TColumns, TSquares>(weight, x0, x1, x2, x3, ref s20, ref s21, ref s22, ref s23);
                }

                if (TRows.Value > 3)
                {
                    var weight = T.At(ref left, i + (3 * Tile.Stride));
                    AddRow<TColumns, TSquares>(weight, x0, x1, x2, x3, ref s30, ref s31, ref s32, ref s33);
                }
            }

            result.Put(0, lane, s00, s01, s02, s03);
            result.Put(1, lane, s10, s11, s12, s13);
            result.Put(2, lane, s20, s21, s22, s23);
            result.Put(3, lane, s30, s31, s32, s33);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Deviation(nuint column, ref double right, nuint sample, ref double centre) =>
        T.At(ref right, sample + (column * Tile.Stride)) - T.All(Unsafe.Add(ref centre, column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<TColumns, TSquares>(
        T weight, T x0, T x1, T x2, T x3, ref T s0, ref T s1, ref T s2, ref T s3)
        where TColumns : struct, ICount
        where TSquares : struct, ICount
    {
        s0 = T.MultiplyAdd(weight, x0, s0);
        s1 = TColumns.Value > 1 ? T.MultiplyAdd(weight, x1, s1) : s1;
        s2 = TColumns.Value > 2 || TSquares.Value > 0 ? T.MultiplyAdd(weight, x2, s2) : s2;
        s3 = TColumns.Value > 3 || TSquares.Value > 1 ? T.MultiplyAdd(weight, x3, s3) : s3;
    }
}
