namespace GmmPure;

/// <content>A mixture as text.</content>
public sealed partial class GaussianMixture
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
}
