using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GmmPure.Kernels;

/// <summary>A register of 512 bits.</summary>
internal struct Lanes8 : IRegister<Lanes8>
{
    private Vector512<double> lanes;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 All(double number) => new() { lanes = Vector512.Create(number) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 At(ref readonly double first, nuint index) => new() { lanes = Vector512.LoadUnsafe(in first, index) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ref double first, nuint index) => lanes.StoreUnsafe(ref first, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 x, Lanes8 y) => new() { lanes = x.lanes + y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 x, Lanes8 y) => new() { lanes = x.lanes - y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 x, Lanes8 y) => new() { lanes = x.lanes * y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 x, Lanes8 y) => new() { lanes = x.lanes / y.lanes };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 x, Lanes8 y, Lanes8 z) =>
        new() { lanes = Vector512.FusedMultiplyAdd(x.lanes, y.lanes, z.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Max(Lanes8 x, Lanes8 y) => new() { lanes = Vector512.MaxNative(x.lanes, y.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 WhereAbove(Lanes8 x, Lanes8 y, Lanes8 then, Lanes8 otherwise) =>
        new() { lanes = Vector512.ConditionalSelect(Vector512.GreaterThan(x.lanes, y.lanes), then.lanes, otherwise.lanes) };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAbove(double bound) => Vector512.GreaterThanAll(lanes, Vector512.Create(bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes8 PowerOfSixteenth()
    {
        var n = lanes.AsInt64();
        return new() { lanes = (Entries(n) + (n << PowerTable.Shift)).AsDouble() };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes8 ZeroWhereBelow(Lanes8 number, double bound) =>
        new()
        {
            lanes = Vector512.ConditionalSelect(
            Vector512.LessThan(number.lanes, Vector512.Create(bound)), Vector512<double>.Zero, lanes)
        };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Lanes8 Mantissa, Lanes8 Exponent) Split()
    {
        var bits = lanes.AsInt64();
        var exponent = (bits - Vector512.Create(Elementary.RootOfHalf)) >> Elementary.MantissaBits;
        return (new() { lanes = (bits - (exponent << Elementary.MantissaBits)).AsDouble() }, new() { lanes = Vector512.ConvertToDouble(exponent) });
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Entries(Vector512<long> n) => Avx512F.IsSupported
        ? Avx512F.PermuteVar8x64x2(Vector512.Create(PowerTable.Bits), n, Vector512.Create(PowerTable.Bits[Lanes.Width..]))
        : Vector512.Create(
            PowerTable.Entry(n[0]), PowerTable.Entry(n[1]), PowerTable.Entry(n[2]), PowerTable.Entry(n[3]),
            PowerTable.Entry(n[4]), PowerTable.Entry(n[5]), PowerTable.Entry(n[6]), PowerTable.Entry(n[7]));
}
