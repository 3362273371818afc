using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GmmPure.Cli.Writing;

/// <summary>One JSON object on a line of its own.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object whose members are written.</summary>
    public static string Object(Action<Utf8JsonWriter> writeMembers)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>A member that is an array.</summary>
    public static void Array<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    /// <summary>A member that is an array of numbers.</summary>
    public static void Numbers(this Utf8JsonWriter writer, string name, IEnumerable<double> numbers) =>
        writer.Array(name, numbers, writer.WriteNumberValue);

    /// <summary>An array of numbers, within another.</summary>
    public static void NumberArray(this Utf8JsonWriter writer, IEnumerable<double> numbers)
    {
        writer.WriteStartArray();
        foreach (double number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    /// <summary>A number within an array; null where there is none.</summary>
    public static void NumberOrNull(this Utf8JsonWriter writer, double? number)
    {
        if (number is { } value)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>A member that is an array of strings.</summary>
    public static void Strings(this Utf8JsonWriter writer, string name, IEnumerable<string> strings) =>
        writer.Array(name, strings, writer.WriteStringValue);
}
