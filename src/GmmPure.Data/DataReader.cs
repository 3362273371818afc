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
        return InParts<ReadData>(stream, new ReadPlan(options, columns => Chosen(choose, columns)), rows => rows.Select(all => all.ToData(options.WeightKind))).First();
    }

    /// <summary>
    /// Reads a stream to its end, some rows at a time, so that no more memory is taken than for these: but for formats that keep
    /// columns together, of which a whole group of rows is held. The sequence is lazy, and can be enumerated once.
    /// </summary>
    /// <param name="stream">The file, from its first byte; it need not be seekable, and is left open.</param>
    /// <param name="rows">How many rows a block may have.</param>
    /// <param name="options">What is known of it; nothing if it is left out. Words that are categories must be known.</param>
    /// <param name="choose">Which of the columns are what, once it is known which there are; as the options say if it is left out.</param>
    /// <returns>The rows, in blocks of one or more, the last of which may have none; or, last of all, why that can't be.</returns>
    /// <exception cref="ArgumentException">Words are to be numbered, which takes all rows; or the number of rows is not positive.</exception>
    /// <exception cref="IOException">When it is enumerated: the stream can't be read.</exception>
    public static IEnumerable<Outcome<ReadBlock, ReadFault>> ReadBlocks(
        Stream stream, int rows, ReadOptions? options = null, Func<FileColumns, RolesOutcome>? choose = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        options ??= ReadOptions.Default;
        choose ??= options.Columns.Of;
        if (options.Words is WordReading.Categories)
        {
            throw new ArgumentException("Words can be numbered only when all rows are known.", nameof(options));
        }

        return InParts(stream, new ReadPlan(options, columns => Chosen(choose, columns), rows), each => Blocks(each, rows));
    }

    private static IEnumerable<ReadBlock> Blocks(IEnumerable<RawRows> parts, int rows)
    {
        RawRows? last = null;
        var (before, total) = (0L, 0.0);
        foreach (var part in parts)
        {
            foreach (var block in part.Parts(before, rows))
            {
                total += block.Weights.Sum();
                yield return block;
            }

            (last, before) = (part, before + part.Count);
        }

        if (last?.Roles.Weights is not null)
        {
            last.CheckTotal(total);
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

    /// <summary>What is made of the rows, part by part; a fault is the last part.</summary>
    private static IEnumerable<Outcome<T, ReadFault>> InParts<T>(Stream stream, ReadPlan plan, Func<IEnumerable<RawRows>, IEnumerable<T>> make)
        where T : notnull
    {
        ReadFault? fault = null;
        using var parts = new Guarded<T>(() => make(Layer(stream, plan, MostLayers)), Pass);
        while (parts.MoveNext())
        {
            yield return parts.Current;
        }

        if (fault is not null)
        {
            yield return fault;
        }

        bool Pass(Exception error)
        {
            if (error is ChoiceException { InnerException: { } refused })
            {
                ExceptionDispatchInfo.Throw(refused);
            }

            fault = (error as ReadException)?.Fault;
            return fault is not null;
        }
    }

    private static IEnumerable<RawRows> Layer(Stream stream, ReadPlan plan, int layers)
    {
        var begun = new BegunStream(stream, Signature.Length);
        var format = Signature.Of(begun.Beginning);
        if (layers == MostLayers && format is FileFormat.Text && plan.Options.Format is { } expected and not FileFormat.Text)
        {
            throw new ReadException(new ReadFault.Damaged(expected, "it does not begin like one"));
        }

        CheckOptions(plan.Options, format);
        return format switch
        {
            FileFormat.Text => TextReading.Read(begun, plan),
            FileFormat.Npy => NpyReading.Read(begun, plan),
            FileFormat.Zip => Guarded(format, () => NpzReading.Read(Sought.Of(begun, stream), plan)),
            FileFormat.Parquet => Guarded(format, () => ParquetReading.Read(Sought.Of(begun, stream), plan)),
            FileFormat.Arrow => Guarded(format, () => ArrowReading.Read(begun, stream, plan)),
            FileFormat.Gzip when layers > 0 => Unzipped(begun, plan, layers - 1),
            _ => throw new ReadException(new ReadFault.OtherFormat(format)),
        };
    }

    /// <summary>Whatever a library throws says that the file is damaged: it may seek and allocate what the file asks for.</summary>
    private static IEnumerable<RawRows> Guarded(FileFormat format, Func<IEnumerable<RawRows>> read) =>
        Guarded(read, error => error is not (ReadException or ChoiceException), new ReadFault.Damaged(format, "it is cut short, or makes no sense"));

    private static IEnumerable<RawRows> Unzipped(Stream stream, ReadPlan plan, int layers)
    {
        using var content = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        var damaged = new ReadFault.Damaged(FileFormat.Gzip, "it is cut short, or was changed");
        foreach (var rows in Guarded(() => Layer(content, plan, layers), error => error is InvalidDataException, damaged))
        {
            yield return rows;
        }
    }

    /// <summary>Rows, or a fault instead of what a library throws.</summary>
    private static IEnumerable<RawRows> Guarded(Func<IEnumerable<RawRows>> read, Func<Exception, bool> isDamage, ReadFault damage)
    {
        using var rows = new Guarded<RawRows>(read, error => isDamage(error) ? throw new ReadException(damage) : false);
        while (rows.MoveNext())
        {
            yield return rows.Current;
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
