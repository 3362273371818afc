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
    /// <param name="plan">How it is to be read.</param>
    public static IEnumerable<RawRows> Read(BegunStream begun, Stream stream, ReadPlan plan)
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
                block ??= new TableBlock(Columns(batch.Schema), plan, rows: 0);
                Add(block, batch);
            }

            if (block.RowCount >= plan.MostRows)
            {
                yield return block.Take(isLast: false);
            }
        }

        yield return (block ?? new TableBlock(Columns(reader.Schema), plan, rows: 0)).Take(isLast: true);
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

            if (block.IsKept(column))
            {
                block.Keep(column, block.IsText(column) ? ArrowNumbers.Texts(array) : ArrowTexts.Of(array));
            }

            if (block.IsRead(column) && block.IsText(column))
            {
                block.Add(column, first, ArrowNumbers.Texts(array), count);
            }
            else if (block.IsRead(column))
            {
                block.Add(column, first, ArrowNumbers.Of(array), count);
            }
        }
    }
}
