using System.IO.Compression;
using System.Runtime.ExceptionServices;
using GmmPure.Data.Arrays;
using GmmPure.Data.Formats;
using GmmPure.Data.Streams;
using GmmPure.Data.Tables;
using GmmPure.Data.Text;
using ReadOutcome = GmmPure.Outcome<GmmPure.Data.ReadData, GmmPure.Data.ReadFault>;
using RolesOutcome = GmmPure.Outcome<GmmPure.Data.ColumnRoles, GmmPure.Data.ReadFault>;

namespace GmmPure.Data;

/// <summary>Reads files of data, of whatever kind their content says they are.</summary>
public static class DataReader
{
    /// <summary>Something compressed may be compressed once more, by accident; not for ever.</summary>
    private const int MostLayers = 3;

    /// <summary>Reads a stream to its end, or says why that can't be.</summary>
    /// <param name="stream">The file, from its first byte; it need not be seekable, and is left open.</param>
    /// <param name="options">What is known of it; nothing if it is left out.</param>
    /// <param name="choose">Which of the columns are what, once it is known which there are; as the options say if it is left out.</param>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static ReadOutcome Read(Stream stream, ReadOptions? options = null, Func<FileColumns, RolesOutcome>? choose = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= ReadOptions.Default;
        choose ??= options.Columns.Of;
        try
        {
            return Layer(stream, options, columns => Chosen(choose, columns), MostLayers);
        }
        catch (ChoiceException refused)
        {
            ExceptionDispatchInfo.Throw(refused.InnerException!);
            throw;
        }
        catch (ReadException fault)
        {
            return fault.Fault;
        }
    }

    /// <summary>Reads a file to its end, or says why that can't be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is known of it; nothing if it is left out.</param>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static ReadOutcome ReadFile(string path, ReadOptions? options = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, options);
    }

    /// <summary>What is chosen; whatever a caller's function throws is no fault of the file's.</summary>
    private static ColumnRoles Chosen(Func<FileColumns, RolesOutcome> choose, FileColumns columns)
    {
        try
        {
            return choose(columns).Or(fault => throw new ReadException(fault));
        }
        catch (Exception error) when (error is not ReadException)
        {
            throw new ChoiceException(error);
        }
    }

    private static ReadData Layer(Stream stream, ReadOptions options, Choosing choosing, int layers)
    {
        var begun = new BegunStream(stream, Signature.Length);
        var format = Signature.Of(begun.Beginning);
        if (layers == MostLayers && format is FileFormat.Text && options.Format is { } expected and not FileFormat.Text)
        {
            throw new ReadException(new ReadFault.Damaged(expected, "it does not begin like one"));
        }

        CheckOptions(options, format);
        return format switch
        {
            FileFormat.Text => TextReading.Read(begun, options, choosing),
            FileFormat.Npy => NpyReading.Read(begun, options, choosing),
            FileFormat.Zip => Guarded(format, () => NpzReading.Read(Sought.Of(begun, stream), options, choosing)),
            FileFormat.Parquet => Guarded(format, () => ParquetReading.Read(Sought.Of(begun, stream), options, choosing)),
            FileFormat.Arrow => Guarded(format, () => ArrowReading.Read(begun, stream, options, choosing)),
            FileFormat.Gzip when layers > 0 => Unzipped(begun, options, choosing, layers - 1),
            _ => throw new ReadException(new ReadFault.OtherFormat(format)),
        };
    }

    /// <summary>Whatever a library throws says that the file is damaged: it may seek and allocate what the file asks for.</summary>
    private static ReadData Guarded(FileFormat format, Func<ReadData> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is not (ReadException or ChoiceException))
        {
            throw new ReadException(new ReadFault.Damaged(format, "it is cut short, or makes no sense"));
        }
    }

    private static ReadData Unzipped(Stream stream, ReadOptions options, Choosing choosing, int layers)
    {
        using var content = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return Layer(content, options, choosing, layers);
        }
        catch (InvalidDataException)
        {
            throw new ReadException(new ReadFault.Damaged(FileFormat.Gzip, "it is cut short, or was changed"));
        }
    }

    /// <summary>What is said of text is wrong of anything else; that it has no header is right of any array.</summary>
    private static void CheckOptions(ReadOptions options, FileFormat format)
    {
        string? about = options.Separator is not null ? nameof(options.Separator)
            : options.Mark is not null ? nameof(options.Mark)
            : options.Comment is not null ? nameof(options.Comment)
            : options.HasHeader == true ? nameof(options.HasHeader)
            : null;
        if (about is not null && format is (FileFormat.Npy or FileFormat.Zip or FileFormat.Parquet or FileFormat.Arrow))
        {
            throw new ReadException(new ReadFault.OptionIsAboutOther(about, format));
        }
    }
}
