using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GmmPure.Data.Arrays;

/// <summary>The header of a NumPy .npy file (format versions 1 to 3): what can be read of it here.</summary>
/// <param name="Elements">What the elements are.</param>
/// <param name="IsColumnMajor">Whether columns stand one after the other (Fortran order), rather than rows.</param>
/// <param name="RowCount">N.</param>
/// <param name="ColumnCount">D; 1 for a one-dimensional array.</param>
internal sealed partial record NpyHeader(ElementType Elements, bool IsColumnMajor, int RowCount, int ColumnCount)
{
    private const int LongestText = 1 << 20;
    private const int Entries = 3;

    /// <summary>The bytes that every .npy file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header, magic bytes included, and leaves the stream at the numbers.</summary>
    /// <param name="stream">The file, from its first byte.</param>
    public static NpyHeader Read(Stream stream)
    {
        try
        {
            return Parse(Text(stream));
        }
        catch (EndOfStreamException)
        {
            throw Fault(ArrayFault.HeaderCutShort);
        }
    }

    private static string Text(Stream stream)
    {
        byte[] start = new byte[Magic.Length + 2];
        stream.ReadExactly(start);
        int version = start[Magic.Length];
        byte[] size = new byte[version == 1 ? 2 : 4];
        if (version is < 1 or > 3)
        {
            throw Fault(ArrayFault.Version, FormattableString.Invariant($"{version}"));
        }

        stream.ReadExactly(size);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        byte[] text = new byte[length <= LongestText ? length : throw Fault(ArrayFault.Header)];
        stream.ReadExactly(text);
        return Encoding.Latin1.GetString(text);
    }

    private static NpyHeader Parse(string text)
    {
        var entries = Dictionary(text) ?? throw Fault(ArrayFault.Header);
        var sizes = Sizes(entries["shape"]);
        var elements = ElementType.Of(entries["descr"]) ?? throw Fault(ArrayFault.ElementType, entries["descr"]);
        var (rows, columns) = Shape(sizes);
        return new NpyHeader(elements, entries["fortran_order"] is "True", rows, columns);
    }

    private static string[] Sizes(string shape)
    {
        string[] sizes = [.. shape.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries)];
        sizes = sizes[^1].Length == 0 ? sizes[..^1] : sizes;
        return sizes.All(size => size.Length > 0 && size.All(char.IsAsciiDigit)) ? sizes : throw Fault(ArrayFault.Header);
    }

    private static (int Rows, int Columns) Shape(string[] sizes)
    {
        if (sizes.Length is 0 or > 2)
        {
            throw Fault(ArrayFault.Dimensions, string.Join(", ", sizes.Select(Digits)));
        }

        Int128[] counts = [.. sizes.Select(size => Int128.Parse(Digits(size), CultureInfo.InvariantCulture)), 1];
        return (counts[0] * counts[1], counts[0]) switch
        {
            var (_, rows) when rows == 0 => throw new ReadException(new ReadFault.NoRows()),
            var (elements, _) when elements == 0 => throw Fault(ArrayFault.NoColumns),
            var (elements, _) when elements > Array.MaxLength => throw Fault(
                ArrayFault.TooLarge, FormattableString.Invariant($"{counts[0]}×{counts[1]}")),
            _ => ((int)counts[0], (int)counts[1]),
        };
    }

    /// <summary>A size; of one beyond all memory as many digits as show that.</summary>
    private static string Digits(string size) => size.TrimStart('0') is { Length: > 18 } many ? many[..18] : size;

    private static ReadException Fault(ArrayFault cause, string detail = "") => new(new ReadFault.BadArray(cause, detail));

    /// <summary>The Python dictionary that a header is: three entries, in any order.</summary>
    private static Dictionary<string, string>? Dictionary(string text)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        string rest = text.TrimEnd();
        for (int entry = 0; entry < Entries; entry++)
        {
            var match = Entry().Match(rest);
            if (!match.Success || !entries.TryAdd(match.Groups["key"].Value, match.Groups["value"].Value))
            {
                return null;
            }

            rest = rest[match.Length..];
        }

        return rest is "}" or ",}" or ", }" ? entries : null;
    }

    /// <summary>An entry with the brace or comma before it.</summary>
    [GeneratedRegex(
        @"^[{,]\s*'(?<key>descr|fortran_order|shape)'\s*:\s*(?<value>'[^']*'|\[.*\]|True|False|\([0-9, ]*\))\s*",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Entry();
}
