using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Four registers side by side: with four sums each, what a processor with 32 registers can keep.</summary>
/// <typeparam name="T">The register.</typeparam>
internal struct Quad<T> : ILanes<Quad<T>>
    where T : struct, ILanes<T>
{
    private T first;
    private T second;
    private T third;
    private T fourth;

    public static int Count => 4 * T.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> All(double number)
    {
        var all = T.All(number);
        return new()
        {
            first = all,
            second = all,
            third = all,
            fourth = all,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> At(ref readonly double first, nuint index) => new()
    {
        first = T.At(in first, index),
        second = T.At(in first, index + (nuint)T.Count),
        third = T.At(in first, index + (nuint)(2 * T.Count)),
        fourth = T.At(in first, index + (nuint)(3 * T.Count)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index)
    {
        this.first.Put(ref first, index);
        second.Put(ref first, index + (nuint)T.Count);
        third.Put(ref first, index + (nuint)(2 * T.Count));
        fourth.Put(ref first, index + (nuint)(3 * T.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator +(Quad<T> x, Quad<T> y) =>
        new()
        {
            first = x.first + y.first,
            second = x.second + y.second,
            third = x.third + y.third,
            fourth = x.fourth + y.fourth,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator -(Quad<T> x, Quad<T> y) =>
        new()
        {
            first = x.first - y.first,
            second = x.second - y.second,
            third = x.third - y.third,
            fourth = x.fourth - y.fourth,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> operator *(Quad<T> x, Quad<T> y) =>
        new()
        {
            first = x.first * y.first,
            second = x.second * y.second,
            third = x.third * y.third,
            fourth = x.fourth * y.fourth,
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad<T> MultiplyAdd(Quad<T> x, Quad<T> y, Quad<T> z) => new()
    {
        first = T.MultiplyAdd(x.first, y.first, z.first),
        second = T.MultiplyAdd(x.second, y.second, z.second),
        third = T.MultiplyAdd(x.third, y.third, z.third),
        fourth = T.MultiplyAdd(x.fourth, y.fourth, z.fourth),
    };
}
