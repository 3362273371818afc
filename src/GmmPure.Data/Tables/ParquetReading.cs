using Parquet;
using Parquet.Schema;

namespace GmmPure.Data.Tables;

/// <summary>Data from the columns of a Parquet file.</summary>
internal static class ParquetReading
{
    /// <summary>Rows that any file may have; of more it must hold something.</summary>
    private const long FewRows = 1 << 20;

    /// <summary>How many rows a byte may stand for, compressed as well as can be.</summary>
    private const long RowsOfByte = 1 << 12;

    /// <param name="stream">The file, which can be sought in.</param>
    /// <param name="options">What is known of it.</param>
    /// <param name="choosing">Which columns are wanted.</param>
    public static ReadData Read(Stream stream, ReadOptions options, Choosing choosing) =>
        ReadAsync(stream, options, choosing).GetAwaiter().GetResult();

    private static async Task<ReadData> ReadAsync(Stream stream, ReadOptions options, Choosing choosing)
    {
        var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields();
        var groups = Enumerable.Range(0, reader.RowGroupCount).Select(reader.OpenRowGroupReader).ToArray();
        if (Array.Exists(groups, group => group.RowCount < 0))
        {
            throw Damaged();
        }

        Int128 rows = groups.Aggregate((Int128)0, (sum, group) => sum + group.RowCount);
        if (rows > FewRows + (RowsOfByte * stream.Length) || rows > Array.MaxLength)
        {
            throw Damaged();
        }

        var block = new TableBlock([.. fields.Select(Column)], options, choosing, (int)rows);
        int first = 0;
        foreach (var group in groups)
        {
            foreach (int column in block.Used)
            {
                await AddAsync(block, group, fields[column], column, first).ConfigureAwait(false);
            }

            first += (int)group.RowCount;
        }

        return block.ToData();
    }

    private static ReadException Damaged() => new(new ReadFault.Damaged(FileFormat.Parquet, "it announces rows that it cannot hold"));

    private static TableColumn Column(DataField field) => new(
        string.Join('.', field.Path.ToList()),
        field.MaxRepetitionLevel > 0 ? ColumnKind.Other
            : field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>) ? ColumnKind.Text
            : ParquetNumbers.Reads(field.ClrType) ? ColumnKind.Numbers
            : ColumnKind.Other,
        field.MaxRepetitionLevel > 0 ? "a list" : $"of type {field.ClrType.Name}");

    private static async Task AddAsync(TableBlock block, ParquetRowGroupReader group, DataField field, int column, int first)
    {
        int count = (int)group.RowCount;
        if (block.IsText(column))
        {
            string?[] texts = new string?[count];
            await group.ReadAsync(field, texts.AsMemory()!).ConfigureAwait(false);
            block.Add(column, first, texts, first + count);
        }
        else
        {
            block.Add(column, first, await ParquetNumbers.ReadAsync(group, field).ConfigureAwait(false), first + count);
        }
    }
}
