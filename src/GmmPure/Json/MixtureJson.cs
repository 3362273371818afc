using System.Text.Json;

namespace GmmPure;

/// <summary>A mixture as JSON: the names and the writing.</summary>
internal static class MixtureJson
{
    public const string Format = "gmmpure-model";
    public const int Version = 1;

    public static string Write(GaussianMixture mixture) => JsonText.Object(writer =>
    {
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        writer.WriteString("covariance", mixture.Structure.Name);
        if (!mixture.ColumnNames.IsEmpty)
        {
            writer.WritePropertyName("columns");
            writer.Strings(mixture.ColumnNames);
        }

        WriteParameters(writer, mixture);
    });

    /// <summary>The members weights, means and covariances.</summary>
    public static void WriteParameters(Utf8JsonWriter writer, GaussianMixture mixture)
    {
        writer.WritePropertyName("weights");
        writer.Numbers(mixture.Weights.AsSpan());
        writer.WritePropertyName("means");
        writer.Rows(mixture.Means);
        writer.WritePropertyName("covariances");
        if (mixture.Structure.IsShared)
        {
            WriteCovariance(writer, mixture.Covariances[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var covariance in mixture.Covariances)
        {
            WriteCovariance(writer, covariance);
        }

        writer.WriteEndArray();
    }

    private static void WriteCovariance(Utf8JsonWriter writer, Covariance covariance)
    {
        switch (covariance)
        {
            case FullCovariance full:
                writer.Rows(full.Matrix);
                break;
            case DiagonalCovariance diagonal:
                writer.Numbers(diagonal.Variances.AsSpan());
                break;
            case SphericalCovariance spherical:
                writer.WriteNumberValue(spherical.Variance);
                break;
        }
    }
}
