using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GmmPure.Cli.Tests;

/// <summary>Files as NumPy writes them, and as it never would.</summary>
internal static class Npy
{
    /// <summary>The rows as float64.</summary>
    public static byte[] Of(params double[][] rows) =>
        Of(Header("<f8", FormattableString.Invariant($"({rows.Length}, {rows[0].Length})")), Doubles(rows.SelectMany(row => row)));

    /// <summary>A header of this text and what follows it.</summary>
    public static byte[] Of(string header, byte[] rest, int version = 1)
    {
        byte[] text = Encoding.Latin1.GetBytes(header);
        byte[] length = new byte[version == 1 ? sizeof(ushort) : sizeof(uint)];
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)text.Length);
        }

        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. text, .. rest];
    }

    /// <summary>The dictionary that NumPy writes, filled up with blanks to a multiple of 64 bytes.</summary>
    public static string Header(string type, string shape, string fortran = "False")
    {
        const int Before = 10;
        const int Alignment = 64;
        string dictionary = string.Create(
            CultureInfo.InvariantCulture, $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}");
        int length = (Before + dictionary.Length + Alignment) / Alignment * Alignment;
        return dictionary.PadRight(length - Before - 1) + "\n";
    }

    public static byte[] Doubles(params IEnumerable<double> numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];

    public static byte[] Singles(params IEnumerable<double> numbers) =>
        [.. numbers.SelectMany(number => BitConverter.GetBytes((float)number))];

    /// <summary>The elements with their bytes in the other order.</summary>
    public static byte[] Reversed(byte[] bytes, int size) => [.. bytes.Chunk(size).SelectMany(element => element.Reverse())];

    public static byte[] Zipped(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return zipped.ToArray();
    }

    /// <summary>An archive of arrays, as numpy.savez writes it.</summary>
    public static byte[] Archive(params (string Name, byte[] Bytes)[] arrays)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in arrays)
            {
                using var entry = archive.CreateEntry($"{name}.npy").Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
