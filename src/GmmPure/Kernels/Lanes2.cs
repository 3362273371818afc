using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>A register of 128 bits.</summary>
internal struct Lanes2 : IRegister<Lanes2>
{
    private Vector128<double> lanes;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 All(double number) => new() { lanes = Vector128.Create(number) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 At(ref readonly double first, nuint index) => new() { lanes = Vector128.LoadUnsafe(in first, index) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index) => lanes.StoreUnsafe(ref first, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator +(Lanes2 x, Lanes2 y) => new() { lanes = x.lanes + y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator -(Lanes2 x, Lanes2 y) => new() { lanes = x.lanes - y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator *(Lanes2 x, Lanes2 y) => new() { lanes = x.lanes * y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 operator /(Lanes2 x, Lanes2 y) => new() { lanes = x.lanes / y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 MultiplyAdd(Lanes2 x, Lanes2 y, Lanes2 z) =>
        new() { lanes = Vector128.FusedMultiplyAdd(x.lanes, y.lanes, z.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 Max(Lanes2 x, Lanes2 y) => new() { lanes = Vector128.MaxNative(x.lanes, y.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes2 WhereAbove(Lanes2 x, Lanes2 y, Lanes2 then, Lanes2 otherwise) =>
        new() { lanes = Vector128.ConditionalSelect(Vector128.GreaterThan(x.lanes, y.lanes), then.lanes, otherwise.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAbove(double bound) => Vector128.GreaterThanAll(lanes, Vector128.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes2 PowerOfSixteenth()
    {
        var n = lanes.AsInt64();
        return new() { lanes = (Entries(n) + (n << PowerTable.Shift)).AsDouble() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes2 ZeroWhereBelow(Lanes2 number, double bound) =>
        new()
        {
            lanes = Vector128.ConditionalSelect(
            Vector128.LessThan(number.lanes, Vector128.Create(bound)), Vector128<double>.Zero, lanes)
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Lanes2 Mantissa, Lanes2 Exponent) Split()
    {
        var bits = lanes.AsInt64();
        var exponent = (bits - Vector128.Create(Elementary.RootOfHalf)) >> Elementary.MantissaBits;
        return (new() { lanes = (bits - (exponent << Elementary.MantissaBits)).AsDouble() }, new() { lanes = Vector128.ConvertToDouble(exponent) });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Entries(Vector128<long> n) => Vector128.Create(PowerTable.Entry(n[0]), PowerTable.Entry(n[1]));
}
