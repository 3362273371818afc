using System.Globalization;
using System.Text;

namespace GmmPure.Pictures;

/// <summary>Words from files and from elsewhere, made fit to be shown: they look like nothing but what they are.</summary>
internal static class Legible
{
    /// <summary>
    /// The words without what XML does not allow or nobody could see, each replaced by �. What turns the direction of writing
    /// stands there by its number, as \u202E: it would change how the words around it read.
    /// </summary>
    public static string Of(string words) => words.All(character => character is >= ' ' and <= '~')
        ? words
        : string.Concat(words.EnumerateRunes().Select(Shown));

    private static string Shown(Rune rune) =>
        TurnsWriting(rune) ? FormattableString.Invariant($"\\u{rune.Value:X4}")
        : IsSeen(rune) ? rune.ToString()
        : Rune.ReplacementChar.ToString();

    /// <summary>Whether it is one of Unicode's bidirectional controls: marks, embeddings, overrides and isolates.</summary>
    private static bool TurnsWriting(Rune rune) => rune.Value
        is 0x061C
        or 0x200E or 0x200F
        or (>= 0x202A and <= 0x202E)
        or (>= 0x2066 and <= 0x2069);

    private static bool IsSeen(Rune rune) =>
        !Rune.IsControl(rune)
        && rune.Value is not (0xFFFE or 0xFFFF)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
