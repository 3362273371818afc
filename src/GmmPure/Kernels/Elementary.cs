using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>
/// The exponential and the natural logarithm, built of +, × and fused multiply-add only: the C runtime's differ from
/// system to system, and the base library's vector forms from one vector width to the next.
/// </summary>
internal static class Elementary
{
    /// <summary>ln 2 = High + Low; the last 21 bits of High are zero, so that its multiples by an exponent are exact.</summary>
    private const double Log2High = 0.69314718036912381649;
    private const double Log2Low = 1.9082149292705877e-10;

    /// <summary>1.5·2⁵²: adding it rounds to an integer, which is then in the sum's lowest bits.</summary>
    private const double Rounder = 6755399441055744.0;

    /// <summary>Below it the result is returned as 0: subnormal results are flushed.</summary>
    private const double SmallestExponent = -708;

    /// <summary>The bits of √½, where the logarithm's argument range starts: m in [√½, √2).</summary>
    private const long RootOfHalf = 0x3FE6A09E667F3BCD;

    private const int MantissaBits = 52;

    /// <summary>2⁻¹⁰²².</summary>
    private const double SmallestNormal = 2.2250738585072014E-308;

    /// <summary>eˣ for x ≤ 709 (not above), to within an ulp or so; 0 below −708, −∞ included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        var vanishes = Vector512.LessThan(x, Vector512.Create(SmallestExponent));
        var rounded = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.4426950408889634), Vector512.Create(Rounder));
        var n = rounded - Vector512.Create(Rounder);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Log2High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Log2Low), r);
        var square = r * r;
        var power = Vector512.FusedMultiplyAdd(square, ExpTail(r, square), r) + Vector512<double>.One;
        var scaled = (power.AsInt64() + (rounded.AsInt64() << MantissaBits)).AsDouble();
        return Vector512.ConditionalSelect(vanishes, Vector512<double>.Zero, scaled);
    }

    /// <summary>ln x for normal positive x, to within an ulp or so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        var exponent = (x.AsInt64() - Vector512.Create(RootOfHalf)) >> MantissaBits;
        var mantissa = (x.AsInt64() - (exponent << MantissaBits)).AsDouble();
        var e = Vector512.ConvertToDouble(exponent);

        // ln(1 + f) = f − s·(f − R) with s = f/(2 + f) and R = Σ 2·s²ʲ/(2j + 1), from ln m = 2·artanh s.
        var f = mantissa - Vector512<double>.One;
        var s = f / (f + Vector512.Create(2.0));
        var square = s * s;
        var series = square * LogTail(square);
        var correction = Vector512.FusedMultiplyAdd(e, Vector512.Create(-Log2Low), s * (f - series));
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(Log2High), f - correction);
    }

    /// <summary>eˣ of one number.</summary>
    public static double Exp(double x) => Exp(Vector512.Create(x))[0];

    /// <summary>ln x of one positive number, subnormal ones included; −∞ for 0.</summary>
    public static double Log(double x)
    {
        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        return x >= SmallestNormal
            ? Log(Vector512.Create(x))[0]
            : Log(Vector512.Create(x * (1L << MantissaBits)))[0] - (MantissaBits * (Log2High + Log2Low));
    }

    /// <summary>
    /// Σ rⁿ⁻²/n! for n = 2 … 13, in pairs, so that few additions wait for each other: on |r| ≤ ½·ln 2 the rest of the series
    /// is below 2⁻⁵⁷.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExpTail(Vector512<double> r, Vector512<double> square)
    {
        var fourth = square * square;
        var low = Pairs(r, square, 0.5, 1 / 6.0, 1 / 24.0, 1 / 120.0);
        var middle = Pairs(r, square, 1 / 720.0, 1 / 5040.0, 1 / 40320.0, 1 / 362880.0);
        var high = Pairs(r, square, 1 / 3628800.0, 1 / 39916800.0, 1 / 479001600.0, 1 / 6227020800.0);
        return Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(high, fourth, middle), fourth, low);
    }

    /// <summary>Σ 2·xʲ⁻¹/(2j + 1) for j = 1 … 11: with x = s², |s| ≤ 0.1716, the rest of the series is below 2⁻⁵⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogTail(Vector512<double> x)
    {
        var square = x * x;
        var fourth = square * square;
        var low = Pairs(x, square, 2 / 3.0, 2 / 5.0, 2 / 7.0, 2 / 9.0);
        var middle = Pairs(x, square, 2 / 11.0, 2 / 13.0, 2 / 15.0, 2 / 17.0);
        var high = Pairs(x, square, 2 / 19.0, 2 / 21.0, 2 / 23.0, 0);
        return Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(high, fourth, middle), fourth, low);
    }

    /// <summary>(c₀ + c₁·x) + (c₂ + c₃·x)·x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pairs(
        Vector512<double> x, Vector512<double> square, double c0, double c1, double c2, double c3) =>
        Vector512.FusedMultiplyAdd(
            Vector512.FusedMultiplyAdd(Vector512.Create(c3), x, Vector512.Create(c2)),
            square,
            Vector512.FusedMultiplyAdd(Vector512.Create(c1), x, Vector512.Create(c0)));
}
