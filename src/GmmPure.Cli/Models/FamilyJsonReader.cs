using System.Text.Json;
using GmmPure.Cli.Reading;
using GmmPure.Families;

namespace GmmPure.Cli.Models;

/// <summary>The strict reading of mixtures of other families: the first thing wrong is named by its member.</summary>
internal static class FamilyJsonReader
{
    /// <summary>The name of the family, if a text is a model of another one than Gaussian.</summary>
    /// <remarks>Only a text that mentions families is read for it: what is wrong with others is said elsewhere.</remarks>
    public static bool IsModelOfFamily(string text)
    {
        if (!text.Contains("\"family\"", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            return JsonMembers.Read(text, members => members.FindString(FamilyJson.Family) is not (null or FamilyName.Gaussian));
        }
        catch (MemberException)
        {
            return false;
        }
    }

    /// <summary>Reads what <see cref="FamilyJson.Model"/> writes, strictly; members that it does not know are passed over.</summary>
    /// <exception cref="MemberException">Something is wrong with a member.</exception>
    public static IModel Read(JsonMembers members)
    {
        Check(members.FindString("format") is FamilyJson.Format, "format", $"must be \"{FamilyJson.Format}\"");
        int version = members.FindWhole("version") ?? throw new MemberException("version", "is missing");
        Check(version >= 1, "version", "must be a whole number from 1 on");
        Check(version <= FamilyJson.Version, "version", $"{version} is newer than this program, which reads {FamilyJson.Version}");
        string name = members.FindString(FamilyJson.Family)!;
        Check(FamilyName.OfOtherMixtures.Contains(name, StringComparer.Ordinal), FamilyJson.Family, $"there is no family {Display.Field(name)}");
        var columns = members.FindStrings(FamilyJson.Columns) ?? throw new MemberException(FamilyJson.Columns, "is missing");
        Check(!columns.IsEmpty, FamilyJson.Columns, "is empty");
        Check(columns.Distinct(StringComparer.Ordinal).Count() == columns.Length, FamilyJson.Columns, "two columns have the same name");
        return Kinds.Of(name, () => Trials(members), () => Levels(members)).Read(members, columns);
    }

    /// <summary>The weights and components of a mixture of a known family.</summary>
    public static Mixture<TDistribution> Read<TDistribution>(
        JsonMembers members, ImmutableArray<string> columns, IFamily<TDistribution> family, Notation<TDistribution> notation)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var weights = members.RequireNumbers(FamilyJson.Weights);
        var components = Each(members).Select((element, k) => Component(element, k, notation)).ToImmutableArray();
        Check(components.Length == weights.Length, FamilyJson.Components, $"{weights.Length} weights need as many, not {components.Length}");
        Check(
            components.All(each => family.DimensionOf(each) == columns.Length),
            FamilyJson.Components,
            $"not all have {Display.Count(columns.Length, "column")}");
        try
        {
            return Mixture.Of(family, weights, components).WithColumnNames(columns);
        }
        catch (ArgumentException fault)
        {
            throw new MemberException(FamilyJson.Weights, Words(fault));
        }
    }

    private static TDistribution Component<TDistribution>(JsonElement element, int component, Notation<TDistribution> notation)
    {
        try
        {
            return notation.Read(JsonMembers.Of(element));
        }
        catch (MemberException fault)
        {
            throw new MemberException(FamilyJson.Components, FormattableString.Invariant($"component {component}: {fault.Message}"));
        }
        catch (ArgumentException fault)
        {
            throw new MemberException(
                FamilyJson.Components, FormattableString.Invariant($"component {component}: {Member(fault)}{Words(fault)}"));
        }
    }

    private static int Trials(JsonMembers members)
    {
        int trials = members.FindWhole(FamilyJson.Trials) ?? throw new MemberException(FamilyJson.Trials, "is missing");
        Check(trials > 0, FamilyJson.Trials, "must be positive");
        return trials;
    }

    /// <summary>How many categories each column has: as many as the first component knows.</summary>
    private static IEnumerable<int> Levels(JsonMembers members) =>
        Each(members).Take(1).SelectMany(first => Component(first, 0, Notations.Categorical([])).Probabilities.Select(column => column.Length));

    private static IEnumerable<JsonElement> Each(JsonMembers members) =>
        JsonMembers.Items(members.Require(FamilyJson.Components), FamilyJson.Components, "must be an array of objects");

    /// <summary>The member that an argument comes from: degreesOfFreedom is degrees_of_freedom.</summary>
    private static string Member(ArgumentException fault) => fault.ParamName is null
        ? string.Empty
        : $"\"{JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.ParamName)}\": ";

    private static string Words(Exception fault) => fault.Message.Split(" (Parameter", 2)[0].ReplaceLineEndings(" ").TrimEnd('.');

    private static void Check(bool holds, string member, string otherwise)
    {
        if (!holds)
        {
            throw new MemberException(member, otherwise);
        }
    }
}
