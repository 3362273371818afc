using System.Diagnostics;
using System.Text.Json;

namespace GmmPure.Cli.Tests;

/// <summary>A process that is killed leaves the old file or the complete new one, never less.</summary>
public sealed class KillTests
{
    private const int Times = 24;
    private const int Iterations = 3000;

    [Fact]
    public async Task Killed_while_saving_it_leaves_the_old_file_or_the_whole_new_one()
    {
        using var work = new Workspace();
        var random = new Random(1);
        var ends = new List<bool>();
        for (int time = 0; time < Times; time++)
        {
            work.Write("m", "old");
            work.Write("h", "old");
            using var process = Gmm.Start(
                Gmm.NoEnvironment,
                "fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--tolerance", "0",
                "--max-iterations", $"{Iterations}", "--out", work.PathOf("m"), "--history", work.PathOf("h"));
            await Staging(work, process);
            await Task.Delay(random.Next(60), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            AssertWhole(work.Read("h"), history => history.TrimEnd().Split('\n').Length == Iterations + 1);
            AssertWhole(work.Read("m"), model => GaussianMixture.Parse(model).ComponentCount == 2);
            ends.Add(work.Read("m") is not "old");
            RemoveTemporaryFiles(work);
        }

        // Some were killed in the middle, or this would have shown nothing.
        Assert.Contains(false, ends);
    }

    /// <summary>Until the process begins to write, or has ended.</summary>
    private static async Task Staging(Workspace work, Process process)
    {
        while (!process.HasExited && !work.Files.Any(name => name.StartsWith(".gmm-", StringComparison.Ordinal)))
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private static void AssertWhole(string text, Func<string, bool> isComplete)
    {
        if (text is "old")
        {
            return;
        }

        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(text.TrimEnd().Split('\n'), line => JsonDocument.Parse(line).Dispose());
        Assert.True(isComplete(text));
    }

    private static void RemoveTemporaryFiles(Workspace work)
    {
        foreach (string name in work.Files.Where(name => name.StartsWith('.')).ToArray())
        {
            File.Delete(work.PathOf(name));
        }
    }
}
