using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GmmPure.Benchmarks.Peers;

/// <summary>
/// Other software at work in a process of its own, on one thread: it reads the data once and says its version, then for
/// each number of iterations that it is sent the seconds it took, and leaves where they led in a file.
/// </summary>
internal sealed class PeerProcess : IContender
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(10);
    private static readonly string[] ThreadLimits = ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"];

    private readonly Process process;
    private readonly string answer;
    private readonly Lock complaining = new();
    private readonly List<string> complaints = [];

    public PeerProcess(string name, string program, string answer, IEnumerable<string> arguments)
    {
        Name = name;
        this.answer = answer;
        process = Begin(program, arguments);
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    /// <summary>It is said once the data are read.</summary>
    public string Version => field ??= ReadLine();

    public void WaitUntilReady() => _ = Version;

    public double Run(int iterations)
    {
        WaitUntilReady();
        try
        {
            process.StandardInput.WriteLine(iterations);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            throw Failure();
        }

        return double.TryParse(ReadLine(), CultureInfo.InvariantCulture, out double seconds) ? seconds : throw Failure();
    }

    public ImmutableArray<double> Answer() => [.. MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(answer))];

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(Farewell))
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static Process Begin(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string limit in ThreadLimits)
        {
            start.Environment[limit] = "1";
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerFailureException($"{program} is not installed");
        }
    }

    /// <summary>The next line, for which it is waited with patience, and no longer.</summary>
    private string ReadLine()
    {
        using var timer = new Timer(
            _ => process.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
        return process.StandardOutput.ReadLine() ?? throw Failure();
    }

    private void Complain(string? line)
    {
        lock (complaining)
        {
            complaints.Add(line ?? string.Empty);
        }
    }

    /// <summary>What it complained of, in one line.</summary>
    private PeerFailureException Failure()
    {
        process.WaitForExit(Farewell);
        lock (complaining)
        {
            return new PeerFailureException(
                complaints.Find(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)) ?? "it ended without a word");
        }
    }
}
