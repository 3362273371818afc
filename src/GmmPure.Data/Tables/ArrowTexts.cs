using System.Globalization;
using Apache.Arrow;

namespace GmmPure.Data.Tables;

/// <summary>Arrays of Arrow that are no text, as text.</summary>
internal static class ArrowTexts
{
    /// <summary>All elements of an array, null where one is missing; null as a whole if they are lists or such.</summary>
    public static string?[]? Of(IArrowArray array) => array switch
    {
        DoubleArray numbers => Each(numbers),
        FloatArray numbers => Each(numbers),
        HalfFloatArray numbers => Each(numbers),
        Int8Array numbers => Each(numbers),
        Int16Array numbers => Each(numbers),
        Int32Array numbers => Each(numbers),
        Int64Array numbers => Each(numbers),
        UInt8Array numbers => Each(numbers),
        UInt16Array numbers => Each(numbers),
        UInt32Array numbers => Each(numbers),
        UInt64Array numbers => Each(numbers),
        BooleanArray truths => Each(truths, i => truths.GetValue(i) is { } truth ? truth ? "true" : "false" : null),
        Decimal128Array decimals => Each(decimals, decimals.GetString),
        Date32Array days => Each(days, i => days.GetDateOnly(i)?.ToString("O", CultureInfo.InvariantCulture)),
        TimestampArray times => Each(times, i => times.GetTimestamp(i)?.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        NullArray nothing => Each(nothing, _ => null),
        _ => null,
    };

    private static string?[] Each<T>(PrimitiveArray<T> array)
        where T : struct, IEquatable<T>, IFormattable =>
        Each(array, i => array.GetValue(i)?.ToString(format: null, CultureInfo.InvariantCulture));

    private static string?[] Each(IArrowArray array, Func<int, string?> text) =>
        [.. Enumerable.Range(0, array.Length).Select(i => array.IsNull(i) ? null : text(i))];
}
