using GmmPure.Data.Arrays;

namespace GmmPure.Data.Formats;

/// <summary>Tells the kind of a file by its first bytes.</summary>
internal static class Signature
{
    /// <summary>How many bytes tell.</summary>
    public const int Length = 512;

    /// <summary>The kind; text if nothing says otherwise.</summary>
    public static FileFormat Of(ReadOnlySpan<byte> start) =>
        start.StartsWith(NpyHeader.Magic) ? FileFormat.Npy
        : start.StartsWith("PAR1"u8) ? FileFormat.Parquet
        : start.StartsWith("ARROW1"u8) || IsArrowStream(start) ? FileFormat.Arrow
        : start.StartsWith("PK\x3\x4"u8) || start.StartsWith("PK\x5\x6"u8) ? FileFormat.Zip
        : start is [0x1F, 0x8B, 8, ..] ? FileFormat.Gzip
        : OfOthers(start);

    private static FileFormat OfOthers(ReadOnlySpan<byte> start) =>
        start is [0xD0, 0xCF, 0x11, 0xE0, ..] ? FileFormat.OldWorkbook
        : start.StartsWith("FEA1"u8) ? FileFormat.OldFeather
        : start.StartsWith("BZh"u8) && start.Length > 9 && start[4..].StartsWith("1AY&SY"u8) ? FileFormat.OtherCompression
        : start is [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] or [0x28, 0xB5, 0x2F, 0xFD, ..]
            or [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] ? FileFormat.OtherCompression
        : start.StartsWith("RDX"u8) || start.StartsWith("RDA"u8) || start is [(byte)'X' or (byte)'A' or (byte)'B', (byte)'\n', 0, 0, 0, ..] ? FileFormat.RData
        : start is [0x80, >= 2 and <= 5, ..] ? FileFormat.Pickle
        : start is [0x89, (byte)'H', (byte)'D', (byte)'F', ..] ? FileFormat.Hdf5
        : start.StartsWith("MATLAB 5.0 MAT-file"u8) ? FileFormat.Matlab
        : start.StartsWith("SQLite format 3\0"u8) ? FileFormat.Sqlite
        : start is [(byte)'O', (byte)'R', (byte)'C', < 0x20 or > 0x7E, ..] ? FileFormat.Orc
        : start.StartsWith("%PDF-"u8) ? FileFormat.Pdf
        : start is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] ? FileFormat.Picture
        : IsUtf16(start) ? FileFormat.Utf16
        : FileFormat.Text;

    /// <summary>A stream begins with a mark, and the length of a schema that is not large.</summary>
    private static bool IsArrowStream(ReadOnlySpan<byte> start) => start is [0xFF, 0xFF, 0xFF, 0xFF, _, _, _, 0, ..];

    /// <summary>Whether every other byte of a text is 0, where no byte order mark says so.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> start)
    {
        const int Least = 8;
        if (start.Length < Least || start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, ..])
        {
            return false;
        }

        int even = 0;
        int odd = 0;
        for (int i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        int half = start.Length / 2;
        return (even == 0 && odd > half - (half / 8) - 1) || (odd == 0 && even > half - (half / 8) - 1);
    }
}
