using System.Text.Json;
using GmmPure.Families;

namespace GmmPure;

/// <summary>The categories of columns in JSON: of each column an array, of their words if they stand for such, else of numbers.</summary>
internal static class CategoriesJson
{
    public static void Write(Utf8JsonWriter writer, ImmutableArray<Categories> columns)
    {
        writer.WriteStartArray();
        foreach (var column in columns)
        {
            if (column.Words.IsEmpty)
            {
                writer.Numbers(column.Values.AsSpan());
            }
            else
            {
                writer.Strings(column.Words);
            }
        }

        writer.WriteEndArray();
    }

    public static ImmutableArray<Categories> Read(JsonElement element, string member)
    {
        JsonMembers.Check(element.ValueKind == JsonValueKind.Array, member, "must be an array with an entry for each column.");
        return [.. element.EnumerateArray().Select((column, j) => Column(column, j, member))];
    }

    private static Categories Column(JsonElement element, int column, string member)
    {
        bool areWords = element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.String;
        var read = areWords
            ? Categories.TryNamed(JsonMembers.Strings(element, member))
            : Categories.TryOf(JsonMembers.Numbers(element, member));
        return read.Or(fault => throw new MemberException(member, FormattableString.Invariant($"column {column}: {fault.Message}")));
    }
}
