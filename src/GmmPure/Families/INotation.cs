using System.Text.Json;

namespace GmmPure.Families;

/// <summary>
/// What a family may be besides, so that its mixtures can be written to files and read back: how a distribution is written as a JSON
/// object. All families of <see cref="Family"/> can be written; one of your own can if it implements this as well.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family, as a value: its parameters.</typeparam>
public interface INotation<TDistribution>
    where TDistribution : notnull
{
    /// <summary>Writes the members of the object that a distribution is.</summary>
    /// <param name="writer">Where to; the object is begun, and ended, by the caller.</param>
    /// <param name="distribution">The distribution.</param>
    void WriteMembers(Utf8JsonWriter writer, TDistribution distribution);

    /// <summary>Reads a distribution back, to the same bits; or says what is wrong with the object.</summary>
    /// <param name="element">The object. What it throws where a member is missing or of another kind is taken for a fault.</param>
    Outcome<TDistribution, FormatFault> Read(JsonElement element);
}
