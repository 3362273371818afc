namespace GmmPure.Cli.Tests;

/// <summary>The README shows what the command really prints.</summary>
public sealed class ReadmeTests
{
    private const string Prompt = "$ dotnet run -c Release --project src/GmmPure.Cli -- ";

    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        string readme = File.ReadAllText(Path.Combine(FindRoot(AppContext.BaseDirectory), "README.md"));
        foreach (string rest in readme.Split("```console\n").Skip(1).Where(rest => rest.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            string block = rest[..rest.IndexOf("```", StringComparison.Ordinal)];
            int end = block.IndexOf('\n', StringComparison.Ordinal);
            data.Add(block[Prompt.Length..end], block[(end + 1)..]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_command_of_the_README_prints_what_stands_there(string arguments, string output)
    {
        const string Shown = "tests/data/";
        string folder = Path.Combine(AppContext.BaseDirectory, "data") + "/";
        var result = await Gmm.Run([.. arguments.Split(' ').Select(word => word.Replace(Shown, folder, StringComparison.Ordinal))]);
        Assert.Equal(output, result.Output.Replace(folder, Shown, StringComparison.Ordinal));
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "GmmPure.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
