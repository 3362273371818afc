using System.Globalization;
using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>What is wrong with an array, in words.</summary>
internal static class ArrayFaultText
{
    public static string Of(ReadFault fault, string file) => fault switch
    {
        ReadFault.NoSuchArray arrays => $"holds several arrays, {Display.Names(arrays.Names)}; choose one: {file}:{arrays.Names[0]}",
        ReadFault.ArrayLength { Found: null } => "goes on after the numbers that its header announces",
        ReadFault.ArrayLength { Found: { } found } length when found < length.Expected =>
            FormattableString.Invariant($"cut short: {found} of {length.Expected} bytes of numbers"),
        ReadFault.ArrayLength { Found: { } found } length =>
            FormattableString.Invariant($"{found - length.Expected} bytes more than its header announces"),
        ReadFault.BadArray array => Of(array),
        _ => fault.Message,
    };

    private static string Of(ReadFault.BadArray array) => array.Cause switch
    {
        ArrayFault.NotOne => $"its array {Display.Field(array.Detail)} does not begin like one",
        ArrayFault.Version => $".npy version {array.Detail} is not known here, only 1 to 3",
        ArrayFault.Header => "its .npy header makes no sense",
        ArrayFault.HeaderCutShort => "cut short within its header",
        ArrayFault.ElementType => $"holds {Kind(array.Detail)}, not real numbers; save array.astype(\"<f8\")",
        ArrayFault.Dimensions => Dimensions(array.Detail),
        ArrayFault.NoColumns => "there are no columns",
        _ => $"{array.Detail} numbers are more than fit into memory",
    };

    private static string Dimensions(string sizes)
    {
        string[] each = sizes.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        return $"has {each.Length} dimensions; 1 (one column) or 2 (rows, columns) are read"
            + (each.Length > 2 ? $"; save array.reshape(-1, {each[^1]}) for {Display.Count(int.TryParse(each[^1], CultureInfo.InvariantCulture, out int last) ? last : 0, "column")}" : string.Empty);
    }

    private static string Kind(string description) => description switch
    {
        ['\'', '<' or '>' or '=' or '|', 'c', ..] => "complex numbers",
        ['\'', ..] => $"elements of type {Display.OneLine(description)}",
        _ => "records of several fields",
    };
}
