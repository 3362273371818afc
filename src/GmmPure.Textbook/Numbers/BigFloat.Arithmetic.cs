namespace GmmPure.Textbook;

/// <content>
/// Correctly rounded arithmetic: each result is computed exactly, or as far as rounding needs it, and rounded once.
/// </content>
public readonly partial struct BigFloat<TPrecision>
{
    /// <summary>The number itself.</summary>
    public static BigFloat<TPrecision> operator +(BigFloat<TPrecision> value) => value;

    /// <summary>The number with the other sign.</summary>
    public static BigFloat<TPrecision> operator -(BigFloat<TPrecision> value) => new(-value.Significand, value.Exponent);

    /// <summary>The sum, correctly rounded.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> operator +(BigFloat<TPrecision> left, BigFloat<TPrecision> right) =>
        left.Exponent >= right.Exponent ? Sum(left, right) : Sum(right, left);

    /// <summary>The difference, correctly rounded.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> operator -(BigFloat<TPrecision> left, BigFloat<TPrecision> right) => left + (-right);

    /// <summary>The product, correctly rounded.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> operator *(BigFloat<TPrecision> left, BigFloat<TPrecision> right) =>
        Rounded(left.Significand * right.Significand, left.Exponent + right.Exponent);

    /// <summary>The quotient, correctly rounded.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static BigFloat<TPrecision> operator /(BigFloat<TPrecision> left, BigFloat<TPrecision> right) =>
        Quotient(left.Significand, right.Significand, left.Exponent - right.Exponent);

    /// <summary>The number plus 1, correctly rounded.</summary>
    public static BigFloat<TPrecision> operator ++(BigFloat<TPrecision> value) => value + One;

    /// <summary>The number minus 1, correctly rounded.</summary>
    public static BigFloat<TPrecision> operator --(BigFloat<TPrecision> value) => value - One;

    /// <summary>The number without its sign.</summary>
    public static BigFloat<TPrecision> Abs(BigFloat<TPrecision> value) => new(BigInteger.Abs(value.Significand), value.Exponent);

    /// <summary>√x, correctly rounded.</summary>
    /// <param name="x">x, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is negative.</exception>
    public static BigFloat<TPrecision> Sqrt(BigFloat<TPrecision> x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x.Significand.Sign, nameof(x));
        return Root(x.Significand, x.Exponent);
    }

    /// <summary>√(x² + y²), correctly rounded.</summary>
    /// <param name="x">x.</param>
    /// <param name="y">y.</param>
    /// <exception cref="OverflowException">It is too large.</exception>
    /// <remarks>
    /// For x ≥ y of which the exponents are d apart, √(x² + y²) − x ≤ y²/2x is less than 2^(Bits − 2d) units in the
    /// last place of x: below half of one, it is nothing.
    /// </remarks>
    public static BigFloat<TPrecision> Hypot(BigFloat<TPrecision> x, BigFloat<TPrecision> y)
    {
        var (larger, smaller) = Abs(x) >= Abs(y) ? (Abs(x), Abs(y)) : (Abs(y), Abs(x));
        long shift = larger.Exponent - smaller.Exponent;
        return smaller.Significand.IsZero || 2 * shift >= Bits + 2
            ? larger
            : Root(
                (BigInteger.Pow(larger.Significand, 2) << (int)(2 * shift)) + BigInteger.Pow(smaller.Significand, 2),
                2 * smaller.Exponent);
    }

    /// <summary>
    /// a + b, where a's exponent is not the smaller one: a is shifted to b's exponent. If it is larger by Bits + 2 or
    /// more, b is below a quarter of a's last place, which is half the distance to the number below a even when that is
    /// a smaller power of two: the sum rounds to a.
    /// </summary>
    private static BigFloat<TPrecision> Sum(BigFloat<TPrecision> a, BigFloat<TPrecision> b)
    {
        if (a.Significand.IsZero || b.Significand.IsZero)
        {
            return b.Significand.IsZero ? a : b;
        }

        long shift = a.Exponent - b.Exponent;
        return shift >= Bits + 2 ? a
            : shift == 0 ? Rounded(a.Significand + b.Significand, b.Exponent)
            : Rounded((a.Significand << (int)shift) + b.Significand, b.Exponent);
    }

    /// <summary>
    /// dividend/divisor·2^exponent. The integer quotient has at least two bits more than the precision; if a remainder
    /// is left, its last bit is set, so that rounding sees that it is no tie.
    /// </summary>
    private static BigFloat<TPrecision> Quotient(BigInteger dividend, BigInteger divisor, long exponent)
    {
        var (above, below) = (BigInteger.Abs(dividend), BigInteger.Abs(divisor));
        int shift = Math.Max(0, Bits + 2 + (int)(below.GetBitLength() - above.GetBitLength()));
        var quotient = BigInteger.DivRem(above << shift, below, out var remainder);
        var magnitude = Sticky(quotient, remainder);
        return Rounded(dividend.Sign == divisor.Sign ? magnitude : -magnitude, exponent - shift);
    }

    /// <summary>√(radicand·2^exponent), where the integer root has at least two bits more than the precision.</summary>
    private static BigFloat<TPrecision> Root(BigInteger radicand, long exponent)
    {
        int shift = Math.Max(0, (2 * Bits) + 3 - (int)radicand.GetBitLength());
        shift += (int)((exponent - shift) & 1);
        var shifted = radicand << shift;
        var root = FixedPoint.Root(shifted);
        return Rounded(Sticky(root, shifted - (root * root)), (exponent - shift) / 2);
    }

    /// <summary>The integer part of a magnitude, its last bit set if there is a rest.</summary>
    private static BigInteger Sticky(BigInteger integer, BigInteger rest) =>
        rest.IsZero || !integer.IsEven ? integer : integer + BigInteger.One;
}
