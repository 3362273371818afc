using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>JSON as these files hold it: a row a line, so that people can read it and tools can compare it.</summary>
public static class Json
{
    private const int Short = 100;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of a document, with a line feed at its end; the same for the same content.</summary>
    public static string Text(JsonNode document) => Lines(document, indentation: 0) + "\n";

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Numbers(IEnumerable<double> numbers) => Array(numbers.Select(number => (JsonNode)number));

    /// <summary>What holds scalars only, or is short, takes one line; of anything else each item begins a line.</summary>
    private static string Lines(JsonNode? node, int indentation)
    {
        string line = Line(node);
        string inside = "\n" + new string(' ', 2 * (indentation + 1));
        return Children(node).All(child => child is null or JsonValue) || line.Length <= Short
            ? line
            : Composed(node, item => Lines(item, indentation + 1), (inside, "," + inside, inside[..^2]));
    }

    private static string Line(JsonNode? node) => node switch
    {
        null => "null",
        JsonValue => node.ToJsonString(Plain),
        _ => Composed(node, Line, (string.Empty, ", ", string.Empty)),
    };

    private static string Composed(
        JsonNode? node, Func<JsonNode?, string> text, (string Before, string Between, string After) space)
    {
        var (open, items, close) = node is JsonObject members
            ? ('{', members.Select(member => $"{JsonSerializer.Serialize(member.Key, Plain)}: {text(member.Value)}"), '}')
            : ('[', Children(node).Select(text), ']');
        return open + space.Before + string.Join(space.Between, items) + space.After + close;
    }

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    };
}
