using System.IO.Compression;
using GmmPure.Data.Streams;

namespace GmmPure.Data.Arrays;

/// <summary>Data from one of the arrays that an .npz file holds, or what another zip archive is.</summary>
internal static class NpzReading
{
    private const string Extension = ".npy";

    /// <param name="stream">The archive; one that can't be sought in is held in memory.</param>
    /// <param name="options">What is known of it.</param>
    /// <param name="choosing">Which columns are wanted.</param>
    public static ReadData Read(Stream stream, ReadOptions options, Choosing choosing)
    {
        using var archive = Open(stream);
        var entries = archive.Entries;
        ImmutableArray<string> names =
        [
            .. entries.Where(entry => entry.FullName.EndsWith(Extension, StringComparison.Ordinal))
                .Select(entry => entry.FullName[..^Extension.Length]),
        ];
        if (names.IsEmpty)
        {
            throw new ReadException(new ReadFault.OtherFormat(FormatOf(entries)));
        }

        string? name = names is [var only] ? options.Array ?? only : options.Array;
        if (name is null || !names.Contains(name, StringComparer.Ordinal))
        {
            throw new ReadException(new ReadFault.NoSuchArray(options.Array, names));
        }

        using var content = entries.First(entry => entry.FullName.Equals(name + Extension, StringComparison.Ordinal)).Open();
        var begun = new BegunStream(content, NpyHeader.Magic.Length);
        return begun.Beginning.SequenceEqual(NpyHeader.Magic)
            ? NpyReading.Read(begun, options, choosing)
            : throw new ReadException(new ReadFault.BadArray(ArrayFault.NotOne, name));
    }

    private static ZipArchive Open(Stream stream)
    {
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            throw new ReadException(new ReadFault.Damaged(FileFormat.Zip, "it is cut short, or its directory makes no sense"));
        }
    }

    private static FileFormat FormatOf(IEnumerable<ZipArchiveEntry> entries)
    {
        var names = entries.Select(entry => entry.FullName).ToHashSet(StringComparer.Ordinal);
        return names.Contains("[Content_Types].xml") || names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal)) ? FileFormat.Workbook
            : names.Contains("mimetype") && names.Contains("content.xml") ? FileFormat.OpenDocument
            : FileFormat.Zip;
    }
}
