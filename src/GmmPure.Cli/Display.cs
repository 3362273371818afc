namespace GmmPure.Cli;

/// <summary>Text from files and from elsewhere, made fit for a message.</summary>
internal static class Display
{
    /// <summary>The text without line breaks and other control characters.</summary>
    public static string OneLine(string text) =>
        string.Create(text.Length, text, (characters, original) =>
        {
            for (int i = 0; i < characters.Length; i++)
            {
                characters[i] = char.IsControl(original[i]) || original[i] is '\u2028' or '\u2029' ? ' ' : original[i];
            }
        });

    /// <summary>Names in quotation marks, separated by commas.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    /// <summary>A field of a file in quotation marks, cut short if it is long.</summary>
    public static string Field(string field) => field.Length <= 40 ? $"\"{field}\"" : $"\"{field[..40]}…\"";

    /// <summary>A number and its noun, in the plural unless it is 1.</summary>
    public static string Count(int number, string noun) =>
        FormattableString.Invariant($"{number} {noun}{(number == 1 ? string.Empty : "s")}");
}
