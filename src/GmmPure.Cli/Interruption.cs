using System.Runtime.InteropServices;

namespace GmmPure.Cli;

/// <summary>
/// Ends the process at once on SIGINT or SIGTERM, but never in the middle of a guarded action, and only after what was
/// registered with the token has been done: temporary files are removed there.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration interrupt;
    private readonly PosixSignalRegistration terminate;
    private bool isOver;

    public Interruption(Action<string> say)
    {
        interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
            End(signal, ExitCode.Interrupted, () => say("interrupted")));
        terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            End(signal, ExitCode.Terminated, () => say("terminated")));
    }

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
        interrupt.Dispose();
        terminate.Dispose();
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
