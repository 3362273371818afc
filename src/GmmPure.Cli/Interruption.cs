using System.Runtime.InteropServices;

namespace GmmPure.Cli;

/// <summary>
/// Ends the process at once on a signal that would end it anyway, but never in the middle of a guarded action, and only after
/// what was registered with the token has been done: temporary files are removed there. A signal that is ignored, as under
/// nohup, stays ignored.
/// </summary>
internal sealed class Interruption : IDisposable
{
    /// <summary>SIGXCPU by its number on Linux and macOS: .NET has no name for it.</summary>
    private const PosixSignal TimeExceeded = (PosixSignal)24;

    private static readonly ImmutableArray<(PosixSignal Signal, ExitCode Code, string Said)> Signals =
    [
        (PosixSignal.SIGINT, ExitCode.Interrupted, "interrupted"),
        (PosixSignal.SIGTERM, ExitCode.Terminated, "terminated"),
        (PosixSignal.SIGHUP, ExitCode.HungUp, "the terminal hung up"),
        (PosixSignal.SIGQUIT, ExitCode.Quit, "quit"),
        (TimeExceeded, ExitCode.TimeExceeded, "the limit of processor time is reached"),
    ];

    private readonly Lock gate = new();
    private readonly CancellationTokenSource source = new();
    private readonly ImmutableArray<PosixSignalRegistration> registrations;
    private bool isOver;

    public Interruption(Action<string> say) => registrations =
    [
        .. Signals
            .Where(each => !OperatingSystem.IsWindows() || each.Signal is not TimeExceeded)
            .Select(each => PosixSignalRegistration.Create(each.Signal, signal => End(signal, each.Code, () => say(each.Said)))),
    ];

    public CancellationToken Token => source.Token;

    /// <summary>Does something that an interruption finds either done or not begun.</summary>
    public void Guard(Action action)
    {
        lock (gate)
        {
            action();
        }
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        lock (gate)
        {
            isOver = true;
            source.Dispose();
        }
    }

    private void End(PosixSignalContext signal, ExitCode code, Action say)
    {
        signal.Cancel = true;
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            source.Cancel();
            say();
            Environment.Exit((int)code);
        }
    }
}
