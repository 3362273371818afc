namespace GmmPure.Textbook;

/// <summary>
/// Functions in fixed point: of a given number of fraction bits, the integer v stands for v/2^bits, and one unit is
/// 2^−bits. Shifts and divisions round down, so that each is less than one unit too small.
/// </summary>
internal static class FixedPoint
{
    /// <summary>Bits with which constants are computed beyond those that are kept.</summary>
    private const int Guard = 32;

    /// <summary>
    /// ⌊√n⌋: √ of the leading half of the bits, rounded up, and a step of Newton's, which is at most one too large.
    /// </summary>
    public static BigInteger Root(BigInteger n)
    {
        int bits = (int)n.GetBitLength();
        if (bits <= 52)
        {
            return (long)Math.Sqrt((double)n);
        }

        int shift = bits / 4;
        var above = (Root(n >> (2 * shift)) + 1) << shift;
        var root = (above + (n / above)) >> 1;
        while (root * root > n)
        {
            root--;
        }

        return root;
    }

    /// <summary>
    /// e^r = Σ rʲ/j! for 0 ≤ r ≤ 1. Each term is too small by less than 2 units (r/j ≤ ½ of the error of the term
    /// before it, and one unit); the terms left out are together below 2 units more. So the sum is too small, by less
    /// than 2·(terms + 1) units. For −2⁻¹⁸ ≤ r &lt; 0 the terms alternate, and the sum is off by less than that to
    /// either side.
    /// </summary>
    public static BigInteger Exp(BigInteger r, int bits)
    {
        var term = r;
        var sum = (BigInteger.One << bits) + r;
        for (int j = 2; !term.IsZero; j++)
        {
            term = ((term * r) >> bits) / j;
            sum += term;
        }

        return sum;
    }

    /// <summary>
    /// artanh t = Σ t^(2j+1)/(2j+1) for 0 ≤ t ≤ ½. Each power is too small by less than 2 units, so is each term; the
    /// terms left out are together below 1 unit. So the sum is too small, by less than 2·(terms + 1) units.
    /// </summary>
    public static BigInteger Artanh(BigInteger t, int bits)
    {
        var square = (t * t) >> bits;
        var power = t;
        var sum = t;
        for (int j = 3; !power.IsZero; j += 2)
        {
            power = (power * square) >> bits;
            sum += power / j;
        }

        return sum;
    }

    /// <summary>e^(numerator/denominator), less than 2 units too small.</summary>
    public static BigInteger ExpOfRatio(int numerator, int denominator, int bits) =>
        Exp(((BigInteger)numerator << (bits + Guard)) / denominator, bits + Guard) >> Guard;

    /// <summary>
    /// ln (numerator/denominator) = 2·artanh ((n − d)/(n + d)) for a ratio from 1 to 2, less than 2 units too small.
    /// </summary>
    public static BigInteger LogOfRatio(BigInteger numerator, BigInteger denominator, int bits) =>
        Artanh(((numerator - denominator) << (bits + Guard)) / (numerator + denominator), bits + Guard) >> (Guard - 1);

    /// <summary>π = 6·arcsin ½ = 3·Σ C(2j, j)/16ʲ/(2j+1), less than 2 units too small.</summary>
    public static BigInteger Pi(int bits)
    {
        var coefficient = BigInteger.One << (bits + Guard);
        var sum = coefficient;
        for (int j = 1; !coefficient.IsZero; j++)
        {
            coefficient = coefficient * ((2 * j) - 1) / (8 * j);
            sum += coefficient / ((2 * j) + 1);
        }

        return (3 * sum) >> Guard;
    }
}
