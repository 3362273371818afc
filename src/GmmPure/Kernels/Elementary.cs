using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// The exponential and the natural logarithm, built of +, × and fused multiply-add only: the C runtime's differ from
/// system to system, and the base library's vector forms from one vector width to the next.
/// </summary>
internal static class Elementary
{
    /// <summary>The bits of √½, where the logarithm's argument range starts: m in [√½, √2).</summary>
    public const long RootOfHalf = 0x3FE6A09E667F3BCD;

    public const int MantissaBits = 52;

    /// <summary>ln 2π.</summary>
    public const double LogTwoPi = 1.8378770664093453;

    /// <summary>ln 2 = High + Low; the last 21 bits of High are zero, so that its multiples by an exponent are exact.</summary>
    private const double Log2High = 0.69314718036912381649;
    private const double Log2Low = 1.9082149292705877e-10;

    /// <summary>16/ln 2.</summary>
    private const double SixteenthsPerUnit = 23.083120654223414;

    /// <summary>1.5·2⁵²: adding it rounds to an integer, which is then in the sum's lowest bits.</summary>
    private const double Rounder = 6755399441055744.0;

    /// <summary>Below it the result is returned as 0: subnormal results are flushed.</summary>
    private const double SmallestExponent = -708;

    /// <summary>2⁻¹⁰²².</summary>
    private const double SmallestNormal = 2.2250738585072014E-308;

    /// <summary>eˣ for x ≤ 709 (not above), to within an ulp or so; 0 below −708, −∞ included.</summary>
    /// <remarks>
    /// eˣ = 2^(n/16)·eʳ with n = [16·x/ln 2] and |r| ≤ ln 2/32. eʳ − 1 = r + r²·(c₂ + … + c₆·r⁴), where the c are 1/n! shifted so
    /// that the polynomial is off by 2⁻⁵⁶ at most (a minimax fit).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, IRegister<T>
    {
        var rounded = T.MultiplyAdd(x, T.All(SixteenthsPerUnit), T.All(Rounder));
        var n = rounded - T.All(Rounder);
        var r = T.MultiplyAdd(n, T.All(-Log2High / 16), x);
        r = T.MultiplyAdd(n, T.All(-Log2Low / 16), r);
        var square = r * r;
        var high = T.MultiplyAdd(r, T.All(0.008333471922971366), T.All(0.041666666659656126));
        var low = T.MultiplyAdd(r, T.All(0.16666666664417865), T.All(0.5000000000000006));
        var tail = T.MultiplyAdd(T.MultiplyAdd(square, T.All(0.0013889128996839122), high), square, low);
        var power = rounded.PowerOfSixteenth();
        return T.MultiplyAdd(power, T.MultiplyAdd(square, tail, r), power).ZeroWhereBelow(x, SmallestExponent);
    }

    /// <summary>ln x for normal positive x, to within an ulp or so.</summary>
    /// <remarks>x = m·2ᵉ and ln(1 + f) = f − s·(f − R) with s = f/(2 + f) and R = Σ 2·s²ʲ/(2j + 1), from ln m = 2·artanh s.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, IRegister<T>
    {
        var (m, e) = x.Split();
        var f = m - T.All(1);
        var s = f / (f + T.All(2));
        var square = s * s;
        var series = square * LogTail(square);
        var correction = T.MultiplyAdd(e, T.All(-Log2Low), s * (f - series));
        return T.MultiplyAdd(e, T.All(Log2High), f - correction);
    }

    /// <summary>eˣ of one number.</summary>
    public static double Exp(double x) => Number(Exp(Lanes1.All(x)));

    /// <summary>ln x of one positive number, subnormal ones included; −∞ for 0.</summary>
    public static double Log(double x)
    {
        if (x == 0)
        {
            return double.NegativeInfinity;
        }

        return x >= SmallestNormal
            ? Number(Log(Lanes1.All(x)))
            : Number(Log(Lanes1.All(x * (1L << MantissaBits)))) - (MantissaBits * (Log2High + Log2Low));
    }

    private static double Number(Lanes1 lane)
    {
        double number = 0;
        lane.Put(ref number, 0);
        return number;
    }

    /// <summary>Σ 2·xʲ⁻¹/(2j + 1) for j = 1 … 11: with x = s², |s| ≤ 0.1716, the rest of the series is below 2⁻⁵⁹.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogTail<T>(T x)
        where T : struct, IRegister<T>
    {
        var square = x * x;
        var fourth = square * square;
        var low = Pairs(x, square, 2 / 3.0, 2 / 5.0, 2 / 7.0, 2 / 9.0);
        var middle = Pairs(x, square, 2 / 11.0, 2 / 13.0, 2 / 15.0, 2 / 17.0);
        var high = Pairs(x, square, 2 / 19.0, 2 / 21.0, 2 / 23.0, 0);
        return T.MultiplyAdd(T.MultiplyAdd(high, fourth, middle), fourth, low);
    }

    /// <summary>(c₀ + c₁·x) + (c₂ + c₃·x)·x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Pairs<T>(T x, T square, double c0, double c1, double c2, double c3)
        where T : struct, IRegister<T> =>
        T.MultiplyAdd(
            T.MultiplyAdd(T.All(c3), x, T.All(c2)), square, T.MultiplyAdd(T.All(c1), x, T.All(c0)));
}
