using Microsoft.Win32.SafeHandles;

namespace GmmPure.Cli;

/// <summary>
/// The process's own streams; null where it was started without. The number of a stream that was closed is taken by some
/// file that the runtime opens for itself, which must be neither read nor written.
/// </summary>
internal static class StandardStreams
{
    private const int InputNumber = 0;
    private const int OutputNumber = 1;
    private const int ErrorNumber = 2;

    public static Stream? Input => Descriptor.IsInherited(InputNumber)
        ? Open(InputNumber, FileAccess.Read, Console.OpenStandardInput)
        : null;

    public static Stream? Output => Descriptor.IsInherited(OutputNumber)
        ? Open(OutputNumber, FileAccess.Write, Console.OpenStandardOutput)
        : null;

    /// <summary>Written to directly: where memory is short, the console cannot begin, and there would be no way to say so.</summary>
    public static Stream? Error => !Descriptor.IsInherited(ErrorNumber) ? null
        : OperatingSystem.IsLinux() ? new WaitingStream(new SafeFileHandle(ErrorNumber, ownsHandle: false), FileAccess.Write)
        : Console.OpenStandardError();

    /// <summary>
    /// A pipe is used directly: the console's stream would not wait for input where it is non-blocking, and would go on for ever
    /// with output after its reader has gone.
    /// </summary>
    private static Stream Open(int number, FileAccess access, Func<Stream> ofConsole)
    {
        if (!OperatingSystem.IsLinux())
        {
            return ofConsole();
        }

        var direct = Descriptor.Open(number, access);
        return direct.CanSeek ? ofConsole() : direct;
    }
}
