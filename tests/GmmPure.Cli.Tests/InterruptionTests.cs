using System.Diagnostics;

namespace GmmPure.Cli.Tests;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT", 130, "interrupted")]
    [InlineData("TERM", 143, "terminated")]
    public async Task A_signal_ends_the_fit_and_leaves_files_as_they_were(string signal, int code, string said)
    {
        using var work = new Workspace();
        work.Write("m", "before");
        await Interrupted(work, signal, code, said, "2000000000", IsUnderWay);
        Assert.Equal(["m"], work.Files);
    }

    [Fact]
    public async Task A_signal_while_files_are_written_leaves_no_part_of_them()
    {
        using var work = new Workspace();
        work.Write("m", "before");
        await Interrupted(
            work, "TERM", 143, "terminated", "100000", _ => work.Files.Any(name => name.StartsWith('.')));
        Assert.Equal(["m"], work.Files);
    }

    [Fact]
    public async Task A_signal_ends_a_verification()
    {
        using var work = new Workspace();
        string history = work.PathOf("h");
        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--tolerance", "0", "--max-iterations", "3000", "--history", history))
            .AssertCode(0);
        using var process = Gmm.Start(Gmm.NoEnvironment, "verify", history, Gmm.OldFaithful);
        await Interrupted(process, "INT", 130, "interrupted", IsUnderWay);
    }

    private static async Task Interrupted(
        Workspace work, string signal, int code, string said, string iterations, Func<Process, bool> isUnderWay)
    {
        using var process = Gmm.Start(
            Gmm.NoEnvironment,
            "fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--tolerance", "0", "--max-iterations", iterations,
            "--out", work.PathOf("m"), "--history", work.PathOf("h"));
        await Interrupted(process, signal, code, said, isUnderWay);
        Assert.Equal("before", work.Read("m"));
    }

    private static async Task Interrupted(
        Process process, string signal, int code, string said, Func<Process, bool> isUnderWay)
    {
        while (!process.HasExited && !isUnderWay(process))
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.False(process.HasExited);
        string number = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using (var kill = Process.Start("kill", [$"-{signal}", number]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        new GmmResult(process.ExitCode, output, error).Fails(code, said);
    }

    /// <summary>Whether the process has worked long enough to be in the middle of it, however slow the machine is.</summary>
    private static bool IsUnderWay(Process process) => process.TotalProcessorTime > TimeSpan.FromSeconds(1);
}
