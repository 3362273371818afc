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
            [typeof(double)] = Numbers<double>,
            [typeof(float)] = Numbers<float>,
            [typeof(sbyte)] = Numbers<sbyte>,
            [typeof(byte)] = Numbers<byte>,
            [typeof(short)] = Numbers<short>,
            [typeof(ushort)] = Numbers<ushort>,
            [typeof(int)] = Numbers<int>,
            [typeof(uint)] = Numbers<uint>,
            [typeof(long)] = Numbers<long>,
            [typeof(ulong)] = Numbers<ulong>,
            [typeof(decimal)] = Numbers<decimal>,
            [typeof(bool)] = (group, field) => ReadAsync<bool>(group, field, value => value ? "true" : "false"),
            [typeof(DateTime)] = (group, field) => ReadAsync<DateTime>(group, field, Text),
            [typeof(DateOnly)] = (group, field) => ReadAsync<DateOnly>(group, field, value => value.ToString("O", CultureInfo.InvariantCulture)),
            [typeof(TimeSpan)] = (group, field) => ReadAsync<TimeSpan>(group, field, value => value.ToString("c", CultureInfo.InvariantCulture)),
            [typeof(Guid)] = (group, field) => ReadAsync<Guid>(group, field, value => value.ToString()),
        }.ToImmutableDictionary();

    /// <summary>All elements of a column in a group of rows, empty where one is missing; null if they are lists or such.</summary>
    public static async Task<string[]?> ReadAsync(ParquetRowGroupReader group, DataField field) =>
        field.MaxRepetitionLevel == 0 && Readers.TryGetValue(field.ClrType, out var read)
            ? await read(group, field).ConfigureAwait(false)
            : null;

    private static Task<string[]> Numbers<T>(ParquetRowGroupReader group, DataField field)
        where T : struct, IFormattable => ReadAsync<T>(group, field, value => value.ToString(format: null, CultureInfo.InvariantCulture));

    /// <summary>A day, or a day and a time, as ISO 8601 has it.</summary>
    private static string Text(DateTime value) => value.TimeOfDay == TimeSpan.Zero
        ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static async Task<string[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, string> text)
        where T : struct => Array.ConvertAll(
            await ParquetNumbers.ElementsAsync<T>(group, field).ConfigureAwait(false),
            value => value is { } element ? text(element) : string.Empty);
}
