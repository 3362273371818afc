using System.Diagnostics;

namespace GmmPure.Cli.Tests;

public sealed class InterruptionTests
{
    [Theory]
    [InlineData("INT", 130, "interrupted")]
    [InlineData("TERM", 143, "terminated")]
    [InlineData("HUP", 129, "the terminal hung up")]
    [InlineData("QUIT", 131, "quit")]
    [InlineData("XCPU", 152, "the limit of processor time is reached")]
    public async Task A_signal_ends_the_fit_and_leaves_files_as_they_were(string signal, int code, string said)
    {
        using var work = new Workspace();
        work.Write("m", "before");
        await Interrupted(work, signal, code, said, "2000000000", IsUnderWay);
        Assert.Equal(["m"], work.Files);
    }

    [Theory]
    [InlineData("TERM", 143, "terminated")]
    [InlineData("HUP", 129, "the terminal hung up")]
    [InlineData("QUIT", 131, "quit")]
    [InlineData("XCPU", 152, "the limit of processor time is reached")]
    public async Task A_signal_while_files_are_written_leaves_no_part_of_them(string signal, int code, string said)
    {
        using var work = new Workspace();
        work.Write("m", "before");
        await Interrupted(
            work, signal, code, said, "100000", _ => work.Files.Any(name => name.StartsWith('.')));
        Assert.Equal(["m"], work.Files);
    }

    [Fact]
    public async Task What_is_to_live_on_when_its_terminal_hangs_up_does()
    {
        using var work = new Workspace();
        const string Fit = "fit d.csv -k 2 --restarts 1 --tolerance 0 --max-iterations 20000 --out m --history h";
        File.Copy(Gmm.OldFaithful, work.PathOf("d.csv"));
        string begun = "until ls .gmm-* > /dev/null 2>&1; do sleep 0.01; done";
        (await Gmm.RunShell(work, $"trap '' HUP; $GMM {Fit} > out 2> err & pid=$!; {begun}; kill -HUP $pid; wait $pid")).AssertCode(0);
        Assert.Equal(["d.csv", "err", "h", "m", "out"], work.Files);
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
