using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace GmmPure.Data.Tables;

/// <summary>Arrays of Arrow as numbers or texts.</summary>
internal static class ArrowNumbers
{
    /// <summary>What an array of a type holds.</summary>
    public static ColumnKind KindOf(IArrowType type) => type.TypeId switch
    {
        ArrowTypeId.Boolean or ArrowTypeId.Int8 or ArrowTypeId.Int16 or ArrowTypeId.Int32 or ArrowTypeId.Int64
            or ArrowTypeId.UInt8 or ArrowTypeId.UInt16 or ArrowTypeId.UInt32 or ArrowTypeId.UInt64
            or ArrowTypeId.HalfFloat or ArrowTypeId.Float or ArrowTypeId.Double or ArrowTypeId.Decimal128 => ColumnKind.Numbers,
        ArrowTypeId.String or ArrowTypeId.LargeString or ArrowTypeId.StringView => ColumnKind.Text,
        ArrowTypeId.Dictionary => KindOf(((DictionaryType)type).ValueType) is ColumnKind.Text ? ColumnKind.Text : ColumnKind.Other,
        _ => ColumnKind.Other,
    };

    /// <summary>All numbers of an array, NaN where one is missing.</summary>
    public static double[] Of(IArrowArray array) => array switch
    {
        DoubleArray numbers => Numbers(numbers),
        FloatArray numbers => Numbers(numbers),
        HalfFloatArray numbers => Numbers(numbers),
        Int8Array numbers => Numbers(numbers),
        Int16Array numbers => Numbers(numbers),
        Int32Array numbers => Numbers(numbers),
        Int64Array numbers => Numbers(numbers),
        UInt8Array numbers => Numbers(numbers),
        UInt16Array numbers => Numbers(numbers),
        UInt32Array numbers => Numbers(numbers),
        UInt64Array numbers => Numbers(numbers),
        BooleanArray truths => Each(truths, i => truths.GetValue(i) is { } truth ? truth ? 1 : 0 : null),
        Decimal128Array decimals => Each(decimals, i => Decimal(decimals, i)),
        NullArray nothing => Each(nothing, _ => null),
        _ => throw new InvalidDataException("An array is not of the type that its schema says."),
    };

    /// <summary>All texts of an array, null where one is missing.</summary>
    public static string?[] Texts(IArrowArray array) => array switch
    {
        StringArray texts => Each(texts, MemoryMarshal.Cast<byte, int>(texts.ValueOffsetsBuffer.Span), texts.ValueBuffer.Span),
        LargeStringArray texts => Each(texts, MemoryMarshal.Cast<byte, long>(texts.ValueOffsetsBuffer.Span), texts.ValueBuffer.Span),
        StringViewArray texts => [.. Enumerable.Range(0, array.Length).Select(i => texts.GetString(i))],
        DictionaryArray words => Words(Texts(words.Dictionary), Of(words.Indices)),
        _ => throw new InvalidDataException("An array is not of the type that its schema says."),
    };

    /// <summary>The texts between offsets, each within what there is.</summary>
    private static string?[] Each<T>(IArrowArray array, ReadOnlySpan<T> offsets, ReadOnlySpan<byte> texts)
        where T : struct, INumberBase<T>
    {
        string?[] each = new string?[array.Length];
        for (int i = 0; i < each.Length; i++)
        {
            var (start, end) = (offsets[array.Offset + i], offsets[array.Offset + i + 1]);
            each[i] = array.IsNull(i) ? null : Encoding.UTF8.GetString(texts[int.CreateChecked(start)..int.CreateChecked(end)]);
        }

        return each;
    }

    private static string?[] Words(string?[] dictionary, double[] indices) =>
        System.Array.ConvertAll(indices, index => double.IsNaN(index) ? null : dictionary[(int)index]);

    private static double[] Numbers<T>(PrimitiveArray<T> array)
        where T : struct, INumberBase<T>
    {
        var values = array.Values;
        double[] numbers = new double[array.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = array.IsNull(i) ? double.NaN : double.CreateTruncating(values[i]);
        }

        return numbers;
    }

    private static double[] Each(IArrowArray array, Func<int, double?> number) =>
        [.. Enumerable.Range(0, array.Length).Select(i => number(i) ?? double.NaN)];

    private static double? Decimal(Decimal128Array decimals, int i) =>
        decimals.GetString(i) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
