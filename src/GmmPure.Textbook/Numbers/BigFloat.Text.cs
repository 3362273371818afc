using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GmmPure.Textbook;

/// <content>Conversions to and from decimal text, correctly rounded, the same in every culture.</content>
/// <remarks>
/// A power of ten is 2^q·5^q, and 5^q is known between two bounds. If both round to the same number, that is it; if
/// not, the bounds are computed with twice the bits. They are equal, and ties are seen as such, once the power fits.
/// </remarks>
public readonly partial struct BigFloat<TPrecision>
{
    /// <summary>⌊2^64·log₁₀ 2⌋.</summary>
    private const ulong Log10Of2 = 5553023288523357132;

    /// <summary>How many digits are enough to read the same number back.</summary>
    private static int EnoughDigits => (int)((Bits * 30103L) / 100000) + 2;

    /// <summary>Enough digits to read the same number back, without zeros at the end: -1.25E-3, 2.5, 1E+2.</summary>
    public override string ToString() => ToString(EnoughDigits, trims: true);

    /// <summary>So many digits, in scientific notation: -1.250E-3, 2.500, 1.000E+2.</summary>
    /// <param name="significantDigits">How many digits, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public string ToString(int significantDigits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(significantDigits, 1);
        return ToString(significantDigits, trims: false);
    }

    /// <summary>The number in decimal.</summary>
    /// <param name="format">
    /// Null, "G" or "R" for as many digits as it takes to read the same number back; "G" and a number for so many
    /// significant digits; "E" and a number for one more.
    /// </param>
    /// <param name="formatProvider">Is not looked at: a number is written the same way everywhere.</param>
    /// <exception cref="FormatException">There is no such format.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        if (string.IsNullOrEmpty(format) || format is "G" or "g" or "R" or "r")
        {
            return ToString();
        }

        bool isExponential = format[0] is 'E' or 'e';
        return (isExponential || format[0] is 'G' or 'g')
            && int.TryParse(format.AsSpan(1), NumberStyles.None, NumberFormatInfo.InvariantInfo, out int digits)
            && (isExponential || digits > 0)
                ? ToString(digits + (isExponential ? 1 : 0))
                : throw new FormatException($"There is no format {format}.");
    }

    /// <summary>
    /// Writes the number to a span if it has room; see <see cref="ToString(string, IFormatProvider)"/>.
    /// </summary>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters that were, 0 if there was no room.</param>
    /// <param name="format">The format.</param>
    /// <param name="provider">Is not looked at.</param>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool hasRoom = text.TryCopyTo(destination);
        charsWritten = hasRoom ? text.Length : 0;
        return hasRoom;
    }

    /// <summary>The number that a decimal text says, correctly rounded; too small a one is 0.</summary>
    /// <param name="s">
    /// Digits, of which one may be preceded by a point, with or without a sign before and an exponent behind.
    /// </param>
    /// <exception cref="FormatException">It is no such text.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public static BigFloat<TPrecision> Parse(string s) => Parse(s, NumberStyles.Float, provider: null);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is not looked at: a number is read the same way everywhere.</param>
    public static BigFloat<TPrecision> Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Float, provider);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is not looked at.</param>
    public static BigFloat<TPrecision> Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Float, provider);

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="style">What of <see cref="NumberStyles.Float"/> the text may have.</param>
    /// <param name="provider">Is not looked at.</param>
    public static BigFloat<TPrecision> Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="s">The text.</param>
    /// <param name="style">What of <see cref="NumberStyles.Float"/> the text may have.</param>
    /// <param name="provider">Is not looked at.</param>
    public static BigFloat<TPrecision> Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) =>
        DecimalText.Read(s, style) is { } text
            ? FromDecimal(text)
            : throw new FormatException($"\"{s}\" is not a number.");

    /// <summary>The number that a decimal text says, if it says one; see <see cref="Parse(string)"/>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Is not looked at.</param>
    /// <param name="result">The number, 0 if there is none.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BigFloat<TPrecision> result) =>
        TryParse(s.AsSpan(), NumberStyles.Float, provider, out result);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out BigFloat{TPrecision})"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out BigFloat<TPrecision> result) =>
        TryParse(s, NumberStyles.Float, provider, out result);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out BigFloat{TPrecision})"/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out BigFloat<TPrecision> result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    /// <inheritdoc cref="TryParse(string, IFormatProvider, out BigFloat{TPrecision})"/>
    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out BigFloat<TPrecision> result)
    {
        try
        {
            var text = DecimalText.Read(s, style);
            result = FromDecimal(text ?? default);
            return text is not null;
        }
        catch (OverflowException)
        {
            result = default;
            return false;
        }
    }

    private static BigFloat<TPrecision> FromDecimal(DecimalText text)
    {
        if (text.Significand.IsZero || text.Exponent < -DecimalText.ExponentLimit)
        {
            return Zero;
        }

        for (int bits = Bits + 64; ; bits *= 2)
        {
            var five = PowerOfFive.Of(Math.Abs(text.Exponent), bits);
            var (one, other) = text.Exponent >= 0
                ? (Create(text.Significand * five.Lower, text.Exponent + five.Exponent),
                    Create(text.Significand * five.Upper, text.Exponent + five.Exponent))
                : (Quotient(text.Significand, five.Lower, text.Exponent - five.Exponent),
                    Quotient(text.Significand, five.Upper, text.Exponent - five.Exponent));
            if (one == other)
            {
                return one;
            }
        }
    }

    private string ToString(int digits, bool trims)
    {
        if (Significand.IsZero)
        {
            return trims || digits == 1 ? "0" : $"0.{new string('0', digits - 1)}";
        }

        var (significand, exponent) = ToDecimal(digits);
        string text = significand.ToString(NumberFormatInfo.InvariantInfo);
        string fraction = trims ? text[1..].TrimEnd('0') : text[1..];
        string sign = Significand.Sign < 0 ? "-" : "";
        string point = fraction.Length > 0 ? "." : "";
        string power = exponent == 0 ? "" : string.Create(NumberFormatInfo.InvariantInfo, $"E{exponent:+0;-0}");
        return $"{sign}{text[0]}{point}{fraction}{power}";
    }

    /// <summary>
    /// The magnitude, rounded to so many digits, and the exponent of ten of the first of them. This is ⌊log₁₀ 2^power⌋,
    /// where 2^power is the first bit, or one more: if that is so, or rounding makes it so, there is one digit too
    /// many.
    /// </summary>
    private (BigInteger Significand, long Exponent) ToDecimal(int digits)
    {
        long power = Exponent + Bits - 1;
        long exponent = (long)((power * ((Int128)Log10Of2 + (power < 0 ? 1 : 0))) >> 64);
        var significand = Scaled(exponent - digits + 1, digits);
        return significand < BigInteger.Pow(10, digits)
            ? (significand, exponent)
            : (Scaled(exponent - digits + 2, digits), exponent + 1);
    }

    /// <summary>The integer nearest to the magnitude divided by 10^power, of two the even one.</summary>
    private BigInteger Scaled(long power, int digits)
    {
        var magnitude = BigInteger.Abs(Significand);
        for (int bits = (4 * digits) + 64; ; bits *= 2)
        {
            var five = PowerOfFive.Of(Math.Abs(power), bits);
            var (one, other) = power >= 0
                ? (Nearest(magnitude, five.Lower, Exponent - power - five.Exponent),
                    Nearest(magnitude, five.Upper, Exponent - power - five.Exponent))
                : (Nearest(magnitude * five.Lower, BigInteger.One, Exponent - power + five.Exponent),
                    Nearest(magnitude * five.Upper, BigInteger.One, Exponent - power + five.Exponent));
            if (one == other)
            {
                return one;
            }
        }
    }
}
