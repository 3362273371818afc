using System.Globalization;
using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace GmmPure.Data.Tables;

/// <summary>Columns of a Parquet file as numbers.</summary>
internal static class ParquetNumbers
{
    private static readonly ImmutableDictionary<Type, Reader> Readers =
        new Dictionary<Type, Reader>
        {
            [typeof(double)] = Of<double>(),
            [typeof(float)] = Of<float>(),
            [typeof(sbyte)] = Of<sbyte>(),
            [typeof(byte)] = Of<byte>(),
            [typeof(short)] = Of<short>(),
            [typeof(ushort)] = Of<ushort>(),
            [typeof(int)] = Of<int>(),
            [typeof(uint)] = Of<uint>(),
            [typeof(long)] = Of<long>(),
            [typeof(ulong)] = Of<ulong>(),
            [typeof(decimal)] = Of<decimal>(),
            [typeof(bool)] = Of<bool>(value => value ? 1 : 0, value => value ? "true" : "false"),
        }.ToImmutableDictionary();

    /// <summary>Whether elements of a type are numbers.</summary>
    public static bool Reads(Type type) => Readers.ContainsKey(type);

    /// <summary>All numbers of a column in a group of rows, NaN where one is missing.</summary>
    public static Task<double[]> ReadAsync(ParquetRowGroupReader group, DataField field) => Readers[field.ClrType].Numbers(group, field);

    /// <summary>The same as text, empty where one is missing.</summary>
    public static Task<string[]> ReadTextsAsync(ParquetRowGroupReader group, DataField field) => Readers[field.ClrType].Texts(group, field);

    private static Reader Of<T>()
        where T : struct, INumberBase<T> => Of<T>(double.CreateTruncating, value => value.ToString(format: null, CultureInfo.InvariantCulture));

    private static Reader Of<T>(Func<T, double> number, Func<T, string> text)
        where T : struct => new((group, field) => ReadAsync(group, field, number), (group, field) => ParquetTexts.ReadAsync(group, field, text));

    private static async Task<double[]> ReadAsync<T>(ParquetRowGroupReader group, DataField field, Func<T, double> convert)
        where T : struct
    {
        if (MayLack(field))
        {
            return Array.ConvertAll(await ElementsAsync<T>(group, field).ConfigureAwait(false), value => value is { } number ? convert(number) : double.NaN);
        }

        var all = new T[(int)group.RowCount];
        await group.ReadAsync<T>(field, all.AsMemory()).ConfigureAwait(false);
        return all is double[] own ? own : Array.ConvertAll(all, value => convert(value));
    }

    /// <summary>All elements of a column in a group of rows, null where one is missing.</summary>
    public static async Task<T?[]> ElementsAsync<T>(ParquetRowGroupReader group, DataField field)
        where T : struct
    {
        var values = new T?[(int)group.RowCount];
        if (MayLack(field))
        {
            await group.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
            return values;
        }

        var all = new T[values.Length];
        await group.ReadAsync<T>(field, all.AsMemory()).ConfigureAwait(false);
        return Array.ConvertAll(all, value => (T?)value);
    }

    private static bool MayLack(DataField field) => field.IsNullable || field.MaxDefinitionLevel > 0;

    /// <summary>The ways to read a column of one type.</summary>
    private sealed record Reader(
        Func<ParquetRowGroupReader, DataField, Task<double[]>> Numbers, Func<ParquetRowGroupReader, DataField, Task<string[]>> Texts);
}
