using System.Text;
using System.Text.Json;

namespace GmmPure;

/// <summary>What is wrong with a text that is no JSON.</summary>
internal static class JsonSyntax
{
    /// <summary>Whether the text is cut short, and in which member; else where it goes wrong.</summary>
    /// <param name="json">The text.</param>
    /// <param name="error">What reading it as a whole has thrown.</param>
    public static FormatFault Fault(string json, JsonException error) => json.AsSpan().TrimStart() switch
    {
        [] => new FormatFault(null, "not valid JSON: there is nothing in it."),
        ['{', ..] => InObject(json, error),
        _ => new FormatFault(null, $"not valid JSON: a model is an object, which begins with {{."),
    };

    private static FormatFault InObject(string json, JsonException error)
    {
        string? member = null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                member = (reader.TokenType, reader.CurrentDepth) switch
                {
                    (JsonTokenType.PropertyName, 1) => Encoding.UTF8.GetString(reader.ValueSpan),
                    (JsonTokenType.EndObject, 0) => null,
                    _ => member,
                };
            }

            return new FormatFault(member, "the text ends here, cut short: it is not valid JSON.");
        }
        catch (JsonException)
        {
            return new FormatFault(member, FormattableString.Invariant(
                $"not valid JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}: {Reason(error)}"));
        }
    }

    /// <summary>The message without the place, which it counts from 0, and without advice for programmers.</summary>
    private static string Reason(JsonException error) =>
        error.Message.Split(" LineNumber:", 2)[0].Split(" Change the reader", 2)[0].ReplaceLineEndings(" ");
}
