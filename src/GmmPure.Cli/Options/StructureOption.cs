using System.CommandLine;

namespace GmmPure.Cli.Options;

/// <summary>The option <c>--covariance</c>.</summary>
internal static class StructureOption
{
    private const string Name = "--covariance";

    private static string Names => string.Join(", ", CovarianceStructure.All.Select(each => each.Name));

    /// <summary>One structure.</summary>
    /// <param name="otherwise">What holds if none is given.</param>
    public static Option<CovarianceStructure?> One(string otherwise = "full by default") => new(Name)
    {
        Description = $"{Names}; {otherwise}.",
        HelpName = "S",
        CustomParser = result =>
        {
            string name = result.Tokens[0].Value;
            var structure = CovarianceStructure.FromName(name);
            if (structure is null)
            {
                result.AddError(Unknown(name));
            }

            return structure;
        },
    };

    /// <summary>A list of structures.</summary>
    public static Option<ImmutableArray<CovarianceStructure>?> Several() => new(Name)
    {
        Description = $"Which structures, separated by commas, of {Names}; all by default.",
        HelpName = "S,S,…",
        CustomParser = result =>
        {
            string[] names = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
            foreach (string unknown in names.Where(name => CovarianceStructure.FromName(name) is null).Take(1))
            {
                result.AddError(Unknown(unknown));
            }

            return [.. names.Select(CovarianceStructure.FromName).OfType<CovarianceStructure>().Distinct()];
        },
    };

    private static string Unknown(string name) => $"{Name} takes {Names}, not {Display.Field(name)}";
}
