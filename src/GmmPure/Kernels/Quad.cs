using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>Four vectors side by side: enough independent sums to keep a processor's multipliers busy.</summary>
internal readonly struct Quad
{
    /// <summary>How many numbers it holds.</summary>
    public const int Width = 4 * Lanes.Width;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Quad(Vector512<double> first, Vector512<double> second, Vector512<double> third, Vector512<double> fourth) =>
        (First, Second, Third, Fourth) = (first, second, third, fourth);

    public Vector512<double> First { get; }

    public Vector512<double> Second { get; }

    public Vector512<double> Third { get; }

    public Vector512<double> Fourth { get; }

    /// <summary>One number everywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad All(double number)
    {
        var all = Vector512.Create(number);
        return new Quad(all, all, all, all);
    }

    /// <summary>The first four numbers, each in all lanes of one vector.</summary>
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

    /// <summary>Writes the four vectors, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index)
    {
        First.StoreUnsafe(ref first, index);
        Second.StoreUnsafe(ref first, index + Lanes.Width);
        Third.StoreUnsafe(ref first, index + (2 * Lanes.Width));
        Fourth.StoreUnsafe(ref first, index + (3 * Lanes.Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad operator +(Quad x, Quad y) =>
        new(x.First + y.First, x.Second + y.Second, x.Third + y.Third, x.Fourth + y.Fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad operator -(Quad x, Quad y) =>
        new(x.First - y.First, x.Second - y.Second, x.Third - y.Third, x.Fourth - y.Fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad operator -(Quad x, Vector512<double> shift) =>
        new(x.First - shift, x.Second - shift, x.Third - shift, x.Fourth - shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad operator *(Quad x, Quad y) =>
        new(x.First * y.First, x.Second * y.Second, x.Third * y.Third, x.Fourth * y.Fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad operator *(Quad x, Vector512<double> factor) =>
        new(x.First * factor, x.Second * factor, x.Third * factor, x.Fourth * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad operator /(Quad x, Quad y) =>
        new(x.First / y.First, x.Second / y.Second, x.Third / y.Third, x.Fourth / y.Fourth);

    /// <summary>this + factor·x, each rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad PlusProduct(Vector512<double> factor, Quad x) => new(
        Vector512.FusedMultiplyAdd(factor, x.First, First),
        Vector512.FusedMultiplyAdd(factor, x.Second, Second),
        Vector512.FusedMultiplyAdd(factor, x.Third, Third),
        Vector512.FusedMultiplyAdd(factor, x.Fourth, Fourth));

    /// <summary>this + x·y, each rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Quad PlusProduct(Quad x, Quad y) => new(
        Vector512.FusedMultiplyAdd(x.First, y.First, First),
        Vector512.FusedMultiplyAdd(x.Second, y.Second, Second),
        Vector512.FusedMultiplyAdd(x.Third, y.Third, Third),
        Vector512.FusedMultiplyAdd(x.Fourth, y.Fourth, Fourth));

    /// <summary>The larger of each two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Max(Quad x, Quad y) => new(
        Vector512.Max(x.First, y.First),
        Vector512.Max(x.Second, y.Second),
        Vector512.Max(x.Third, y.Third),
        Vector512.Max(x.Fourth, y.Fourth));

    /// <summary>eˣ of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Exp(Quad x) =>
        new(Elementary.Exp(x.First), Elementary.Exp(x.Second), Elementary.Exp(x.Third), Elementary.Exp(x.Fourth));

    /// <summary>ln x of each number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Log(Quad x) =>
        new(Elementary.Log(x.First), Elementary.Log(x.Second), Elementary.Log(x.Third), Elementary.Log(x.Fourth));

    /// <summary>Whether every number is above a bound; NaN is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAbove(double bound)
    {
        var bounds = Vector512.Create(bound);
        return Vector512.GreaterThanAll(First, bounds) && Vector512.GreaterThanAll(Second, bounds)
            && Vector512.GreaterThanAll(Third, bounds) && Vector512.GreaterThanAll(Fourth, bounds);
    }

    /// <summary>The sum of all the numbers: of the four vectors first, then of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum() => Lanes.Sum((First + Second) + (Third + Fourth));

    /// <summary>Adds the sum of each vector's lanes to a number of its own, in the order of <see cref="Lanes.Sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddSumsTo(Span<double> four)
    {
        var sums = Vector256.Create(Sums(First, Second), Sums(Third, Fourth));
        (Vector256.Create<double>(four[..4]) + sums).CopyTo(four);
    }

    /// <summary>The sums of two vectors' lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Sums(Vector512<double> left, Vector512<double> right)
    {
        var (x, y) = (Quarter(left), Quarter(right));
        return Vector128.Create(x.ToScalar(), y.ToScalar()) + Vector128.Create(x.GetElement(1), y.GetElement(1));
    }

    /// <summary>Eight lanes added up to two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Quarter(Vector512<double> vector)
    {
        var four = vector.GetLower() + vector.GetUpper();
        return four.GetLower() + four.GetUpper();
    }
}
