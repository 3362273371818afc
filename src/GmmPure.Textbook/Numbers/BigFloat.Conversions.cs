using System.Diagnostics.CodeAnalysis;

namespace GmmPure.Textbook;

/// <content>Conversions from and to the number types of .NET.</content>
public readonly partial struct BigFloat<TPrecision>
{
    /// <summary>
    /// The number: exactly if it is a binary one or an integer of no more bits than the precision, else correctly
    /// rounded.
    /// </summary>
    /// <typeparam name="TOther">
    /// A number type of .NET, but for decimal and complex ones; or one that knows this one.
    /// </typeparam>
    /// <exception cref="OverflowException">It is infinite or not a number.</exception>
    /// <exception cref="NotSupportedException">Neither number type knows the other.</exception>
    public static BigFloat<TPrecision> CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        TryConvertFrom(value, out var result) || TOther.TryConvertToChecked(value, out result)
            ? result
            : throw new NotSupportedException($"There is no conversion from {typeof(TOther)} to {typeof(BigFloat<TPrecision>)}.");

    /// <summary>The integer, exactly.</summary>
    public static implicit operator BigFloat<TPrecision>(long value) => Rounded(value, 0);

    /// <summary>The integer, correctly rounded.</summary>
    public static explicit operator BigFloat<TPrecision>(BigInteger value) => Rounded(value, 0);

    /// <summary>The number, exactly.</summary>
    /// <exception cref="OverflowException">It is infinite or not a number.</exception>
    public static explicit operator BigFloat<TPrecision>(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & ((1L << 52) - 1);
        if (field == 0x7FF)
        {
            throw new OverflowException($"{typeof(BigFloat<TPrecision>)} has neither infinities nor NaN.");
        }

        long significand = field == 0 ? fraction : fraction | (1L << 52);
        return Rounded(bits < 0 ? -significand : significand, Math.Max(field, 1) - 1075);
    }

    /// <summary>The number, correctly rounded, also if it is subnormal.</summary>
    /// <exception cref="OverflowException">It is too large.</exception>
    public static explicit operator double(BigFloat<TPrecision> value) =>
        value.ToDouble(precision: 53, leastExponent: -1074) is var result && double.IsFinite(result)
            ? result
            : throw new OverflowException("The number is too large for a double.");

    /// <summary>The integer part.</summary>
    /// <exception cref="OverflowException">It has more bits than there is memory for.</exception>
    public static explicit operator BigInteger(BigFloat<TPrecision> value)
    {
        var magnitude = value.Exponent <= -Bits
            ? BigInteger.Zero
            : Shifted(BigInteger.Abs(value.Significand), checked((int)value.Exponent));
        return value.Significand.Sign < 0 ? -magnitude : magnitude;
    }

    static bool INumberBase<BigFloat<TPrecision>>.TryConvertFromChecked<TOther>(TOther value, out BigFloat<TPrecision> result) =>
        TryConvertFrom(value, out result);

    static bool INumberBase<BigFloat<TPrecision>>.TryConvertFromSaturating<TOther>(TOther value, out BigFloat<TPrecision> result) =>
        TryConvertFrom(value, out result);

    static bool INumberBase<BigFloat<TPrecision>>.TryConvertFromTruncating<TOther>(TOther value, out BigFloat<TPrecision> result) =>
        TryConvertFrom(value, out result);

    static bool INumberBase<BigFloat<TPrecision>>.TryConvertToChecked<TOther>(
        BigFloat<TPrecision> value, [MaybeNullWhen(false)] out TOther result) =>
        value.TryConvertToReal(out result)
            ? TOther.IsFinite(result) ? true : throw new OverflowException($"The number is too large for a {typeof(TOther)}.")
            : value.TryConvertToInteger(TOther.CreateChecked, out result);

    static bool INumberBase<BigFloat<TPrecision>>.TryConvertToSaturating<TOther>(
        BigFloat<TPrecision> value, [MaybeNullWhen(false)] out TOther result) =>
        value.TryConvertToReal(out result) || value.TryConvertToInteger(TOther.CreateSaturating, out result);

    static bool INumberBase<BigFloat<TPrecision>>.TryConvertToTruncating<TOther>(
        BigFloat<TPrecision> value, [MaybeNullWhen(false)] out TOther result) =>
        value.TryConvertToReal(out result) || value.TryConvertToInteger(TOther.CreateTruncating, out result);

    private static bool TryConvertFrom<TOther>(TOther value, out BigFloat<TPrecision> result)
        where TOther : INumberBase<TOther>
    {
        bool isReal = IsReal<TOther>();
        bool isKnown = isReal || IsInteger<TOther>();
        result = value is BigFloat<TPrecision> same ? same
            : isReal ? (BigFloat<TPrecision>)double.CreateChecked(value)
            : isKnown ? (BigFloat<TPrecision>)BigInteger.CreateChecked(value)
            : default;
        return isKnown || value is BigFloat<TPrecision>;
    }

    private static bool IsReal<TOther>() =>
        typeof(TOther) == typeof(double) || typeof(TOther) == typeof(float) || typeof(TOther) == typeof(Half);

    private static bool IsInteger<TOther>() =>
        typeof(TOther) == typeof(int) || typeof(TOther) == typeof(long) || typeof(TOther) == typeof(BigInteger)
        || typeof(TOther) == typeof(uint) || typeof(TOther) == typeof(ulong) || typeof(TOther) == typeof(char)
        || typeof(TOther) == typeof(short) || typeof(TOther) == typeof(ushort)
        || typeof(TOther) == typeof(sbyte) || typeof(TOther) == typeof(byte)
        || typeof(TOther) == typeof(nint) || typeof(TOther) == typeof(nuint)
        || typeof(TOther) == typeof(Int128) || typeof(TOther) == typeof(UInt128);

    /// <summary>The integer part as an integer type, in which it may have to be cut to fit.</summary>
    private bool TryConvertToInteger<TOther>(Func<BigInteger, TOther> create, [MaybeNullWhen(false)] out TOther result)
        where TOther : INumberBase<TOther>
    {
        result = IsInteger<TOther>() ? create((BigInteger)this) : default;
        return IsInteger<TOther>();
    }

    /// <summary>The number as one of the IEEE types, correctly rounded; infinite if it is too large.</summary>
    private bool TryConvertToReal<TOther>([MaybeNullWhen(false)] out TOther result)
        where TOther : INumberBase<TOther>
    {
        result = typeof(TOther) == typeof(double) ? TOther.CreateChecked(ToDouble(precision: 53, leastExponent: -1074))
            : typeof(TOther) == typeof(float) ? TOther.CreateChecked(ToDouble(precision: 24, leastExponent: -149))
            : typeof(TOther) == typeof(Half) ? TOther.CreateChecked(ToDouble(precision: 11, leastExponent: -24))
            : default;
        return IsReal<TOther>();
    }

    /// <summary>
    /// The nearest number of that many bits, of which the last is worth 2^leastExponent or more; infinite if it is too
    /// large for a double.
    /// </summary>
    private double ToDouble(int precision, int leastExponent)
    {
        long exponent = Math.Max(Exponent + Bits - precision, leastExponent);
        long shift = exponent - Exponent;
        if (Significand.IsZero || shift > Bits + 1)
        {
            return 0;
        }

        double magnitude = exponent > 1024
            ? double.PositiveInfinity
            : Math.ScaleB((double)Nearest(BigInteger.Abs(Significand), BigInteger.One, -shift), (int)exponent);
        return Significand.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>The integer nearest to dividend/divisor·2^exponent, of two the even one; nothing is negative.</summary>
    private static BigInteger Nearest(BigInteger dividend, BigInteger divisor, long exponent)
    {
        var (above, below) = exponent >= 0
            ? (dividend << checked((int)exponent), divisor)
            : (dividend, divisor << checked((int)-exponent));
        var quotient = BigInteger.DivRem(above, below, out var remainder);
        int half = (2 * remainder).CompareTo(below);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }
}
