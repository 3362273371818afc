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

    public static Stream? Input => Descriptor.IsInherited(InputNumber) ? Console.OpenStandardInput() : null;

    public static Stream? Output => Descriptor.IsInherited(OutputNumber) ? OpenOutput() : null;

    public static Stream? Error => Descriptor.IsInherited(ErrorNumber) ? Console.OpenStandardError() : null;

    /// <summary>A pipe is written to directly: the console's stream would go on for ever after its reader has gone.</summary>
    private static Stream OpenOutput()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Console.OpenStandardOutput();
        }

        var direct = Descriptor.Open(OutputNumber, FileAccess.Write);
        return direct.CanSeek ? Console.OpenStandardOutput() : direct;
    }
}
