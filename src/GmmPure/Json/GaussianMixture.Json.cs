using System.Text.Json;

namespace GmmPure;

/// <content>A mixture as text.</content>
public sealed partial record GaussianMixture
{
    /// <summary>
    /// The mixture as a JSON object, <c>{"format": "gmmpure-model", "version": 1, "covariance": …, "columns": …,
    /// "weights": …, "means": …, "covariances": …}</c>, whose numbers read back to the same bits. The covariances are by
    /// structure: full K×D×D, tied D×D, diagonal K×D, tied-diagonal D, spherical K, tied-spherical a number.
    /// </summary>
    public string ToJson() => MixtureJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> writes, strictly; members that it does not know are passed over.</summary>
    /// <exception cref="FormatException">The text is not such an object; the message names the member.</exception>
    public static GaussianMixture Parse(string json) => TryParse(json).Or(fault => throw new FormatException(fault.Message));

    /// <summary>Reads what <see cref="ToJson"/> writes, or says what is wrong with it.</summary>
    public static Outcome<GaussianMixture, FormatFault> TryParse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return MixtureJsonReader.Read(json);
    }

    void IMixture.WriteKind(Utf8JsonWriter writer) => writer.WriteString("covariance", Structure.Name);

    void IMixture.WriteComponents(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("means");
        writer.Rows(Means);
        writer.WritePropertyName("covariances");
        if (Structure.IsShared)
        {
            Write(writer, Covariances[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var covariance in Covariances)
        {
            Write(writer, covariance);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Covariance covariance)
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
