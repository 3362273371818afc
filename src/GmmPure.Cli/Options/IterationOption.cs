using System.CommandLine;

namespace GmmPure.Cli.Options;

/// <summary>Several iterations, as <c>0,1,5</c>.</summary>
internal static class IterationOption
{
    /// <summary>More pictures than these would not be one any more.</summary>
    private const int Most = 12;

    public static Option<ImmutableArray<int>?> Several() => new("--iterations")
    {
        Description = $"Which iterations to draw over the data: 0,1,5; at most {Most}, the last by default.",
        HelpName = "T,T",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            var numbers = text.Split(',').Select(each => Numbers.TryWhole(each, out long number) && number is >= 0 and < int.MaxValue ? (int)number : -1).ToArray();
            if (numbers.Length > Most || numbers.Contains(-1))
            {
                result.AddError($"--iterations takes at most {Most} whole numbers from 0 on, like 0,1,5, not {Display.Field(text)}");
            }

            return [.. numbers];
        },
    };
}
