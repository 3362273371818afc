using System.Text;
using System.Text.RegularExpressions;

namespace GmmPure.Data.Text;

/// <summary>Tells texts that are no tables.</summary>
internal static partial class TextFormats
{
    private const int Length = 1 << 12;

    /// <summary>The kind of a text that is no table, by its beginning; null if it may be one.</summary>
    public static FileFormat? Of(ReadOnlySpan<byte> beginning)
    {
        string text = Encoding.UTF8.GetString(beginning[..Math.Min(beginning.Length, Length)]).TrimStart();
        return text switch
        {
            ['@' or '%', ..] when Relation().IsMatch(text) => FileFormat.Arff,
            ['{', ..] when JsonObject().IsMatch(text) => JsonLine().IsMatch(text) ? FileFormat.JsonLines : FileFormat.Json,
            ['[', ..] when JsonArray().IsMatch(text) => FileFormat.Json,
            ['<', ..] when Tag().IsMatch(text) => FileFormat.Markup,
            _ when text.Contains(':', StringComparison.Ordinal) && Sparse().IsMatch(text) => FileFormat.Libsvm,
            _ => null,
        };
    }

    [GeneratedRegex(@"^(%[^\n]*\n|\s*\n)*\s*@relation\s", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Relation();

    [GeneratedRegex(@"^\{\s*(""[^""\n]*""\s*:|\})", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonObject();

    [GeneratedRegex(@"^\{[^\n]*\}\s*(\n|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonLine();

    [GeneratedRegex(@"^\[\s*([\[{]|(-?\d[\d.eE+-]*|""[^""\n]*"")\s*[,\]])", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JsonArray();

    [GeneratedRegex(@"^<(\?xml|!DOCTYPE|html|table|svg|[A-Za-z:]+( [^<>\n]*)?/?>)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[+-]?[\d.]+([ \t]+\d+:[+-]?[\d.]+([eE][+-]?\d+)?)+[ \t\r]*(#[^\n]*)?(\n|$)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sparse();
}
