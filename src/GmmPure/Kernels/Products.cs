using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Adds Σ left·right over a tile for every pair of up to four rows and up to four columns, from each of which a number may be
/// subtracted: sixteen sums in eight lanes each, which stay in registers.
/// </summary>
/// <remarks>
/// <code>
///              right   0  1  2  3       a row's and a column's samples stand side by side in memory, 264 from one to the
/// left  0              s₀₀ … … s₀₃      next; a narrower machine goes over the tile once for each part of the eight lanes
///       1              …
/// </code>
/// </remarks>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TCentres">One if there is a number to subtract from each column, none if not.</typeparam>
internal static class Products<T, TCentres>
    where T : struct, IRegister<T>
    where TCentres : struct, ICount
{
    /// <summary>One block.</summary>
    /// <param name="left">Rows × 264.</param>
    /// <param name="rows">1 … 4.</param>
    /// <param name="right">Columns × 264.</param>
    /// <param name="columns">1 … 4.</param>
    /// <param name="centre">What is subtracted from each column.</param>
    /// <param name="sums">The lanes of the first row's sums, one after the other.</param>
    /// <param name="step">How many sums stand from one row's to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref double left, int rows, ref double right, int columns, ref double centre, ref double sums, int step)
    {
        nuint next = (nuint)step * Lanes.Width;
        if (rows == Four.Value && columns == Four.Value)
        {
            Add<Four, Four>(ref left, ref right, ref centre, ref sums, next);
            return;
        }

        switch (columns)
        {
            case 1:
                Add<One>(ref left, rows, ref right, ref centre, ref sums, next);
                break;
            case 2:
                Add<Two>(ref left, rows, ref right, ref centre, ref sums, next);
                break;
            case 3:
                Add<Three>(ref left, rows, ref right, ref centre, ref sums, next);
                break;
            default:
                Add<Four>(ref left, rows, ref right, ref centre, ref sums, next);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TColumns>(ref double left, int rows, ref double right, ref double centre, ref double sums, nuint next)
        where TColumns : struct, ICount
    {
        switch (rows)
        {
            case 1:
                Add<One, TColumns>(ref left, ref right, ref centre, ref sums, next);
                break;
            case 2:
                Add<Two, TColumns>(ref left, ref right, ref centre, ref sums, next);
                break;
            case 3:
                Add<Three, TColumns>(ref left, ref right, ref centre, ref sums, next);
                break;
            default:
                Add<Four, TColumns>(ref left, ref right, ref centre, ref sums, next);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TRows, TColumns>(ref double left, ref double right, ref double centre, ref double sums, nuint next)
        where TRows : struct, ICount
        where TColumns : struct, ICount
    {
        for (nuint lane = 0; lane < Lanes.Width; lane += (nuint)T.Count)
        {
            var (s00, s01, s02, s03) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s10, s11, s12, s13) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s20, s21, s22, s23) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s30, s31, s32, s33) = (T.All(0), T.All(0), T.All(0), T.All(0));
            for (nuint i = lane; i < Tile.Samples; i += Lanes.Width)
            {
                var x0 = Column(0, ref right, i, ref centre);
                var x1 = TColumns.Value > 1 ? Column(1, ref right, i, ref centre) : x0;
                var x2 = TColumns.Value > 2 ? Column(2, ref right, i, ref centre) : x0;
                var x3 = TColumns.Value > 3 ? Column(3, ref right, i, ref centre) : x0;
                MultiplyRow<TColumns>(T.At(ref left, i), x0, x1, x2, x3, ref s00, ref s01, ref s02, ref s03);
                if (TRows.Value > 1)
                {
                    MultiplyRow<TColumns>(T.At(ref left, i + Tile.Stride), x0, x1, x2, x3, ref s10, ref s11, ref s12, ref s13);
                }

                if (TRows.Value > 2)
                {
                    var row = T.At(ref left, i + (2 * Tile.Stride));
                    MultiplyRow<TColumns>(row, x0, x1, x2, x3, ref s20, ref s21, ref s22, ref s23);
                }

                if (TRows.Value > 3)
                {
                    var row = T.At(ref left, i + (3 * Tile.Stride));
                    MultiplyRow<TColumns>(row, x0, x1, x2, x3, ref s30, ref s31, ref s32, ref s33);
                }
            }

            AddRow<TColumns>(s00, s01, s02, s03, ref sums, lane);
            if (TRows.Value > 1)
            {
                AddRow<TColumns>(s10, s11, s12, s13, ref sums, lane + next);
            }

            if (TRows.Value > 2)
            {
                AddRow<TColumns>(s20, s21, s22, s23, ref sums, lane + (2 * next));
            }

            if (TRows.Value > 3)
            {
                AddRow<TColumns>(s30, s31, s32, s33, ref sums, lane + (3 * next));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Column(nuint column, ref double right, nuint sample, ref double centre)
    {
        var x = T.At(ref right, sample + (column * Tile.Stride));
        return TCentres.Value > 0 ? x - T.All(Unsafe.Add(ref centre, column)) : x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MultiplyRow<TColumns>(
        T row, T x0, T x1, T x2, T x3, ref T s0, ref T s1, ref T s2, ref T s3)
        where TColumns : struct, ICount
    {
        s0 = T.MultiplyAdd(row, x0, s0);
        s1 = TColumns.Value > 1 ? T.MultiplyAdd(row, x1, s1) : s1;
        s2 = TColumns.Value > 2 ? T.MultiplyAdd(row, x2, s2) : s2;
        s3 = TColumns.Value > 3 ? T.MultiplyAdd(row, x3, s3) : s3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<TColumns>(T s0, T s1, T s2, T s3, ref double sums, nuint at)
        where TColumns : struct, ICount
    {
        Lanes.Add(s0, ref sums, at);
        if (TColumns.Value > 1)
        {
            Lanes.Add(s1, ref sums, at + Lanes.Width);
        }

        if (TColumns.Value > 2)
        {
            Lanes.Add(s2, ref sums, at + (2 * Lanes.Width));
        }

        if (TColumns.Value > 3)
        {
            Lanes.Add(s3, ref sums, at + (3 * Lanes.Width));
        }
    }
}
