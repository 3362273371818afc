using Apache.Arrow;
using Apache.Arrow.Compression;
using Apache.Arrow.Ipc;
using GmmPure.Data.Streams;

namespace GmmPure.Data.Tables;

/// <summary>Data from the columns of an Arrow file or stream, as Feather is one.</summary>
internal static class ArrowReading
{
    /// <param name="begun">The file, of which the beginning was looked at.</param>
    /// <param name="stream">The same file.</param>
    /// <param name="options">What is known of it.</param>
    /// <param name="choosing">Which columns are wanted.</param>
    public static ReadData Read(BegunStream begun, Stream stream, ReadOptions options, Choosing choosing)
    {
        bool isFile = begun.Beginning.StartsWith("ARROW1"u8);
        using var reader = isFile
            ? new ArrowFileReader(Sought.Of(begun, stream), new ManagedAllocator(), new CompressionCodecFactory(), leaveOpen: true)
            : new ArrowStreamReader(begun, new ManagedAllocator(), new CompressionCodecFactory(), leaveOpen: true);
        TableBlock? block = null;
        while (reader.ReadNextRecordBatch() is { } batch)
        {
            using (batch)
            {
                block ??= new TableBlock(Columns(batch.Schema), options, choosing, rows: 0);
                Add(block, batch);
            }
        }

        return (block ?? new TableBlock(Columns(reader.Schema), options, choosing, rows: 0)).ToData();
    }

    private static ImmutableArray<TableColumn> Columns(Schema schema) =>
    [
        .. schema.FieldsList.Select(field => new TableColumn(field.Name, ArrowNumbers.KindOf(field.DataType), $"of type {field.DataType.Name}")),
    ];

    private static void Add(TableBlock block, RecordBatch batch)
    {
        int first = block.RowCount;
        int count = checked(first + batch.Length);
        foreach (int column in block.Used)
        {
            var array = batch.Column(column);
            if (array.Length != batch.Length)
            {
                throw new ReadException(new ReadFault.Damaged(FileFormat.Arrow, "its columns differ in length"));
            }

            if (block.IsText(column))
            {
                block.Add(column, first, ArrowNumbers.Texts(array), count);
            }
            else
            {
                block.Add(column, first, ArrowNumbers.Of(array), count);
            }
        }
    }
}
