using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>What is made of the rows of a block on the diagonal.</summary>
internal interface IBlock
{
    /// <summary>Products of different rows, or squares only.</summary>
    static abstract bool HasProducts { get; }

    /// <summary>Whether d and w·d are kept for the blocks beside the diagonal.</summary>
    static abstract bool IsKept { get; }
}

/// <summary>Squares only.</summary>
internal readonly struct Squares : IBlock
{
    public static bool HasProducts => false;

    public static bool IsKept => false;
}

/// <summary>The lower triangle of a matrix of at most four rows.</summary>
internal readonly struct Triangle : IBlock
{
    public static bool HasProducts => true;

    public static bool IsKept => false;
}

/// <summary>A triangle on the diagonal of a larger matrix.</summary>
internal readonly struct InnerTriangle : IBlock
{
    public static bool HasProducts => true;

    public static bool IsKept => true;
}

/// <summary>
/// Up to four rows of d = x − c times themselves: Σ w·d and Σ w·d·dᵀ over a tile, up to fourteen sums in eight lanes each.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TBlock">What is summed and kept.</typeparam>
internal static class Blocks<T, TBlock>
    where T : struct, IRegister<T>
    where TBlock : struct, IBlock
{
    /// <summary>The sums of w·d in the last row of the result, those of w·d·dᵀ in the rows before.</summary>
    /// <param name="rows">1 … 4.</param>
    /// <param name="columns">x, rows × 264.</param>
    /// <param name="centre">c.</param>
    /// <param name="terms">w.</param>
    /// <param name="weighted">Where w·d is kept, rows × 264.</param>
    /// <param name="result">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(
        int rows,
        ref double columns,
        ReadOnlySpan<double> centre,
        ref double terms,
        ref double weighted,
        LaneSums result)
    {
        switch (rows)
        {
            case 1:
                Sum<One>(ref columns, centre, ref terms, ref weighted, result);
                break;
            case 2:
                Sum<Two>(ref columns, centre, ref terms, ref weighted, result);
                break;
            case 3:
                Sum<Three>(ref columns, centre, ref terms, ref weighted, result);
                break;
            default:
                Sum<Four>(ref columns, centre, ref terms, ref weighted, result);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<TRows>(
        ref double columns,
        ReadOnlySpan<double> centre,
        ref double terms,
        ref double weighted,
        LaneSums result)
        where TRows : struct, ICount
    {
        var c0 = T.All(centre[0]);
        var c1 = TRows.Value > 1 ? T.All(centre[1]) : c0;
        var c2 = TRows.Value > 2 ? T.All(centre[2]) : c0;
        var c3 = TRows.Value > 3 ? T.All(centre[3]) : c0;
        for (nuint lane = 0; lane < Lanes.Width; lane += (nuint)T.Count)
        {
            var (s0, s1, s2, s3) = (T.All(0), T.All(0), T.All(0), T.All(0));
            var (s00, s10, s11) = (T.All(0), T.All(0), T.All(0));
            var (s20, s21, s22) = (T.All(0), T.All(0), T.All(0));
            var (s30, s31, s32, s33) = (T.All(0), T.All(0), T.All(0), T.All(0));
            for (nuint i = lane; i < Tile.Samples; i += Lanes.Width)
            {
                var term = T.At(ref terms, i);
                var (d0, w0) = Deviation(i, ref columns, c0, term, ref weighted);
                s0 += w0;
                s00 = T.MultiplyAdd(w0, d0, s00);
                if (TRows.Value > 1)
                {
                    var (d1, w1) = Deviation(i + Tile.Stride, ref columns, c1, term, ref weighted);
                    s1 += w1;
                    s11 = T.MultiplyAdd(w1, d1, s11);
                    if (TBlock.HasProducts)
                    {
                        s10 = T.MultiplyAdd(w1, d0, s10);
                    }

                    if (TRows.Value > 2)
                    {
                        var (d2, w2) = Deviation(i + (2 * Tile.Stride), ref columns, c2, term, ref weighted);
                        s2 += w2;
                        s22 = T.MultiplyAdd(w2, d2, s22);
                        if (TBlock.HasProducts)
                        {
                            s20 = T.MultiplyAdd(w2, d0, s20);
                            s21 = T.MultiplyAdd(w2, d1, s21);
                        }

                        if (TRows.Value > 3)
                        {
                            var (d3, w3) = Deviation(i + (3 * Tile.Stride), ref columns, c3, term, ref weighted);
                            s3 += w3;
                            s33 = T.MultiplyAdd(w3, d3, s33);
                            if (TBlock.HasProducts)
                            {
                                s30 = T.MultiplyAdd(w3, d0, s30);
                                s31 = T.MultiplyAdd(w3, d1, s31);
                                s32 = T.MultiplyAdd(w3, d2, s32);
                            }
                        }
                    }
                }
            }

            result.Put(LaneSums.Side, lane, s0, s1, s2, s3);
            result.Put(0, lane, s00, s00, s00, s00);
            result.PutIf(TRows.Value > 1, 1, lane, s10, s11, s11, s11);
            result.PutIf(TRows.Value > 2, 2, lane, s20, s21, s22, s22);
            result.PutIf(TRows.Value > 3, 3, lane, s30, s31, s32, s33);
        }
    }

    /// <summary>d and w·d of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Deviation, T Weighted) Deviation(
        nuint at, ref double columns, T centre, T term, ref double weighted)
    {
        var d = T.At(ref columns, at) - centre;
        var w = term * d;
        if (TBlock.IsKept)
        {
            w.Put(ref weighted, at);
        }

        return (d, w);
    }
}
