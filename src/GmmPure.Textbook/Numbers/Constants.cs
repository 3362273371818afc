namespace GmmPure.Textbook;

/// <summary>
/// What the elementary functions need of a precision, in fixed point, computed when it is first used.
/// </summary>
/// <typeparam name="TPrecision">The precision.</typeparam>
internal static class Constants<TPrecision>
    where TPrecision : struct, IPrecision
{
    /// <summary>Numbers are reduced by digits of this many bits.</summary>
    public const int DigitBits = 6;

    /// <summary>How many such digits; what is left is below 2⁻¹⁸ or so.</summary>
    public const int Digits = 3;

    /// <summary>
    /// Some more than 2⁶, as the number left by the digits before may be a little above 2⁶ of the next.
    /// </summary>
    public const int FactorsPerDigit = 80;

    /// <summary>Fraction bits of the functions: 56 more than the precision.</summary>
    public static readonly int Fraction = Width<TPrecision>.Bits + 56;

    /// <summary>Fraction bits of what is multiplied by an exponent of up to 63 bits: 64 more.</summary>
    public static readonly int WideFraction = Fraction + 64;

    /// <summary>ln 2, wide.</summary>
    public static readonly BigInteger Ln2 = FixedPoint.LogOfRatio(2, 1, WideFraction);

    /// <summary>ln 10 = 3·ln 2 + ln 5/4, wide.</summary>
    public static readonly BigInteger Ln10 = (3 * Ln2) + FixedPoint.LogOfRatio(5, 4, WideFraction);

    /// <summary>π, wide.</summary>
    public static readonly BigInteger Pi = FixedPoint.Pi(WideFraction);

    /// <summary>e, wide.</summary>
    public static readonly BigInteger E = FixedPoint.ExpOfRatio(1, 1, WideFraction);

    /// <summary>e^(i/2⁶) at i, e^(i/2¹²) at 64 + i, e^(i/2¹⁸) at 128 + i.</summary>
    public static readonly ImmutableArray<BigInteger> Exponentials =
    [
        .. from digit in Enumerable.Range(1, Digits)
           from i in Enumerable.Range(0, 1 << DigitBits)
           select FixedPoint.ExpOfRatio(i, 1 << (digit * DigitBits), Fraction),
    ];

    /// <summary>
    /// Factors f, in units of 2^−<see cref="FactorBits"/>, that are just not below 1/(1 + i/2⁶) at i, 1/(1 + i/2¹²) at
    /// 80 + i, 1/(1 + i/2¹⁸) at 160 + i; and −ln f.
    /// </summary>
    public static readonly ImmutableArray<(BigInteger Factor, BigInteger Log)> Factors =
    [
        .. from digit in Enumerable.Range(1, Digits)
           from i in Enumerable.Range(0, FactorsPerDigit)
           let one = BigInteger.One << FactorBits(digit)
           let node = (1 << (digit * DigitBits)) + i
           let factor = ((one << (digit * DigitBits)) + node - 1) / node
           select (factor, FixedPoint.LogOfRatio(one, factor, Fraction)),
    ];

    /// <summary>The fraction bits of a digit's factors.</summary>
    public static int FactorBits(int digit) => (digit * DigitBits) + 5;
}
