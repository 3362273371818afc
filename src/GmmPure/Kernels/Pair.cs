using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>Two registers side by side: with four sums each, what a processor with 16 registers can keep.</summary>
/// <typeparam name="T">The register.</typeparam>
internal struct Pair<T> : ILanes<Pair<T>>
    where T : struct, ILanes<T>
{
    private T first;
    private T second;

    public static int Count => 2 * T.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> All(double number)
    {
        var all = T.All(number);
        return new()
        {
            first = all,
            second = all,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> At(ref readonly double first, nuint index) =>
        new()
        {
            first = T.At(in first, index),
            second = T.At(in first, index + (nuint)T.Count),
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index)
    {
        this.first.Put(ref first, index);
        second.Put(ref first, index + (nuint)T.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator +(Pair<T> x, Pair<T> y) => new()
    {
        first = x.first + y.first,
        second = x.second + y.second,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator -(Pair<T> x, Pair<T> y) => new()
    {
        first = x.first - y.first,
        second = x.second - y.second,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator *(Pair<T> x, Pair<T> y) => new()
    {
        first = x.first * y.first,
        second = x.second * y.second,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> MultiplyAdd(Pair<T> x, Pair<T> y, Pair<T> z) =>
        new()
        {
            first = T.MultiplyAdd(x.first, y.first, z.first),
            second = T.MultiplyAdd(x.second, y.second, z.second),
        };
}
