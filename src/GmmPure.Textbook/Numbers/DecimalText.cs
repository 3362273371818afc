using System.Globalization;

namespace GmmPure.Textbook;

/// <summary>What a decimal text says: Significand·10^Exponent.</summary>
internal readonly record struct DecimalText(BigInteger Significand, long Exponent)
{
    /// <summary>Beyond ±2^60 a power of ten is no binary exponent, however many digits there are.</summary>
    public const long ExponentLimit = 1L << 60;

    /// <summary>Sign, digits with at most one point among them, exponent; null if the text is anything else.</summary>
    public static DecimalText? Read(ReadOnlySpan<char> text, NumberStyles style)
    {
        if ((style | NumberStyles.Float) != NumberStyles.Float)
        {
            throw new ArgumentException($"Of the styles only {NumberStyles.Float} is known.", nameof(style));
        }

        var rest = style.HasFlag(NumberStyles.AllowLeadingWhite) ? text.TrimStart() : text;
        rest = style.HasFlag(NumberStyles.AllowTrailingWhite) ? rest.TrimEnd() : rest;
        bool isNegative = rest.StartsWith('-');
        rest = style.HasFlag(NumberStyles.AllowLeadingSign) && (isNegative || rest.StartsWith('+')) ? rest[1..] : rest;
        int end = style.HasFlag(NumberStyles.AllowExponent) ? rest.IndexOfAny('e', 'E') : -1;
        var digits = end < 0 ? rest : rest[..end];
        int point = style.HasFlag(NumberStyles.AllowDecimalPoint) ? digits.IndexOf('.') : -1;
        return ReadExponent(end < 0 ? "0" : rest[(end + 1)..]) is { } exponent && ReadDigits(digits, point) is { } significand
            ? new DecimalText(isNegative ? -significand : significand, exponent - (point < 0 ? 0 : digits.Length - point - 1))
            : null;
    }

    private static BigInteger? ReadDigits(ReadOnlySpan<char> digits, int point)
    {
        string all = point < 0 ? digits.ToString() : string.Concat(digits[..point], digits[(point + 1)..]);
        return BigInteger.TryParse(all, NumberStyles.None, NumberFormatInfo.InvariantInfo, out var value) ? value : null;
    }

    /// <summary>The exponent, cut to a little more than the limit.</summary>
    private static long? ReadExponent(ReadOnlySpan<char> text) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, NumberFormatInfo.InvariantInfo, out var exponent)
            ? (long)BigInteger.Clamp(exponent, -2 * ExponentLimit, 2 * ExponentLimit)
            : null;
}
