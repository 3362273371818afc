namespace GmmPure.Tests;

/// <summary>The README and the page beside it cannot rot: what they show is what is compiled, run and printed.</summary>
public sealed class ReadmeTests
{
    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The page on the general scheme.</summary>
    internal const string GeneralScheme = "src/GmmPure/GeneralScheme.md";

    /// <summary>The pages, and where their samples are.</summary>
    private static Dictionary<string, string> Samples { get; } = new(StringComparer.Ordinal)
    {
        ["README.md"] = "tests/GmmPure.Tests/ReadmeSamples.cs",
        [GeneralScheme] = "tests/GmmPure.Tests/GeneralSchemeSamples.cs",
    };

    public static TheoryData<string> Pages() => [.. Samples.Keys];

    public static TheoryData<string, string> CSharpBlocks() =>
        [.. Samples.Keys.SelectMany(page => Blocks(page, "csharp").Select(block => (page, block.Code)))];

    [Theory]
    [MemberData(nameof(CSharpBlocks))]
    public void Every_sample_is_compiled_and_run(string page, string code)
    {
        string[] sample = Lines(code).Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).ToArray();
        string[] source = Lines(Read(Samples[page])).ToArray();
        Assert.NotEmpty(sample);
        Assert.True(
            Enumerable.Range(0, source.Length).Any(start => source.Skip(start).Take(sample.Length).SequenceEqual(sample, StringComparer.Ordinal)),
            $"This stands in {page}, but not in {Samples[page]}:\n{code}");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_links_of_a_page_lead_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var links = Read(page).Split("](").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)]);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{link} does not exist."));
    }

    /// <summary>The text block that follows the C# block with the given words.</summary>
    internal static string TextAfter(string words, string page = "README.md")
    {
        int sample = Read(page).IndexOf(words, StringComparison.Ordinal);
        Assert.True(sample >= 0, $"{page} has no sample with {words}.");
        return Blocks(page, "text").First(block => block.Start > sample).Code;
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<(int Start, string Code)> Blocks(string page, string language)
    {
        string text = Read(page);
        string open = $"```{language}\n";
        for (int at = text.IndexOf(open, StringComparison.Ordinal); at >= 0; at = text.IndexOf(open, at + 1, StringComparison.Ordinal))
        {
            int start = at + open.Length;
            yield return (start, text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(InOneSpacing).Where(line => line.Length > 0);

    private static string InOneSpacing(string line) =>
        string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "GmmPure.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
