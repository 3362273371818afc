using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GmmPure.Data.Text;

/// <summary>
/// Numbers as people write them in files, whatever the locale: digits, one decimal mark, an exponent, a sign, and blanks around. No
/// thousands separators, no hexadecimal, no words.
/// </summary>
internal static class NumberText
{
    /// <summary>Whole numbers up to 2⁵³ are exact.</summary>
    private const ulong MostExact = 1UL << 53;

    /// <summary>So many digits do not overflow.</summary>
    private const int MostDigits = 18;

    private const NumberStyles Real =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<byte> Characters = SearchValues.Create("+-.eE0123456789"u8);

    /// <summary>Powers of ten that are exact.</summary>
    private static ReadOnlySpan<double> Powers =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

    /// <summary>Reads a real number; one beyond double precision becomes infinite.</summary>
    /// <param name="field">Its text.</param>
    /// <param name="mark">What stands before decimals.</param>
    /// <param name="number">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryReal(ReadOnlySpan<byte> field, DecimalMark mark, out double number)
    {
        var text = FieldText.Trim(field);
        return TryShort(text, mark is DecimalMark.Comma ? (byte)',' : (byte)'.', out number) || TryAny(text, mark, out number);
    }

    /// <summary>Reads a real number.</summary>
    public static bool TryReal(string field, DecimalMark mark, out double number) =>
        TryReal(Encoding.UTF8.GetBytes(field), mark, out number);

    /// <summary>Whether it is a whole number, and which.</summary>
    public static bool TryWhole(ReadOnlySpan<byte> field, out long number)
    {
        var text = FieldText.Trim(field);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && text[^1] is not 0;
    }

    /// <summary>
    /// A number of few digits and no exponent: both its digits and the power of ten are exact, so that their quotient is the
    /// number that is nearest to what is written.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryShort(ReadOnlySpan<byte> text, byte mark, out double number)
    {
        int at = !text.IsEmpty && text[0] == (byte)'-' ? 1 : 0;
        int first = at;
        int marked = -1;
        ulong digits = 0;
        for (; at < text.Length; at++)
        {
            uint digit = (uint)text[at] - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[at] == mark && marked < 0)
            {
                marked = at;
            }
            else
            {
                break;
            }
        }

        int count = text.Length - first - (marked < 0 ? 0 : 1);
        if (at < text.Length || count is <= 0 or > MostDigits || digits > MostExact)
        {
            number = 0;
            return false;
        }

        double magnitude = digits / Powers[marked < 0 ? 0 : text.Length - 1 - marked];
        number = first == 0 ? magnitude : -magnitude;
        return true;
    }

    private static bool TryAny(ReadOnlySpan<byte> text, DecimalMark mark, out double number)
    {
        if (mark is DecimalMark.Comma)
        {
            byte[] pointed = text.ToArray();
            bool hasPoint = text.Contains((byte)'.');
            pointed.AsSpan().Replace((byte)',', (byte)'.');
            number = 0;
            return !hasPoint && TryAny(pointed, DecimalMark.Point, out number);
        }

        bool areDigitsOnly = text.IndexOfAnyExcept(Characters) < 0;
        return double.TryParse(text, Real, CultureInfo.InvariantCulture, out number) && areDigitsOnly;
    }
}
