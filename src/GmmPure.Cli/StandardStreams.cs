using Microsoft.Win32.SafeHandles;

namespace GmmPure.Cli;

/// <summary>
/// The process's own streams; null where it was started without. The number of a stream that was closed is taken by some
/// file that the runtime opens for itself, which must be neither read nor written.
/// </summary>
internal static class StandardStreams
{
    public static Stream? Input => IsOurs(0) ? Console.OpenStandardInput() : null;

    public static Stream? Output => IsOurs(1) ? OpenOutput() : null;

    public static Stream? Error => IsOurs(2) ? Console.OpenStandardError() : null;

    /// <summary>A pipe is written to directly: the console's stream would go on for ever after its reader has gone.</summary>
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Console.OpenStandardOutput();
        }

        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return direct.CanSeek ? Console.OpenStandardOutput() : direct;
    }

    /// <summary>What was handed over by another process cannot be marked to be closed when one is started.</summary>
    private static bool IsOurs(int descriptor)
    {
        const int CloseOnExec = 0x80000;
        if (!Directory.Exists("/proc/self/fdinfo"))
        {
            return true;
        }

        try
        {
            string flags = File.ReadLines(FormattableString.Invariant($"/proc/self/fdinfo/{descriptor}"))
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & CloseOnExec) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
