using System.Numerics;

namespace GmmPure.Tests;

/// <summary>Exact fractions, for references without rounding. Every double is one.</summary>
internal readonly record struct Rational(BigInteger Numerator, BigInteger Denominator)
{
    public static Rational Zero => new(0, 1);

    public static Rational From(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        BigInteger mantissa = (bits & ((1L << 52) - 1)) + (exponent == 0 ? 0 : 1L << 52);
        int power = Math.Max(exponent, 1) - 1075;
        var magnitude = power >= 0
            ? new Rational(mantissa << power, 1)
            : new Rational(mantissa, BigInteger.One << -power).Reduced();
        return value < 0 ? Zero - magnitude : magnitude;
    }

    public static Rational operator +(Rational left, Rational right) =>
        new Rational((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator).Reduced();

    public static Rational operator -(Rational left, Rational right) =>
        left + new Rational(-right.Numerator, right.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new Rational(left.Numerator * right.Numerator, left.Denominator * right.Denominator).Reduced();

    public static Rational operator /(Rational left, Rational right) =>
        new Rational(left.Numerator * right.Denominator, left.Denominator * right.Numerator).Reduced();

    /// <summary>The nearest double, or next to it: 64 leading bits of the quotient.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero)
        {
            return 0;
        }

        var magnitude = BigInteger.Abs(Numerator);
        int shift = (int)(64 - (magnitude.GetBitLength() - Denominator.GetBitLength()));
        var quotient = shift >= 0 ? (magnitude << shift) / Denominator : magnitude / (Denominator << -shift);
        return Numerator.Sign * Math.ScaleB((double)quotient, -shift);
    }

    private Rational Reduced()
    {
        var divisor = BigInteger.GreatestCommonDivisor(Numerator, Denominator) * Denominator.Sign;
        return new Rational(Numerator / divisor, Denominator / divisor);
    }
}
