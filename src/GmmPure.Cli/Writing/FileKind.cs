using System.Globalization;
using System.Runtime.InteropServices;

namespace GmmPure.Cli.Writing;

/// <summary>
/// What kind of file a path leads to, asked of Linux: .NET does not tell, and to open a pipe would already disturb it.
/// </summary>
internal static partial class FileKind
{
    private const int CurrentDirectory = -100;
    private const uint AskForTypeModeAndOwner = 0b1011;
    private const int Size = 256;
    private const int AttributesOffset = 8;
    private const int OwnerOffset = 20;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int Directory = 0x4000;
    private const int RegularFile = 0x8000;
    private const int Sticky = 0x200;
    private const int MountRoot = 0x2000;
    private const ulong MayActAsAnyOwner = 1 << 3;

    /// <summary>Whether it is there, and is a pipe, a socket or a device.</summary>
    public static bool IsSpecial(string path) =>
        StatusOf(path) is { } status && (ModeOf(status) & TypeMask) is not (Directory or RegularFile);

    /// <summary>
    /// Why a file that is there may be written but cannot be replaced; null if it can be, as far as is known beforehand.
    /// </summary>
    /// <param name="path">Its real path.</param>
    public static string? WhyIrreplaceable(string path)
    {
        if (StatusOf(path) is not { } status)
        {
            return null;
        }

        return (MemoryMarshal.Read<ulong>(status.AsSpan(AttributesOffset)) & MountRoot) != 0 ? "it is mounted on its own"
            : StatusOf(Path.GetDirectoryName(path)!) is { } folder && IsKept(status, folder) ? "it is another user's, in a sticky directory"
            : null;
    }

    /// <summary>In a sticky directory only a file's owner, and the directory's, can replace it.</summary>
    private static bool IsKept(byte[] file, byte[] folder)
    {
        if ((ModeOf(folder) & Sticky) == 0)
        {
            return false;
        }

        string[] self = File.ReadAllLines("/proc/self/status");
        string[] ValuesOf(string name) => self.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim().Split('\t');
        uint user = uint.Parse(ValuesOf("Uid:")[^1], CultureInfo.InvariantCulture);
        ulong rights = ulong.Parse(ValuesOf("CapEff:")[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return OwnerOf(file) != user && OwnerOf(folder) != user && (rights & MayActAsAnyOwner) == 0;
    }

    private static int ModeOf(byte[] status) => MemoryMarshal.Read<ushort>(status.AsSpan(ModeOffset));

    private static uint OwnerOf(byte[] status) => MemoryMarshal.Read<uint>(status.AsSpan(OwnerOffset));

    private static byte[]? StatusOf(string path)
    {
        byte[] status = new byte[Size];
        return OperatingSystem.IsLinux() && Statx(CurrentDirectory, path, 0, AskForTypeModeAndOwner, status) == 0 ? status : null;
    }

    /// <summary>statx(2), whose buffer is laid out alike on every architecture.</summary>
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, [Out] byte[] status);
}
