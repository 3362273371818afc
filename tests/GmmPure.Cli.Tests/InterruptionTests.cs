using System.Diagnostics;

namespace GmmPure.Cli.Tests;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_the_fit_and_leaves_files_as_they_were(string signal, int code)
    {
        using var work = new Workspace();
        work.Write("m", "before");
        await Interrupted(work, signal, code, "2000000000", () => Task.Delay(700, TestContext.Current.CancellationToken));
        Assert.Equal(["m"], work.Files);
    }

    [Fact]
    public async Task A_signal_while_files_are_written_leaves_no_part_of_them()
    {
        using var work = new Workspace();
        work.Write("m", "before");
        await Interrupted(work, "TERM", 143, "100000", async () =>
        {
            while (!work.Files.Any(name => name.StartsWith('.')))
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }
        });
        Assert.Equal(["m"], work.Files);
    }

    private static async Task Interrupted(
        Workspace work, string signal, int code, string iterations, Func<Task> until)
    {
        using var process = Gmm.Start(
            Gmm.NoEnvironment,
            "fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--tolerance", "0", "--max-iterations", iterations,
            "--out", work.PathOf("m"), "--history", work.PathOf("h"));
        await until();
        Assert.False(process.HasExited);
        string number = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using (var kill = Process.Start("kill", [$"-{signal}", number]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        new GmmResult(process.ExitCode, output, error).Fails(code);
        Assert.Equal("before", work.Read("m"));
    }
}
