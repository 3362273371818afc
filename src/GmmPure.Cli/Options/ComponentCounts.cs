using System.CommandLine;

namespace GmmPure.Cli.Options;

/// <summary>Several numbers of components, as <c>1..9</c> or <c>2,4..6</c>.</summary>
/// <param name="Ranges">First and last of each range.</param>
internal sealed record ComponentCounts(ImmutableArray<(int First, int Last)> Ranges)
{
    /// <summary>The largest of them.</summary>
    public int Largest => Ranges.Max(range => range.Last);

    /// <summary>Each of them once, in order; ask for the largest first.</summary>
    public IEnumerable<int> Each => Ranges
        .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
        .Distinct()
        .Order();

    /// <summary>The option <c>-k</c> where it takes several.</summary>
    public static Option<ComponentCounts?> Option() => new("--components", "-k")
    {
        Description = "The numbers of components: 1..9, or 2,3,5, or 1..4,8.",
        HelpName = "K..K",
        Required = true,
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            var ranges = text.Split(',').Select(Range).ToArray();
            if (ranges.All(range => range is not null))
            {
                return new ComponentCounts([.. ranges.Select(range => range!.Value)]);
            }

            result.AddError($"--components takes whole numbers from 1 on, like 1..9 or 2,3,5, not {Display.Field(text)}");
            return null;
        },
    };

    private static (int First, int Last)? Range(string text)
    {
        string[] ends = text.Split("..");
        return ends.Length <= 2
            && Numbers.TryWhole(ends[0], out long first)
            && Numbers.TryWhole(ends[^1], out long last)
            && first >= 1
            && first <= last
            && last < int.MaxValue
            ? ((int)first, (int)last)
            : null;
    }
}
