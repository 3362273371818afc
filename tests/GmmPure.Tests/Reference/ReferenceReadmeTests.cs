using System.Diagnostics;
using System.Globalization;
using GmmPure.Reference;

namespace GmmPure.Tests;

/// <summary>What tests/reference says of itself, to people who have no .NET.</summary>
public class ReferenceReadmeTests
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public void The_program_in_the_readme_runs_and_has_the_digits_of_doubles()
    {
        Assert.SkipUnless(File.Exists(Python) && Run("-c", "import numpy").Code == 0, "There is no numpy.");
        string readme = File.ReadAllText(Path.Combine(ReferenceFolder.Path, "README.md"));
        string program = readme.Split("```python\n")[1].Split("```")[0];

        var (code, output) = Run("-c", program, ReferenceFolder.PathOf(ReferenceFilesTests.Problem("old-faithful-2-full")));

        Assert.Equal(0, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(21, lines.Length);
        Assert.All(lines, line => Assert.All(
            line.Split(' ').Skip(1).Select(digits => double.Parse(digits, CultureInfo.InvariantCulture)),
            digits => Assert.InRange(digits, 13, 16)));
    }

    /// <summary>The same bits everywhere are the same digits.</summary>
    [Fact]
    public void The_projects_readme_shows_the_table_of_digits_as_it_is()
    {
        string readme = File.ReadAllText(Path.Combine(ReferenceFolder.Path, "..", "..", "README.md"));

        string table = string.Join('\n', DigitsTable.Lines(ReferenceFolder.Read(), ReferenceFolder.ReadPeers()));

        Assert.Contains(table, readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Peers_were_measured_on_problems_that_there_are() =>
        Assert.All(ReferenceFolder.ReadPeers().AsObject(), peer => Assert.All(
            peer.Value!["digits"]!.AsObject(),
            row => Assert.Contains(ReferenceProblems.All, problem => problem.Name == row.Key)));

    private static (int Code, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Python, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
