using System.Text.Json;

namespace GmmPure;

/// <summary>A mixture as JSON: the names and the writing.</summary>
internal static class MixtureJson
{
    public const string Format = "gmmpure-model";
    public const int Version = 1;

    /// <summary>What a model file holds.</summary>
    public static string Write(IMixture mixture) => JsonText.Object(writer =>
    {
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        mixture.WriteKind(writer);
        if (!mixture.ColumnNames.IsEmpty)
        {
            writer.WritePropertyName("columns");
            writer.Strings(mixture.ColumnNames);
        }

        WriteParameters(writer, mixture);
    });

    /// <summary>The weights, and what the components are made of.</summary>
    public static void WriteParameters(Utf8JsonWriter writer, IMixture mixture)
    {
        writer.WritePropertyName("weights");
        writer.Numbers(mixture.Weights.AsSpan());
        mixture.WriteComponents(writer);
    }

    /// <summary>Refuses an object that is no model, or one of a version to come.</summary>
    public static void CheckFormat(JsonMembers members) => members.CheckFormat(Format, Version);
}
