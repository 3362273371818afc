using System.CommandLine;
using GmmPure.Cli.Verifying;

namespace GmmPure.Cli.Options;

/// <summary>The option <c>--as</c>: how other software deviates.</summary>
internal static class DeviationOption
{
    private const string Name = "--as";

    public static Option<ImmutableArray<string>?> Create() => new(Name)
    {
        Description = $"What the software does in its own way, separated by commas, of {string.Join(", ", Deviation.AllNames)} (see below).",
        HelpName = "NAMES",
        CustomParser = result =>
        {
            string[] names = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
            if (names.FirstOrDefault(name => !Deviation.AllNames.Contains(name, StringComparer.Ordinal)) is { } unknown)
            {
                result.AddError($"{Name} takes {string.Join(", ", Deviation.AllNames)}, not {Display.Field(unknown)}");
            }
            else if (Deviation.FromNames(names, ridge: 0) is null)
            {
                result.AddError(
                    $"{Name} takes each name once, and one of {Deviation.CountLessOneName} and {Deviation.UnbiasedName}");
            }

            return [.. names];
        },
    };
}
