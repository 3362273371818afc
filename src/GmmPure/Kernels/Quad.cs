using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>Four vectors side by side: enough independent sums to keep a processor's multipliers busy.</summary>
internal readonly struct Quad
{
    /// <summary>How many numbers it holds.</summary>
    public const int Width = 4 * Lanes.Width;

    private readonly Vector512<double> a;
    private readonly Vector512<double> b;
    private readonly Vector512<double> c;
    private readonly Vector512<double> d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quad(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) =>
        (this.a, this.b, this.c, this.d) = (a, b, c, d);

    public Vector512<double> First => a;

    public Vector512<double> Second => b;

    public Vector512<double> Third => c;

    /// <summary>One number everywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad All(double number)
    {
        var all = Vector512.Create(number);
        return new Quad(all, all, all, all);
    }

    /// <summary>Four numbers, each in all lanes of one vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(ReadOnlySpan<double> four) => new(
        Vector512.Create(four[0]), Vector512.Create(four[1]), Vector512.Create(four[2]), Vector512.Create(four[3]));

    /// <summary>Four vectors, each so many numbers after the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad At(ref readonly double first, nuint index, nuint stride = Lanes.Width) => new(
        Vector512.LoadUnsafe(in first, index),
        Vector512.LoadUnsafe(in first, index + stride),
        Vector512.LoadUnsafe(in first, index + (2 * stride)),
        Vector512.LoadUnsafe(in first, index + (3 * stride)));

    /// <summary>this + factor·x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Plus(Vector512<double> factor, Quad x) => new(
        Vector512.FusedMultiplyAdd(factor, x.a, a),
        Vector512.FusedMultiplyAdd(factor, x.b, b),
        Vector512.FusedMultiplyAdd(factor, x.c, c),
        Vector512.FusedMultiplyAdd(factor, x.d, d));

    /// <summary>this + x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad PlusSquareOf(Quad x) => new(
        Vector512.FusedMultiplyAdd(x.a, x.a, a),
        Vector512.FusedMultiplyAdd(x.b, x.b, b),
        Vector512.FusedMultiplyAdd(x.c, x.c, c),
        Vector512.FusedMultiplyAdd(x.d, x.d, d));

    /// <summary>this − shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Minus(Vector512<double> shift) => new(a - shift, b - shift, c - shift, d - shift);

    /// <summary>this + x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Plus(Quad x) => new(a + x.a, b + x.b, c + x.c, d + x.d);

    /// <summary>this − x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Minus(Quad x) => new(a - x.a, b - x.b, c - x.c, d - x.d);

    /// <summary>this · x, number by number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Times(Quad x) => new(a * x.a, b * x.b, c * x.c, d * x.d);

    /// <summary>this + x·y, number by number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Plus(Quad x, Quad y) => new(
        Vector512.FusedMultiplyAdd(x.a, y.a, a),
        Vector512.FusedMultiplyAdd(x.b, y.b, b),
        Vector512.FusedMultiplyAdd(x.c, y.c, c),
        Vector512.FusedMultiplyAdd(x.d, y.d, d));

    /// <summary>The larger of each two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Max(Quad x) => new(
        Vector512.Max(a, x.a), Vector512.Max(b, x.b), Vector512.Max(c, x.c), Vector512.Max(d, x.d));

    /// <summary>this / x, number by number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Over(Quad x) => new(a / x.a, b / x.b, c / x.c, d / x.d);

    /// <summary>eˣ of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Exp() => new(Elementary.Exp(a), Elementary.Exp(b), Elementary.Exp(c), Elementary.Exp(d));

    /// <summary>ln x of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Log() => new(Elementary.Log(a), Elementary.Log(b), Elementary.Log(c), Elementary.Log(d));

    /// <summary>Whether every number is above a bound; NaN is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAbove(double bound)
    {
        var bounds = Vector512.Create(bound);
        return Vector512.GreaterThanAll(a, bounds) && Vector512.GreaterThanAll(b, bounds)
            && Vector512.GreaterThanAll(c, bounds) && Vector512.GreaterThanAll(d, bounds);
    }

    /// <summary>The sum of all the numbers: of the four vectors first, then of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum() => Lanes.Sum((a + b) + (c + d));

    /// <summary>this · factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad Times(Vector512<double> factor) => new(a * factor, b * factor, c * factor, d * factor);

    /// <summary>Writes the four vectors, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index)
    {
        a.StoreUnsafe(ref first, index);
        b.StoreUnsafe(ref first, index + Lanes.Width);
        c.StoreUnsafe(ref first, index + (2 * Lanes.Width));
        d.StoreUnsafe(ref first, index + (3 * Lanes.Width));
    }

    /// <summary>Adds the sums of the four vectors' lanes to four numbers, each in the order of <see cref="Lanes.Sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddSumsTo(ref double four)
    {
        var sums = Vector256.Create(Pair(Half(a), Half(b)), Pair(Half(c), Half(d)));
        (Vector256.LoadUnsafe(ref four) + sums).StoreUnsafe(ref four);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Half(Vector512<double> vector)
    {
        var four = vector.GetLower() + vector.GetUpper();
        return four.GetLower() + four.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(Vector128<double> left, Vector128<double> right) =>
        Vector128.Create(left.ToScalar(), right.ToScalar()) + Vector128.Create(left.GetElement(1), right.GetElement(1));
}
