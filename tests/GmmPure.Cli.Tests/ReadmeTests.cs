using System.Diagnostics;

namespace GmmPure.Cli.Tests;

/// <summary>The README shows what the command really prints: its examples are run one after the other, in one folder.</summary>
public sealed class ReadmeTests
{
    private const string Prompt = "$ ";

    /// <summary>How a line of an example may begin, to be an example of the command.</summary>
    private static readonly string[] Commands = ["gmm ", "dotnet run -c Release --project src/GmmPure.Cli -- "];

    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    [Fact]
    public async Task Every_example_prints_what_stands_there()
    {
        using var work = new Workspace();
        Directory.CreateDirectory(work.PathOf("tests"));
        Directory.CreateSymbolicLink(work.PathOf("tests/data"), Path.Combine(AppContext.BaseDirectory, "data"));
        var examples = Examples().ToArray();
        Assert.True(examples.Length > 4);
        foreach (var (command, output) in examples)
        {
            Assert.Equal($"{Prompt}{command}\n{output}", $"{Prompt}{command}\n{await Run(work, command)}");
        }

        Assert.All(Pictures, picture => Assert.True(
            File.ReadAllText(picture) == work.Read(Path.GetFileName(picture)),
            $"{Path.GetFileName(picture)} is not what the README's command draws."));
    }

    [Fact]
    public void The_README_shows_the_pictures_that_its_commands_draw()
    {
        string readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        Assert.Equal(3, Pictures.Length);
        Assert.All(Pictures, picture => Assert.Contains(
            $"](src/GmmPure.Pictures/examples/{Path.GetFileName(picture)})", readme, StringComparison.Ordinal));
    }

    private static string[] Pictures => Directory.GetFiles(Path.Combine(Root, "src", "GmmPure.Pictures", "examples"));

    /// <summary>The commands of the README's console blocks, each with the lines that follow it.</summary>
    private static IEnumerable<(string Command, string Output)> Examples()
    {
        string readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        return readme.Split("```console\n").Skip(1)
            .Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])
            .SelectMany(block => $"\n{block}".Split($"\n{Prompt}").Skip(1))
            .Select(example => (example.Split('\n', 2)[0], example.Split('\n', 2)[1]))
            .Where(example => Commands.Any(start => example.Item1.StartsWith(start, StringComparison.Ordinal)));
    }

    /// <summary>What a shell prints, where gmm is the built command.</summary>
    private static async Task<string> Run(Workspace work, string command)
    {
        string arguments = Commands.Aggregate(command, (rest, start) =>
            rest.StartsWith(start, StringComparison.Ordinal) ? rest[start.Length..] : rest);
        var start = new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = work.PathOf("."),
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"gmm() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "gmm.dll")}' \"$@\"; }}; gmm {arguments}");
        using var process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "GmmPure.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
