namespace GmmPure.Textbook;

/// <content>
/// Exponentials, logarithms and the roots that are made of them, less than ½ + 2⁻³² units in the last place from the
/// true value: they are computed in fixed point with 56 bits more than the precision, and rounded once.
/// </content>
public readonly partial struct BigFloat<TPrecision>
{
    private static int Fraction => Constants<TPrecision>.Fraction;

    private static int WideFraction => Constants<TPrecision>.WideFraction;

    /// <summary>eˣ; 0 if that is too small for an exponent.</summary>
    /// <param name="x">x.</param>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> Exp(BigFloat<TPrecision> x) => Exp(x.Significand, x.Exponent);

    /// <summary>2ˣ; 0 if that is too small for an exponent.</summary>
    /// <param name="x">x.</param>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> Exp2(BigFloat<TPrecision> x) =>
        Exp(x.Significand * Constants<TPrecision>.Ln2, x.Exponent - WideFraction);

    /// <summary>10ˣ; 0 if that is too small for an exponent.</summary>
    /// <param name="x">x.</param>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> Exp10(BigFloat<TPrecision> x) =>
        Exp(x.Significand * Constants<TPrecision>.Ln10, x.Exponent - WideFraction);

    /// <summary>ln x.</summary>
    /// <param name="x">x, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive.</exception>
    public static BigFloat<TPrecision> Log(BigFloat<TPrecision> x)
    {
        var (value, bits) = FixedLog(x);
        return Rounded(value, -bits);
    }

    /// <summary>The logarithm of x to another base, ln x/ln b.</summary>
    /// <param name="x">x, positive.</param>
    /// <param name="newBase">b, positive and not 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">x or b is not positive.</exception>
    /// <exception cref="DivideByZeroException">b is 1.</exception>
    public static BigFloat<TPrecision> Log(BigFloat<TPrecision> x, BigFloat<TPrecision> newBase)
    {
        var (value, bits) = FixedLog(x);
        var (divisor, divisorBits) = FixedLog(newBase);
        return Quotient(value, divisor, divisorBits - bits);
    }

    /// <summary>The logarithm of x to the base 2.</summary>
    /// <param name="x">x, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive.</exception>
    public static BigFloat<TPrecision> Log2(BigFloat<TPrecision> x)
    {
        var (value, bits) = FixedLog(x);
        return Quotient(value, Constants<TPrecision>.Ln2, WideFraction - bits);
    }

    /// <summary>The logarithm of x to the base 10.</summary>
    /// <param name="x">x, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not positive.</exception>
    public static BigFloat<TPrecision> Log10(BigFloat<TPrecision> x)
    {
        var (value, bits) = FixedLog(x);
        return Quotient(value, Constants<TPrecision>.Ln10, WideFraction - bits);
    }

    /// <summary>∛x.</summary>
    /// <param name="x">x.</param>
    public static BigFloat<TPrecision> Cbrt(BigFloat<TPrecision> x) => RootN(x, 3);

    /// <summary>The nth root of x, e^(ln x/n).</summary>
    /// <param name="x">x; not negative if n is even, not 0 if n is negative.</param>
    /// <param name="n">n, not 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is negative and n even, or n is 0.</exception>
    /// <exception cref="DivideByZeroException">x is 0 and n negative.</exception>
    public static BigFloat<TPrecision> RootN(BigFloat<TPrecision> x, int n)
    {
        ArgumentOutOfRangeException.ThrowIfZero(n);
        if (x.Significand.IsZero)
        {
            return n > 0 ? Zero : throw new DivideByZeroException();
        }

        bool isNegative = x.Significand.Sign < 0 && int.IsOddInteger(n);
        var (value, bits) = FixedLog(isNegative ? -x : x);
        var root = Exp(value / n, -bits);
        return isNegative ? -root : root;
    }

    /// <summary>
    /// e^y for y = value·2^exponent: y = n·ln 2 + r with 0 ≤ r &lt; ln 2, so e^y = 2ⁿ·e^r. Beyond ±2^62 n is no
    /// exponent; and for |y| below a quarter of the distance from 1 to its neighbours the result is 1. Below 2⁻¹⁸ the
    /// series is enough, with so many more bits that y²/2 is as precise as y, and half a unit for what is left out: 1 + y
    /// or 1 + y + y²/2 may be halfway between two numbers.
    /// </summary>
    /// <remarks>
    /// In units of 2^−<see cref="Fraction"/>: y is wide, and as a multiple of ln 2 or ln 10 off by less than ½ =
    /// 2⁶²·2·2⁻⁶⁴; n·ln 2 is wide and off by less than 2⁶³·2·2⁻⁶⁴ = 1. So r, rounded down, is less than 3 off. The series
    /// alone is off by less than 2(m + 1) units smaller by 2³⁶ at least, where m ≤ Bits/18 + 5.
    /// </remarks>
    private static BigFloat<TPrecision> Exp(BigInteger value, long exponent)
    {
        long size = BigInteger.Abs(value).GetBitLength() + exponent;
        if (value.IsZero || size < -(Bits + 2))
        {
            return One;
        }

        if (size > 62)
        {
            return value.Sign < 0 ? Zero : throw new OverflowException("The exponential is too large.");
        }

        if (size <= -18)
        {
            int bits = Fraction - (2 * (int)size);
            return Rounded((2 * FixedPoint.Exp(Shifted(value, (int)exponent + bits), bits)) + 1, -bits - 1);
        }

        var n = BigInteger.DivRem(Shifted(value, (int)(exponent + WideFraction)), Constants<TPrecision>.Ln2, out var r);
        if (r.Sign < 0)
        {
            n--;
            r += Constants<TPrecision>.Ln2;
        }

        return Rounded(FixedExp(r >> (WideFraction - Fraction)), (long)n - Fraction);
    }

    /// <summary>
    /// e^r for 0 ≤ r &lt; ln 2, which is from 1 to 2: r = i/2⁶ + j/2¹² + k/2¹⁸ + s with s &lt; 2⁻¹⁸, three exponentials
    /// from the table and a series for the fourth.
    /// </summary>
    /// <remarks>
    /// In units of 2^−<see cref="Fraction"/>: the three are less than 2 too small, the series of m terms less than
    /// 2(m + 1); the four are below 2, 1.02, 1.001 and 1.001, and each product is rounded down once. With what r is off
    /// by, this is less than 2·(2(m + 1) + 3·3 + 3), where m ≤ Bits/18 + 5. The result's last place is 2⁵⁷ units. So the
    /// error is below 2⁻⁴⁸ of that up to 512 bits, and below 2⁻⁴⁴ at 16384.
    /// </remarks>
    private static BigInteger FixedExp(BigInteger r)
    {
        const int digitBits = Constants<TPrecision>.DigitBits;
        int restBits = Fraction - (Constants<TPrecision>.Digits * digitBits);
        int digits = (int)(r >> restBits);
        var result = FixedPoint.Exp(r - ((BigInteger)digits << restBits), Fraction);
        for (int digit = Constants<TPrecision>.Digits; digit > 0; digit--)
        {
            int i = digits & ((1 << digitBits) - 1);
            result = (result * Constants<TPrecision>.Exponentials[((digit - 1) << digitBits) + i]) >> Fraction;
            digits >>= digitBits;
        }

        return result;
    }

    /// <summary>
    /// ln x in fixed point, with as many fraction bits as it says. Near 1 it is small, and has more of them: with t =
    /// (x − 1)/(x + 1) it is 2·artanh t, where x − 1 is exact. That comes out too small, and one unit more keeps it
    /// from being halfway between two numbers, where the truth is above.
    /// </summary>
    /// <remarks>
    /// For |x − 1| from 2^−(s+1) to 2^−s, s ≥ 7, the unit is 2^−(<see cref="Fraction"/> + s); t is less than 1 too
    /// small, and a series of m terms 2(m + 1), where m ≤ Bits/14 + 6; the result is twice that. The last place of ln x
    /// is at least 2^(56 − 1) units: the error is below 2⁻⁴⁷ of it up to 512 bits, and below 2⁻⁴² at 16384.
    /// </remarks>
    private static (BigInteger Value, int Bits) FixedLog(BigFloat<TPrecision> x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x.Significand.Sign, nameof(x));
        long power = x.Exponent + Bits - 1;
        if (power is 0 or -1)
        {
            int unit = (int)-x.Exponent;
            var one = Power(unit);
            var difference = x.Significand - one;
            int size = unit - (int)BigInteger.Abs(difference).GetBitLength();
            if (size >= 7)
            {
                int bits = Fraction + size;
                var t = (BigInteger.Abs(difference) << bits) / (x.Significand + one);
                var artanh = FixedPoint.Artanh(t, bits);
                return (difference.Sign * ((2 * artanh) + 1), bits);
            }
        }

        return (FixedLog(x.Significand, power), Fraction);
    }

    /// <summary>
    /// ln (m·2^power) for 1 ≤ m &lt; 2, given as an integer of <see cref="Bits"/> bits: m·f·g·h = 1 + u with factors
    /// from the table, of 11, 17 and 23 bits, is exact, and u &lt; 2⁻¹⁸ + 2⁻²¹; so ln m = −ln f − ln g − ln h +
    /// 2·artanh u/(2 + u).
    /// </summary>
    /// <remarks>
    /// A factor is at most one unit of its own above the inverse of its node, which is above ½ for f and above 0.98 for
    /// g and h. So what f leaves is below 2⁻⁶ + 2⁻⁹, what g leaves below 2⁻¹² + 2⁻¹⁵, and the next index below 64 + 8.
    /// In units of 2^−<see cref="Fraction"/>: power·ln 2 is wide, and less than 2 off; the three logarithms are less
    /// than 2 too small each; t is less than 1 too small, a series of m terms less than 2(m + 1), where m ≤ Bits/38 +
    /// 3, and twice that counts. |ln x| is at least 2⁻⁸, so its last place is at least 2⁴⁹ units: the error is below
    /// 2⁻⁴² of it up to 512 bits, and below 2⁻³⁷ at 16384.
    /// </remarks>
    private static BigInteger FixedLog(BigInteger m, long power)
    {
        int bits = Bits - 1;
        var sum = (power * Constants<TPrecision>.Ln2) >> (WideFraction - Fraction);
        for (int digit = 1; digit <= Constants<TPrecision>.Digits; digit++)
        {
            int digitBits = digit * Constants<TPrecision>.DigitBits;
            int i = (int)(m >> (bits - digitBits)) - (1 << digitBits);
            var (factor, log) = Constants<TPrecision>.Factors[((digit - 1) * Constants<TPrecision>.FactorsPerDigit) + i];
            m *= factor;
            bits += Constants<TPrecision>.FactorBits(digit);
            sum += log;
        }

        var one = BigInteger.One << bits;
        var t = ((m - one) << Fraction) / (m + one);
        return sum + (2 * FixedPoint.Artanh(t, Fraction));
    }

    private static BigInteger Shifted(BigInteger value, int shift) => shift >= 0 ? value << shift : value >> -shift;
}
