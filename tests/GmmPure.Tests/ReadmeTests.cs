namespace GmmPure.Tests;

/// <summary>The README cannot rot: what it shows is what is compiled, run and printed.</summary>
public sealed class ReadmeTests
{
    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static TheoryData<string> CSharpBlocks() => [.. Blocks("csharp").Select(block => block.Code)];

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public void Every_sample_is_compiled_and_run(string code)
    {
        string[] sample = Lines(code).Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).ToArray();
        string[] source = Lines(File.ReadAllText(Path.Combine(Root, "tests", "GmmPure.Tests", "ReadmeSamples.cs"))).ToArray();
        Assert.NotEmpty(sample);
        Assert.True(
            Enumerable.Range(0, source.Length).Any(start => source.Skip(start).Take(sample.Length).SequenceEqual(sample, StringComparer.Ordinal)),
            $"This stands in the README, but not in ReadmeSamples.cs:\n{code}");
    }

    [Fact]
    public void The_links_of_the_README_lead_somewhere()
    {
        var links = Readme.Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Root, link)), $"{link} does not exist."));
    }

    /// <summary>The text block that follows the C# block with the given words.</summary>
    internal static string TextAfter(string words)
    {
        int sample = Readme.IndexOf(words, StringComparison.Ordinal);
        Assert.True(sample >= 0, $"The README has no sample with {words}.");
        return Blocks("text").First(block => block.Start > sample).Code;
    }

    private static string Readme => File.ReadAllText(Path.Combine(Root, "README.md"));

    private static IEnumerable<(int Start, string Code)> Blocks(string language)
    {
        string open = $"```{language}\n";
        for (int at = Readme.IndexOf(open, StringComparison.Ordinal); at >= 0; at = Readme.IndexOf(open, at + 1, StringComparison.Ordinal))
        {
            int start = at + open.Length;
            yield return (start, Readme[start..Readme.IndexOf("```", start, StringComparison.Ordinal)]);
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(InOneSpacing).Where(line => line.Length > 0);

    private static string InOneSpacing(string line) =>
        string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "GmmPure.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
