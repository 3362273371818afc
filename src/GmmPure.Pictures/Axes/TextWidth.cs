using System.Globalization;
using System.Text;

namespace GmmPure.Pictures.Axes;

/// <summary>How much room a text takes, about: the fonts are the reader's, and nobody here can measure them.</summary>
internal static class TextWidth
{
    /// <summary>The width in pixels.</summary>
    /// <param name="words">The text.</param>
    /// <param name="size">The height of its letters.</param>
    public static double Of(string words, double size) => size * words.EnumerateRunes().Sum(Share);

    /// <summary>The text, or as much of its beginning as there is room for, and an ellipsis.</summary>
    public static string Fitted(string given, double size, double width)
    {
        string words = Legible.Of(given);
        if (Of(words, size) <= width)
        {
            return words;
        }

        var kept = new StringBuilder();
        double used = size;
        foreach (var rune in words.EnumerateRunes())
        {
            used += size * Share(rune);
            if (used > width)
            {
                break;
            }

            kept.Append(rune);
        }

        return $"{kept.ToString().TrimEnd()}…";
    }

    private static double Share(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '|' or '!' or '\'' or ' ' or 'f' or 't' or 'r' => 0.34,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '—' => 0.9,
        < 0x1100 => Rune.GetUnicodeCategory(rune) == UnicodeCategory.UppercaseLetter ? 0.69 : 0.57,
        >= 0x2000 and < 0x2E80 => 0.65,
        _ => 1.05,
    };
}
