using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>Reading a file of data, of whatever kind.</summary>
internal static class DataFile
{
    private static readonly ImmutableDictionary<string, FileFormat> Kinds = new Dictionary<string, FileFormat>(StringComparer.OrdinalIgnoreCase)
    {
        [".npy"] = FileFormat.Npy,
        [".npz"] = FileFormat.Npz,
        [".parquet"] = FileFormat.Parquet,
        [".feather"] = FileFormat.Arrow,
        [".arrow"] = FileFormat.Arrow,
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the columns that are chosen once it is known which there are.</summary>
    public static ReadData Read(Shell shell, DataRequest request, Func<FileColumns, ColumnRoles> choose)
    {
        var (file, options) = Located(request);
        return InputFile.Read(shell, file, stream => DataReader.Read(stream, options, columns => choose(columns)))
            .Or(fault => throw ReadFaultText.Failure(fault, request));
    }

    /// <summary>Reads them in blocks of so many rows at most, as these are pulled.</summary>
    public static IEnumerable<ReadBlock> ReadBlocks(Shell shell, DataRequest request, int rows, Func<FileColumns, ColumnRoles> choose)
    {
        var (file, options) = Located(request);
        return InputFile.ReadParts(shell, file, stream => DataReader.ReadBlocks(stream, rows, options, columns => choose(columns)))
            .Select(block => block.Or(fault => throw ReadFaultText.Failure(fault, request)));
    }

    private static (string File, ReadOptions Options) Located(DataRequest request)
    {
        var (file, array) = request.Location;
        return (file, request.Options with { Array = array, Format = Kinds.TryGetValue(Path.GetExtension(file), out var kind) ? kind : null });
    }

    /// <summary>What is to be known of how the data were read, in one line; null if all was plain.</summary>
    public static string? Warning(this ReadData read, DataRequest request) => ReadNoteText.Of(read.Notes, request);
}
