using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GmmPure.Kernels;

/// <summary>
/// 2^(j/16) for j = 0 … 15, rounded to nearest, as bits less j·2⁴⁸: then adding n·2⁴⁸ for any n = 16·e + j gives the bits of
/// 2^(n/16), since the e sixteens become the exponent and the rest cancels.
/// </summary>
internal static class PowerTable
{
    public const int IndexMask = 15;
    public const int Shift = 48;

    public static ReadOnlySpan<long> Bits =>
    [
        0x3ff0000000000000, 0x3fefb5586cf9890f, 0x3fef72b83c7d517b, 0x3fef387a6e756238,
        0x3fef06fe0a31b715, 0x3feedea64c123422, 0x3feebfdad5362a27, 0x3feeab07dd485429,
        0x3feea09e667f3bcd, 0x3feea11473eb0187, 0x3feeace5422aa0db, 0x3feec49182a3f090,
        0x3feee89f995ad3ad, 0x3fef199bdd85529c, 0x3fef5818dcfba487, 0x3fefa4afa2a490da,
    ];

    /// <summary>2^(n/16) of one integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Power(long n) => BitConverter.Int64BitsToDouble(Entry(n) + (n << Shift));

    /// <summary>The entry of n's last four bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Entry(long n) =>
        Unsafe.Add(ref MemoryMarshal.GetReference(Bits), (nint)(n & IndexMask));
}
