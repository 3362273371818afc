using System.IO.Compression;
using GmmPure.Data.Streams;

namespace GmmPure.Data.Arrays;

/// <summary>Data from one of the arrays that an .npz file holds, or what another zip archive is.</summary>
internal static class NpzReading
{
    private const string Extension = ".npy";

    /// <param name="stream">The archive; one that can't be sought in is held in memory.</param>
    /// <param name="plan">How it is to be read.</param>
    public static IEnumerable<RawRows> Read(Stream stream, ReadPlan plan)
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

        string? name = names is [var only] ? plan.Options.Array ?? only : plan.Options.Array;
        if (name is null || !names.Contains(name, StringComparer.Ordinal))
        {
            throw new ReadException(new ReadFault.NoSuchArray(plan.Options.Array, names));
        }

        using var content = entries.First(entry => entry.FullName.Equals(name + Extension, StringComparison.Ordinal)).Open();
        var begun = new BegunStream(content, NpyHeader.Magic.Length);
        if (!begun.Beginning.SequenceEqual(NpyHeader.Magic))
        {
            throw new ReadException(new ReadFault.BadArray(ArrayFault.NotOne, name));
        }

        foreach (var rows in NpyReading.Read(begun, plan))
        {
            yield return rows;
        }
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
