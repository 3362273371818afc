using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace GmmPure.Data.Tables;

/// <summary>Columns of a Parquet file that are no text, as text.</summary>
internal static class ParquetTexts
{
    private static readonly ImmutableDictionary<Type, Func<ParquetRowGroupReader, DataField, Task<string[]>>> Readers =
        new Dictionary<Type, Func<ParquetRowGroupReader, DataField, Task<string[]>>>
        {
            [typeof(DateTime)] = (group, field) => ReadAsync<DateTime>(group, field, Text),
            [typeof(DateOnly)] = (group, field) => ReadAsync<DateOnly>(group, field, value => value.ToString("O", CultureInfo.InvariantCulture)),
            [typeof(TimeSpan)] = (group, field) => ReadAsync<TimeSpan>(group, field, value => value.ToString("c", CultureInfo.InvariantCulture)),
            [typeof(Guid)] = (group, field) => ReadAsync<Guid>(group, field, value => value.ToString()),
        }.ToImmutableDictionary();

    /// <summary>All elements of a column in a group of rows, empty where one is missing; null if they are lists or such.</summary>
    public static async Task<string[]?> ReadAsync(ParquetRowGroupReader group, DataField field) =>
        field.MaxRepetitionLevel > 0 ? null
            : ParquetNumbers.Reads(field.ClrType) ? await ParquetNumbers.ReadTextsAsync(group, field).ConfigureAwait(false)
            : Readers.TryGetValue(field.ClrType, out var read) ? await read(group, field).ConfigureAwait(false)
            : null;

    /// <summary>A day, or a day and a time, as ISO 8601 has it.</summary>
    private static string Text(DateTime value) => value.TimeOfDay == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>All elements of a column of one type, empty where one is missing.</summary>
    public static async Task<string[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct => Array.ConvertAll(
            await ParquetNumbers.ElementsAsync<T>(group, field).ConfigureAwait(false),
            value => value is { } element ? text(element) : string.Empty);
}
