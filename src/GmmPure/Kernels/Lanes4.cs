using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>A register of 256 bits.</summary>
internal struct Lanes4 : IRegister<Lanes4>
{
    private Vector256<double> lanes;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 All(double number) => new() { lanes = Vector256.Create(number) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 At(ref readonly double first, nuint index) => new() { lanes = Vector256.LoadUnsafe(in first, index) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index) => lanes.StoreUnsafe(ref first, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 x, Lanes4 y) => new() { lanes = x.lanes + y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 x, Lanes4 y) => new() { lanes = x.lanes - y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 x, Lanes4 y) => new() { lanes = x.lanes * y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 x, Lanes4 y) => new() { lanes = x.lanes / y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 x, Lanes4 y, Lanes4 z) =>
        new() { lanes = Vector256.FusedMultiplyAdd(x.lanes, y.lanes, z.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Max(Lanes4 x, Lanes4 y) => new() { lanes = Vector256.MaxNative(x.lanes, y.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 WhereAbove(Lanes4 x, Lanes4 y, Lanes4 then, Lanes4 otherwise) =>
        new() { lanes = Vector256.ConditionalSelect(Vector256.GreaterThan(x.lanes, y.lanes), then.lanes, otherwise.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAbove(double bound) => Vector256.GreaterThanAll(lanes, Vector256.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes4 PowerOfSixteenth()
    {
        var n = lanes.AsInt64();
        return new() { lanes = (Entries(n) + (n << PowerTable.Shift)).AsDouble() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes4 ZeroWhereBelow(Lanes4 number, double bound) =>
        new()
        {
            lanes = Vector256.ConditionalSelect(
            Vector256.LessThan(number.lanes, Vector256.Create(bound)), Vector256<double>.Zero, lanes)
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Lanes4 Mantissa, Lanes4 Exponent) Split()
    {
        var bits = lanes.AsInt64();
        var exponent = (bits - Vector256.Create(Elementary.RootOfHalf)) >> Elementary.MantissaBits;
        return (new() { lanes = (bits - (exponent << Elementary.MantissaBits)).AsDouble() }, new() { lanes = Vector256.ConvertToDouble(exponent) });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Entries(Vector256<long> n) => Vector256.Create(
        PowerTable.Entry(n[0]), PowerTable.Entry(n[1]), PowerTable.Entry(n[2]), PowerTable.Entry(n[3]));
}
