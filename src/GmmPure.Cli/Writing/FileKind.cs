using System.Runtime.InteropServices;

namespace GmmPure.Cli.Writing;

/// <summary>
/// What kind of file a path leads to, asked of Linux: .NET does not tell, and to open a pipe would already disturb it.
/// </summary>
internal static partial class FileKind
{
    private const int CurrentDirectory = -100;
    private const uint AskForType = 1;
    private const int Size = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int Directory = 0x4000;
    private const int RegularFile = 0x8000;

    /// <summary>Whether it is there, and is a pipe, a socket or a device.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        byte[] status = new byte[Size];
        return Statx(CurrentDirectory, path, 0, AskForType, status) == 0
            && (MemoryMarshal.Read<ushort>(status.AsSpan(ModeOffset)) & TypeMask) is not (Directory or RegularFile);
    }

    /// <summary>statx(2), whose buffer is laid out alike on every architecture.</summary>
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, [Out] byte[] status);
}
