using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>One number: what all the others are to agree with, lane by lane.</summary>
internal struct Lanes1 : IRegister<Lanes1>
{
    private double number;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 All(double number) => new() { number = number };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 At(ref readonly double first, nuint index) => new() { number = Unsafe.Add(ref Unsafe.AsRef(in first), index) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index) => Unsafe.Add(ref first, index) = number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 x, Lanes1 y) => new() { number = x.number + y.number };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 x, Lanes1 y) => new() { number = x.number - y.number };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 x, Lanes1 y) => new() { number = x.number * y.number };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 x, Lanes1 y) => new() { number = x.number / y.number };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 x, Lanes1 y, Lanes1 z) =>
        new() { number = Math.FusedMultiplyAdd(x.number, y.number, z.number) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Max(Lanes1 x, Lanes1 y) => new() { number = Math.Max(x.number, y.number) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 WhereAbove(Lanes1 x, Lanes1 y, Lanes1 then, Lanes1 otherwise) => x.number > y.number ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAbove(double bound) => number > bound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes1 PowerOfSixteenth() => new() { number = PowerTable.Power(BitConverter.DoubleToInt64Bits(number)) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes1 ZeroWhereBelow(Lanes1 number, double bound) => number.number < bound ? default : this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Lanes1 Mantissa, Lanes1 Exponent) Split()
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        long exponent = (bits - Elementary.RootOfHalf) >> Elementary.MantissaBits;
        return (new() { number = BitConverter.Int64BitsToDouble(bits - (exponent << Elementary.MantissaBits)) }, new() { number = exponent });
    }
}
