using System.Text.Json;

namespace GmmPure.Families;

/// <content>Mixtures of any family as text.</content>
public static partial class Mixture
{
    /// <summary>
    /// Reads a mixture of whichever family, as <see cref="IMixture.ToJson"/> writes it, strictly; members that are not known are
    /// passed over.
    /// </summary>
    /// <param name="json">One object; without a member <c>family</c> it is a Gaussian mixture.</param>
    /// <exception cref="FormatException">The text is not such an object; the message names the member.</exception>
    public static IMixture Parse(string json) => TryParse(json).Or(fault => throw new FormatException(fault.Message));

    /// <summary>The same, or what is wrong with the text.</summary>
    /// <param name="json">One object; without a member <c>family</c> it is a Gaussian mixture.</param>
    public static Outcome<IMixture, FormatFault> TryParse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return FamilyJsonReader.Read(json);
    }

    /// <summary>Reads a mixture of a known family, strictly.</summary>
    /// <param name="json">One object.</param>
    /// <param name="family">The family.</param>
    /// <exception cref="FormatException">The text is not a mixture of the family; the message names the member.</exception>
    /// <exception cref="NotSupportedException">The family is no <see cref="INotation{TDistribution}"/>.</exception>
    public static Mixture<TDistribution> Parse<TDistribution>(string json, IFamily<TDistribution> family)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        TryParse(json, family).Or(fault => throw new FormatException(fault.Message));

    /// <summary>The same, or what is wrong with the text.</summary>
    /// <param name="json">One object.</param>
    /// <param name="family">The family.</param>
    /// <exception cref="NotSupportedException">The family is no <see cref="INotation{TDistribution}"/>.</exception>
    public static Outcome<Mixture<TDistribution>, FormatFault> TryParse<TDistribution>(string json, IFamily<TDistribution> family)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(family);
        return FamilyJsonReader.Read(json, family);
    }
}

/// <content>A mixture as text.</content>
public sealed partial record Mixture<TDistribution>
{
    /// <summary>
    /// The mixture as a JSON object, <c>{"format": "gmmpure-model", "version": 1, "family": …, "columns": …, "weights": …,
    /// "components": …}</c>, whose numbers read back to the same bits; of a binomial family with its <c>trials</c>, of a
    /// categorical one whose categories were seen with these, numbers or words, as <c>categories</c>. Components are
    /// objects whose members are their parameters. A mixture of Gaussians is written as a <see cref="GaussianMixture"/> is.
    /// </summary>
    /// <exception cref="NotSupportedException">The family is no <see cref="INotation{TDistribution}"/>.</exception>
    public string ToJson() => MixtureJson.Write(this);

    void IMixture.WriteKind(Utf8JsonWriter writer)
    {
        if (AsGaussian() is { } gaussian)
        {
            ((IMixture)gaussian).WriteKind(writer);
            return;
        }

        writer.WriteString(FamilyJsonReader.FamilyMember, Family.Name);
        if (Candidates.FamilyOf(Family) is BinomialFamily binomial)
        {
            writer.WriteNumber(FamilyJsonReader.TrialsMember, binomial.Trials);
        }
        else if (Candidates.FamilyOf(Family) is CategoricalFamily { AreSeen: true } seen)
        {
            writer.WritePropertyName(FamilyJsonReader.CategoriesMember);
            CategoriesJson.Write(writer, seen.Categories);
        }
    }

    void IMixture.WriteComponents(Utf8JsonWriter writer)
    {
        if (AsGaussian() is { } gaussian)
        {
            ((IMixture)gaussian).WriteComponents(writer);
            return;
        }

        var notation = Notation<TDistribution>.Of(Family);
        writer.WriteStartArray(FamilyJsonReader.ComponentsMember);
        foreach (var component in Components)
        {
            writer.WriteStartObject();
            notation.Write(writer, component);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
