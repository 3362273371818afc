using System.CommandLine;
using System.CommandLine.Parsing;
using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Options;

/// <summary>The names of families on the command line, and the number of trials that one of them needs.</summary>
internal static class FamilyOption
{
    /// <summary>The family of a mixture.</summary>
    public static Option<string?> OfMixtures() => new("--family")
    {
        Description = $"{string.Join(", ", FamilyName.OfMixtures)}; {FamilyName.Gaussian} by default.",
        HelpName = "F",
        CustomParser = result => Name(result, "--family", FamilyName.OfMixtures),
    };

    /// <summary>The family that is estimated.</summary>
    public static Argument<string> ToEstimate() => new("FAMILY")
    {
        Description = $"{string.Join(", ", FamilyName.All)}.",
        CustomParser = result => Name(result, "FAMILY", FamilyName.All),
    };

    /// <summary>The trials of a binomial distribution.</summary>
    public static Option<int?> Trials() =>
        NumberOption.Count("--trials", "N", 1, "How many trials each count of successes comes from (binomial).");

    private static string Name(ArgumentResult result, string option, ImmutableArray<string> names)
    {
        string name = result.Tokens[0].Value;
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            string why = name is FamilyName.Uniform
                ? "; a uniform distribution has no mixtures: as a component it could only shrink (gmm estimate fits one)"
                : string.Empty;
            result.AddError($"{option} is one of {string.Join(", ", names)}, not {Display.Field(name)}{why}");
        }

        return name;
    }
}
