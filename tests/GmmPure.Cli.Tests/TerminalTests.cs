using System.Diagnostics;

namespace GmmPure.Cli.Tests;

/// <summary>What is seen on a terminal: a line of progress after a second, and nothing of it left.</summary>
public sealed class TerminalTests
{
    private const string Endless =
        "timeout --foreground --preserve-status -s INT 6 $GMM fit $DATA -k 3 --tolerance 0 --max-iterations 2000000000";

    private const string ShowCursor = "\u001b[?25h";
    private const string HideCursor = "\u001b[?25l";

    [Fact]
    public async Task A_long_fit_shows_how_far_it_is_and_an_interruption_leaves_the_terminal_as_it_was()
    {
        string output = await OnTerminal($"{Endless}; echo code $?");
        Assert.Matches(@"\d+ runs?, \d+ iterations, best log-likelihood -11\d\d\.\d{3}", output);
        Assert.Contains($"{ShowCursor}gmm: interrupted\r\ncode 130", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fit_that_takes_its_time_leaves_the_result_alone()
    {
        // As many iterations as it takes to be seen, whatever the machine.
        for (int iterations = 20_000; ; iterations *= 4)
        {
            string output = await OnTerminal($"$GMM fit $DATA -k 3 --tolerance 0 --max-iterations {iterations}");
            Assert.Equal(output.Split(HideCursor).Length, output.Split(ShowCursor).Length);
            Assert.Contains("  log-likelihood   -1114.440", output, StringComparison.Ordinal);
            if (output.Contains(" iterations, best log-likelihood", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    [Fact]
    public async Task A_short_fit_shows_the_result_alone()
    {
        string output = await OnTerminal("$GMM fit $DATA -k 2 --restarts 1");
        var piped = await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1");
        Assert.EndsWith(piped.Succeeds().ReplaceLineEndings("\r\n"), output, StringComparison.Ordinal);
        Assert.DoesNotContain("ended", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dumb_terminal_sees_no_progress()
    {
        string output = await OnTerminal($"TERM=dumb {Endless}");
        Assert.Equal("gmm: interrupted\r\n", output[output.IndexOf("gmm", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("ended", output, StringComparison.Ordinal);
    }

    /// <summary>Runs a shell command on a terminal of its own, and gives what appears there.</summary>
    private static async Task<string> OnTerminal(string command)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no script(1) to make a terminal with.");
        var start = new ProcessStartInfo("/usr/bin/script")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        start.ArgumentList.Add("-qec");
        start.ArgumentList.Add(command);
        start.ArgumentList.Add("/dev/null");
        start.Environment["SHELL"] = "/bin/sh";
        start.Environment["TERM"] = "xterm";
        start.Environment["GMM"] = $"dotnet {Path.Combine(AppContext.BaseDirectory, "gmm.dll")}";
        start.Environment["DATA"] = Gmm.OldFaithful;
        using var process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
