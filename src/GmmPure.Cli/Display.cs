using System.Globalization;
using GmmPure.Pictures;

namespace GmmPure.Cli;

/// <summary>Text from files and from elsewhere, made fit for a message.</summary>
internal static class Display
{
    private const int LongestField = 40;
    private const int MostNames = 20;
    private const int LongestArgument = 200;

    /// <summary>
    /// The text without line breaks and other control characters; what turns the direction of writing stands there by its number.
    /// </summary>
    public static string OneLine(string text) => Legible.Of(string.Create(text.Length, text, (characters, original) =>
    {
        for (int i = 0; i < characters.Length; i++)
        {
            characters[i] = char.IsControl(original[i]) || original[i] is '\u2028' or '\u2029' ? ' ' : original[i];
        }
    }));

    /// <summary>Names in quotation marks, separated by commas; of very many the first.</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(Field))
        + (names.Count > MostNames ? FormattableString.Invariant($", … ({names.Count} in all)") : string.Empty);

    /// <summary>
    /// A name or a field of a file in quotation marks, cut short if it is long; what cannot be seen there is \u00A0, or whatever
    /// its number is.
    /// </summary>
    public static string Field(string field) => $"\"{string.Concat(Short(field).Select(Visible))}\"";

    /// <summary>Cut between characters, never within one.</summary>
    private static string Short(string field) => field.Length <= LongestField ? field
        : field[..(char.IsHighSurrogate(field[LongestField - 1]) ? LongestField - 1 : LongestField)] + "…";

    /// <summary>
    /// Column names as one types them after an option: quoted where a list or a shell would misread them, as bash, zsh and
    /// ksh read it. Names that nobody would type are left to the reader.
    /// </summary>
    public static string Argument(params IEnumerable<string> names)
    {
        string list = string.Join(',', names.Select(ListItem));
        return list.Length > LongestArgument ? "NAMES"
            : list.All(IsPlain) ? list
            : list.All(IsVisible) ? $"'{list.Replace("'", "'\\''", StringComparison.Ordinal)}'"
            : $"$'{string.Concat(list.Select(character => character is '\'' or '\\' ? $"\\{character}" : Visible(character)))}'";
    }

    private static string ListItem(string name) => name.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : name;

    /// <summary>
    /// The system's words for what is wrong with a file, without the path that .NET appends: it may be a temporary one.
    /// </summary>
    public static string WithoutPath(string message) => message.Split(" : '", 2)[0];

    private static bool IsPlain(char character) =>
        char.IsLetterOrDigit(character) || "._-+:@%/,".Contains(character, StringComparison.Ordinal);

    private static bool IsVisible(char character) => character is ' ' || char.GetUnicodeCategory(character) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Visible(char character) =>
        IsVisible(character) ? character.ToString() : FormattableString.Invariant($"\\u{(int)character:X4}");

    /// <summary>A number and its noun, in the plural unless it is 1.</summary>
    public static string Count(int number, string noun) =>
        FormattableString.Invariant($"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
