using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace GmmPure.Cli;

/// <summary>
/// Files that the process was started with, by their numbers. To open one again by its path would begin at its start, over
/// what is there, and a number that was not handed over is soon taken by some file of the runtime's own.
/// </summary>
internal static class Descriptor
{
    private const int MostLinks = 40;

    /// <summary>The number that a path names, as /dev/stdout and /dev/fd/3 do; null if it names something else.</summary>
    public static int? Of(string path)
    {
        string? name = Path.GetFullPath(path);
        for (int links = 0; name is not null && links < MostLinks; links++)
        {
            if (Number(name) is { } number)
            {
                return number;
            }

            string folder = Path.GetDirectoryName(name) ?? name;
            name = new FileInfo(name).LinkTarget is { } target ? Path.GetFullPath(target, folder) : null;
        }

        return null;
    }

    /// <summary>Whether it was handed over: then it cannot be marked to be closed when a process is started.</summary>
    public static bool IsInherited(int number)
    {
        const int CloseOnExec = 0x80000;
        if (!Directory.Exists("/proc/self/fdinfo"))
        {
            return true;
        }

        try
        {
            string flags = File.ReadLines(FormattableString.Invariant($"/proc/self/fdinfo/{number}"))
                .First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & CloseOnExec) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Reads or writes on, from where it stands; it stays open.</summary>
    public static Stream Open(int number, FileAccess access)
    {
        var handle = new SafeFileHandle(number, ownsHandle: false);
        var file = new FileStream(handle, access, bufferSize: 0);
        return file.CanSeek || OperatingSystem.IsWindows() ? file : new WaitingStream(handle, access);
    }

    private static int? Number(string path) =>
        IsFolder(Path.GetDirectoryName(path))
        && int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : path switch
            {
                "/dev/stdin" => 0,
                "/dev/stdout" => 1,
                "/dev/stderr" => 2,
                _ => null,
            };

    private static bool IsFolder(string? folder) =>
        folder is "/dev/fd" or "/proc/self/fd" or "/proc/thread-self/fd"
        || string.Equals(folder, FormattableString.Invariant($"/proc/{Environment.ProcessId}/fd"), StringComparison.Ordinal);
}
