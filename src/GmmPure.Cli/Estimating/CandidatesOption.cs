using System.CommandLine;
using GmmPure.Cli.Options;

namespace GmmPure.Cli.Estimating;

/// <summary>The option <c>--candidates</c>: numbers or fractions, separated by commas.</summary>
internal static class CandidatesOption
{
    private const string Name = "--candidates";

    public static Option<ImmutableArray<double>?> Create() => new(Name)
    {
        Description = "The only values that the parameter may have: 0.25,0.5 or 1/3,1/2,2/3.",
        HelpName = "P,P,…",
        CustomParser = result =>
        {
            string[] words = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
            double?[] numbers = [.. words.Select(Number)];
            int wrong = Array.IndexOf(numbers, null);
            if (wrong >= 0)
            {
                result.AddError($"{Name} takes numbers or fractions, separated by commas, not {Display.Field(words[wrong])}");
            }

            return [.. numbers.OfType<double>()];
        },
    };

    private static double? Number(string word) => word.Split('/') switch
    {
        [var whole] when Numbers.TryReal(whole, out double number) && double.IsFinite(number) => number,
        [var above, var below] when Numbers.TryReal(above, out double numerator)
            && Numbers.TryReal(below, out double denominator)
            && double.IsFinite(numerator / denominator) => numerator / denominator,
        _ => null,
    };
}
