using System.Buffers;
using System.Globalization;

namespace GmmPure.Cli.Options;

/// <summary>
/// Numbers as people write them in options, whatever the locale: digits, one decimal point, an exponent, a sign, and
/// blanks around. No thousands separators, no hexadecimal, no words.
/// </summary>
internal static class Numbers
{
    private const NumberStyles Real =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private static readonly SearchValues<char> RealCharacters = SearchValues.Create("+-.eE0123456789");
    private static readonly SearchValues<char> WholeCharacters = SearchValues.Create("+-0123456789");

    /// <summary>Reads a real number; one beyond double precision becomes infinite.</summary>
    public static bool TryReal(string text, out double number)
    {
        var trimmed = text.AsSpan().Trim(" \t");
        bool digitsOnly = trimmed.IndexOfAnyExcept(RealCharacters) < 0;
        return double.TryParse(trimmed, Real, CultureInfo.InvariantCulture, out number) && digitsOnly;
    }

    /// <summary>Reads a whole number.</summary>
    public static bool TryWhole(string text, out long number)
    {
        var trimmed = text.AsSpan().Trim(" \t");
        bool digitsOnly = trimmed.IndexOfAnyExcept(WholeCharacters) < 0;
        return long.TryParse(trimmed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && digitsOnly;
    }
}
