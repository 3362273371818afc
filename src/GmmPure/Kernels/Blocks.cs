using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>What is made of the rows of a block on the diagonal.</summary>
internal interface IBlock
{
    /// <summary>Whether there are second moments at all.</summary>
    static abstract bool HasSquares { get; }

    /// <summary>Products of different rows, or squares only.</summary>
    static abstract bool HasProducts { get; }

    /// <summary>Whether w·d is kept for the blocks beside the diagonal.</summary>
    static abstract bool IsKept { get; }

    /// <summary>Where Σ w·dᵢ·dⱼ stands, j ≤ i.</summary>
    static abstract nuint PlaceOf(nuint i, nuint j);
}

/// <summary>No second moments.</summary>
internal readonly struct NoSquares : IBlock
{
    public static bool HasSquares => false;

    public static bool HasProducts => false;

    public static bool IsKept => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint PlaceOf(nuint i, nuint j) => 0;
}

/// <summary>Squares only.</summary>
internal readonly struct Squares : IBlock
{
    public static bool HasSquares => true;

    public static bool HasProducts => false;

    public static bool IsKept => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint PlaceOf(nuint i, nuint j) => i;
}

/// <summary>Squares only, of all rows together.</summary>
internal readonly struct SumOfSquares : IBlock
{
    public static bool HasSquares => true;

    public static bool HasProducts => false;

    public static bool IsKept => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint PlaceOf(nuint i, nuint j) => 0;
}

/// <summary>The lower triangle of a matrix of at most four rows, row by row.</summary>
internal readonly struct Triangle : IBlock
{
    public static bool HasSquares => true;

    public static bool HasProducts => true;

    public static bool IsKept => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint PlaceOf(nuint i, nuint j) => (i * (i + 1) / 2) + j;
}

/// <summary>A triangle that has blocks beside it.</summary>
internal readonly struct InnerTriangle : IBlock
{
    public static bool HasSquares => true;

    public static bool HasProducts => true;

    public static bool IsKept => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint PlaceOf(nuint i, nuint j) => Triangle.PlaceOf(i, j);
}

/// <summary>
/// Up to four rows of d = x − c times themselves: adds Σ w·d and Σ w·d·dᵀ over a tile, up to fourteen sums in eight lanes each.
/// </summary>
/// <typeparam name="T">The register.</typeparam>
/// <typeparam name="TBlock">What is summed and kept.</typeparam>
internal static class Blocks<T, TBlock>
    where T : struct, IRegister<T>
    where TBlock : struct, IBlock
{
    /// <summary>One block.</summary>
    /// <param name="rows">1 … 4.</param>
    /// <param name="columns">x, rows × 264.</param>
    /// <param name="centre">c.</param>
    /// <param name="terms">w.</param>
    /// <param name="weighted">Where w·d is kept, rows × 264.</param>
    /// <param name="first">The lanes of Σ w·d (rows).</param>
    /// <param name="second">The lanes of Σ w·d·dᵀ.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(
        int rows,
        ref double columns,
        ReadOnlySpan<double> centre,
        ref double terms,
        ref double weighted,
        ref double first,
        ref double second)
    {
        switch (rows)
        {
            case 1:
                Add<One>(
                    ref columns, centre, ref terms, ref weighted, ref first, ref second);
                break;
            case 2:
                Add<Two>(
                    ref columns, centre, ref terms, ref weighted, ref first, ref second);
                break;
            case 3:
                Add<Three>(
                    ref columns, centre, ref terms, ref weighted, ref first, ref second);
                break;
            default:
                Add<Four>(
                    ref columns, centre, ref terms, ref weighted, ref first, ref second);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TRows>(
        ref double columns,
        ReadOnlySpan<double> centre,
        ref double terms,
        ref double weighted,
        ref double first,
        ref double second)
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
                s00 = Square(w0, d0, s00);
                if (TRows.Value > 1)
                {
                    var (d1, w1) = Deviation(i + Tile.Stride, ref columns, c1, term, ref weighted);
                    s1 += w1;
                    s11 = Square(w1, d1, s11);
                    if (TBlock.HasProducts)
                    {
                        s10 = T.MultiplyAdd(w1, d0, s10);
                    }

                    if (TRows.Value > 2)
                    {
                        var (d2, w2) = Deviation(i + (2 * Tile.Stride), ref columns, c2, term, ref weighted);
                        s2 += w2;
                        s22 = Square(w2, d2, s22);
                        if (TBlock.HasProducts)
                        {
                            s20 = T.MultiplyAdd(w2, d0, s20);
                            s21 = T.MultiplyAdd(w2, d1, s21);
                        }

                        if (TRows.Value > 3)
                        {
                            var (d3, w3) = Deviation(i + (3 * Tile.Stride), ref columns, c3, term, ref weighted);
                            s3 += w3;
                            s33 = Square(w3, d3, s33);
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

            AddRow<TRows>(0, lane, s0, s00, s00, s00, s00, ref first, ref second);
            AddRow<TRows>(1, lane, s1, s10, s11, s11, s11, ref first, ref second);
            AddRow<TRows>(2, lane, s2, s20, s21, s22, s22, ref first, ref second);
            AddRow<TRows>(3, lane, s3, s30, s31, s32, s33, ref first, ref second);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Square(T weighted, T deviation, T sum) =>
        TBlock.HasSquares ? T.MultiplyAdd(weighted, deviation, sum) : sum;

    /// <summary>Adds row i's Σ w·dᵢ and Σ w·dᵢ·dⱼ for j ≤ i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<TRows>(
        nuint i, nuint lane, T sum, T product0, T product1, T product2, T product3, ref double first, ref double second)
        where TRows : struct, ICount
    {
        if (i >= (nuint)TRows.Value)
        {
            return;
        }

        Lanes.Add(sum, ref first, lane + (i * Lanes.Width));
        AddProduct(i, 0, lane, product0, ref second);
        AddProduct(i, 1, lane, product1, ref second);
        AddProduct(i, 2, lane, product2, ref second);
        AddProduct(i, 3, lane, product3, ref second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct(nuint i, nuint j, nuint lane, T product, ref double second)
    {
        if ((j == i && TBlock.HasSquares) || (j < i && TBlock.HasProducts))
        {
            Lanes.Add(product, ref second, lane + (TBlock.PlaceOf(i, j) * Lanes.Width));
        }
    }
}
