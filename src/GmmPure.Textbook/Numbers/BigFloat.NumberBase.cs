namespace GmmPure.Textbook;

/// <content>What generic mathematics asks of a number.</content>
public readonly partial struct BigFloat<TPrecision>
    : IExponentialFunctions<BigFloat<TPrecision>>,
      ILogarithmicFunctions<BigFloat<TPrecision>>,
      IRootFunctions<BigFloat<TPrecision>>,
      ISignedNumber<BigFloat<TPrecision>>,
      IComparisonOperators<BigFloat<TPrecision>, BigFloat<TPrecision>, bool>
{
    /// <summary>0.</summary>
    public static BigFloat<TPrecision> Zero => default;

    /// <summary>1.</summary>
    public static BigFloat<TPrecision> One { get; } = Rounded(BigInteger.One, 0);

    /// <summary>−1.</summary>
    public static BigFloat<TPrecision> NegativeOne => -One;

    /// <summary>e, less than ½ + 2⁻¹⁰⁰ units in the last place from the true value.</summary>
    public static BigFloat<TPrecision> E => Rounded(Constants<TPrecision>.E, -WideFraction);

    /// <summary>π, less than ½ + 2⁻¹⁰⁰ units in the last place from the true value.</summary>
    public static BigFloat<TPrecision> Pi => Rounded(Constants<TPrecision>.Pi, -WideFraction);

    /// <summary>2π, less than ½ + 2⁻¹⁰⁰ units in the last place from the true value.</summary>
    public static BigFloat<TPrecision> Tau => Rounded(Constants<TPrecision>.Pi, 1 - WideFraction);

    static BigFloat<TPrecision> IAdditiveIdentity<BigFloat<TPrecision>, BigFloat<TPrecision>>.AdditiveIdentity => Zero;

    static BigFloat<TPrecision> IMultiplicativeIdentity<BigFloat<TPrecision>, BigFloat<TPrecision>>.MultiplicativeIdentity => One;

    static int INumberBase<BigFloat<TPrecision>>.Radix => 2;

    /// <summary>Whether the number is 0.</summary>
    public static bool IsZero(BigFloat<TPrecision> value) => value.Significand.IsZero;

    /// <summary>Whether the number is below 0.</summary>
    public static bool IsNegative(BigFloat<TPrecision> value) => value.Significand.Sign < 0;

    /// <summary>Whether the number is not below 0; 0 counts, as it does for the other number types.</summary>
    public static bool IsPositive(BigFloat<TPrecision> value) => value.Significand.Sign >= 0;

    /// <summary>Whether the number has no fraction.</summary>
    public static bool IsInteger(BigFloat<TPrecision> value) =>
        value.Exponent >= 0 || BigInteger.TrailingZeroCount(value.Significand) >= -value.Exponent;

    /// <summary>Whether the number is an integer, and even.</summary>
    public static bool IsEvenInteger(BigFloat<TPrecision> value) =>
        value.Exponent > 0 || value.Significand.IsZero || BigInteger.TrailingZeroCount(value.Significand) > -value.Exponent;

    /// <summary>Whether the number is an integer, and odd.</summary>
    public static bool IsOddInteger(BigFloat<TPrecision> value) => IsInteger(value) && !IsEvenInteger(value);

    /// <summary>The number that is farther from 0; of two equally far, the positive one.</summary>
    public static BigFloat<TPrecision> MaxMagnitude(BigFloat<TPrecision> x, BigFloat<TPrecision> y) =>
        (Abs(x), x).CompareTo((Abs(y), y)) >= 0 ? x : y;

    /// <summary>The number that is nearer to 0; of two equally near, the negative one.</summary>
    public static BigFloat<TPrecision> MinMagnitude(BigFloat<TPrecision> x, BigFloat<TPrecision> y) =>
        MaxMagnitude(x, y) == x ? y : x;

    static BigFloat<TPrecision> INumberBase<BigFloat<TPrecision>>.MaxMagnitudeNumber(BigFloat<TPrecision> x, BigFloat<TPrecision> y) =>
        MaxMagnitude(x, y);

    static BigFloat<TPrecision> INumberBase<BigFloat<TPrecision>>.MinMagnitudeNumber(BigFloat<TPrecision> x, BigFloat<TPrecision> y) =>
        MinMagnitude(x, y);

    static bool INumberBase<BigFloat<TPrecision>>.IsCanonical(BigFloat<TPrecision> value) => true;

    static bool INumberBase<BigFloat<TPrecision>>.IsComplexNumber(BigFloat<TPrecision> value) => false;

    static bool INumberBase<BigFloat<TPrecision>>.IsFinite(BigFloat<TPrecision> value) => true;

    static bool INumberBase<BigFloat<TPrecision>>.IsImaginaryNumber(BigFloat<TPrecision> value) => false;

    static bool INumberBase<BigFloat<TPrecision>>.IsInfinity(BigFloat<TPrecision> value) => false;

    static bool INumberBase<BigFloat<TPrecision>>.IsNaN(BigFloat<TPrecision> value) => false;

    static bool INumberBase<BigFloat<TPrecision>>.IsNegativeInfinity(BigFloat<TPrecision> value) => false;

    static bool INumberBase<BigFloat<TPrecision>>.IsNormal(BigFloat<TPrecision> value) => !value.Significand.IsZero;

    static bool INumberBase<BigFloat<TPrecision>>.IsPositiveInfinity(BigFloat<TPrecision> value) => false;

    static bool INumberBase<BigFloat<TPrecision>>.IsRealNumber(BigFloat<TPrecision> value) => true;

    static bool INumberBase<BigFloat<TPrecision>>.IsSubnormal(BigFloat<TPrecision> value) => false;
}
