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
    /// <param name="plan">How it is to be read.</param>
    public static IEnumerable<RawRows> Read(Stream stream, ReadPlan plan)
    {
        var reader = ParquetReader.CreateAsync(stream, leaveStreamOpen: true).GetAwaiter().GetResult();
        using var closing = new Closing(reader);
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

        var block = new TableBlock([.. fields.Select(Column)], plan, (int)rows);
        foreach (var group in groups)
        {
            int first = block.RowCount;
            foreach (int column in block.Used)
            {
                AddAsync(block, group, fields[column], column, first).GetAwaiter().GetResult();
            }

            if (block.RowCount >= plan.MostRows)
            {
                yield return block.Take(isLast: false);
            }
        }

        yield return block.Take(isLast: true);
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
            block.Keep(column, texts);
            if (block.IsRead(column))
            {
                block.Add(column, first, texts, first + count);
            }

            return;
        }

        if (block.IsRead(column))
        {
            block.Add(column, first, await ParquetNumbers.ReadAsync(group, field).ConfigureAwait(false), first + count);
        }

        if (block.IsKept(column))
        {
            block.Keep(column, await ParquetTexts.ReadAsync(group, field).ConfigureAwait(false));
        }
    }

    /// <summary>Closes what can be closed in another thread only.</summary>
    private sealed class Closing(ParquetReader reader) : IDisposable
    {
        public void Dispose() => reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
