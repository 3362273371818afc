using System.Runtime.InteropServices;

namespace GmmPure.Cli.Writing;

/// <summary>
/// The user's limit on the size of files (<c>ulimit -f</c>): to reach it is like a full disk, and no reason to die.
/// </summary>
internal static partial class SizeLimit
{
    private const int SignalNumber = 25;
    private const nint Ignore = 1;

    /// <summary>
    /// Makes writing beyond the limit fail, rather than end the process with SIGXFSZ. A handler of .NET's would not do: it is
    /// called later, when it may be gone already.
    /// </summary>
    public static void Survive()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            _ = Signal(SignalNumber, Ignore);
        }
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
