using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace GmmPure.Data.Tables;

/// <summary>Columns of a Parquet file as numbers.</summary>
internal static class ParquetNumbers
{
    private static readonly ImmutableDictionary<Type, Func<ParquetRowGroupReader, DataField, Task<double[]>>> Readers =
        new Dictionary<Type, Func<ParquetRowGroupReader, DataField, Task<double[]>>>
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
            [typeof(bool)] = TruthAsync,
        }.ToImmutableDictionary();

    /// <summary>Whether elements of a type are numbers.</summary>
    public static bool Reads(Type type) => Readers.ContainsKey(type);

    /// <summary>All numbers of a column in a group of rows, NaN where one is missing.</summary>
    public static Task<double[]> ReadAsync(ParquetRowGroupReader group, DataField field) => Readers[field.ClrType](group, field);

    private static Task<double[]> Numbers<T>(ParquetRowGroupReader group, DataField field)
        where T : struct, INumberBase<T> => ReadAsync<T>(group, field, double.CreateTruncating);

    private static Task<double[]> TruthAsync(ParquetRowGroupReader group, DataField field) =>
        ReadAsync<bool>(group, field, value => value ? 1 : 0);

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
}
