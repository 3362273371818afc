namespace GmmPure.Cli.Writing;

/// <summary>Devices, pipes and files that a shell has opened: they can only be written to, not replaced.</summary>
internal static class Device
{
    /// <summary>Whether a path leads to one.</summary>
    public static bool Is(string path) =>
        Descriptor.Of(path) is not null
        || IsAmongDevices(Path.GetFullPath(path))
        || IsAmongDevices(RealPath.Of(path))
        || FileKind.IsSpecial(path);

    /// <summary>Refuses one that is not there.</summary>
    public static void Check(string path)
    {
        if (Descriptor.Of(path) is { } number && !Descriptor.IsInherited(number))
        {
            throw FailureException.Input($"{path}: is closed");
        }

        if (Descriptor.Of(path) is null && !File.Exists(path))
        {
            throw FailureException.Input($"{path}: there is no such device");
        }
    }

    /// <summary>Writes lines to it. A reader who has seen enough and gone is no failure.</summary>
    public static void Write(string path, IEnumerable<string> lines)
    {
        try
        {
            using var stream = Descriptor.Of(path) is { } number
                ? Descriptor.Open(number, FileAccess.Write)
                : new FileStream(path, FileMode.Open, FileAccess.Write);
            OutputFile.WriteLines(stream, lines);

            // Whoever shares an open file with us writes on after what we wrote: only to show the handle moves its position.
            _ = (stream as FileStream)?.SafeFileHandle;
        }
        catch (IOException gone) when (WriteError.HasNoReader(gone))
        {
            // What is left is for nobody.
        }
    }

    /// <summary>The places where files are devices or pipes; /dev/shm is memory that holds ordinary files.</summary>
    private static bool IsAmongDevices(string path) =>
        !OperatingSystem.IsWindows()
        && (path.StartsWith("/proc/", StringComparison.Ordinal) || path.StartsWith("/dev/", StringComparison.Ordinal))
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
