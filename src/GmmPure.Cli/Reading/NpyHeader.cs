using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GmmPure.Cli.Reading;

/// <summary>The header of a NumPy .npy file (format versions 1 to 3): what can be read of it here.</summary>
/// <param name="IsSingle">Whether the numbers are float32 rather than float64.</param>
/// <param name="RowCount">N.</param>
/// <param name="ColumnCount">D; 1 for a one-dimensional array.</param>
internal sealed partial record NpyHeader(bool IsSingle, int RowCount, int ColumnCount)
{
    private const int LongestText = 1 << 20;
    private const int Entries = 3;

    /// <summary>The bytes that every .npy file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header, magic bytes included, and leaves the stream at the numbers.</summary>
    /// <param name="stream">The file, from its first byte.</param>
    /// <param name="file">What messages call it.</param>
    public static NpyHeader Read(Stream stream, string file)
    {
        try
        {
            return Parse(Text(stream, file), file);
        }
        catch (EndOfStreamException)
        {
            throw FailureException.Input($"{file}: cut short within its header");
        }
    }

    private static string Text(Stream stream, string file)
    {
        byte[] start = new byte[Magic.Length + 2];
        stream.ReadExactly(start);
        int version = start[Magic.Length];
        byte[] size = new byte[version == 1 ? 2 : 4];
        if (version is < 1 or > 3)
        {
            throw FailureException.Input($"{file}: .npy version {version} is not known here, only 1 to 3");
        }

        stream.ReadExactly(size);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        byte[] text = new byte[length <= LongestText ? length : throw Garbage(file)];
        stream.ReadExactly(text);
        return Encoding.Latin1.GetString(text);
    }

    private static NpyHeader Parse(string text, string file)
    {
        var entries = Dictionary(text) ?? throw Garbage(file);
        bool isSingle = entries["descr"] switch
        {
            "'<f8'" or "'=f8'" => false,
            "'<f4'" or "'=f4'" => true,
            var other => throw FailureException.Input(
                $"{file}: holds {Kind(other)}, not little-endian float64 or float32; save array.astype(\"<f8\")"),
        };
        if (entries["fortran_order"] is "True")
        {
            throw FailureException.Input($"{file}: is in Fortran order; save numpy.ascontiguousarray(array)");
        }

        var (rows, columns) = Shape(entries["shape"], file);
        return new NpyHeader(isSingle, rows, columns);
    }

    private static (int Rows, int Columns) Shape(string shape, string file)
    {
        string[] sizes = [.. shape.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries)];
        sizes = sizes[^1].Length == 0 ? sizes[..^1] : sizes;
        if (!sizes.All(size => size.Length > 0 && size.All(char.IsAsciiDigit)))
        {
            throw Garbage(file);
        }

        if (sizes.Length is 0 or > 2)
        {
            throw FailureException.Input($"{file}: has {sizes.Length} dimensions; 1 (one column) or 2 (rows, columns) are read");
        }

        Int128[] counts = [.. sizes.Select(size => Int128.Parse(Digits(size), CultureInfo.InvariantCulture)), 1];
        return (counts[0] * counts[1], counts[0]) switch
        {
            var (_, rows) when rows == 0 => throw FailureException.Input($"{file}: there are no rows"),
            var (elements, _) when elements == 0 => throw FailureException.Input($"{file}: there are no columns"),
            var (elements, _) when elements > Array.MaxLength => throw FailureException.Input(
                FormattableString.Invariant($"{file}: {counts[0]}×{counts[1]} numbers are more than fit into memory")),
            _ => ((int)counts[0], (int)counts[1]),
        };
    }

    /// <summary>A size; of one beyond all memory as many digits as show that.</summary>
    private static string Digits(string size) => size.TrimStart('0') is { Length: > 18 } many ? many[..18] : size;

    private static string Kind(string description) => description switch
    {
        "'>f8'" or "'>f4'" => "big-endian numbers",
        ['\'', '<' or '>' or '=' or '|', 'i' or 'u', ..] => "integers",
        ['\'', '<' or '>' or '=' or '|', 'c', ..] => "complex numbers",
        ['\'', ..] => $"elements of type {Display.OneLine(description)}",
        _ => "records of several fields",
    };

    private static FailureException Garbage(string file) => FailureException.Input($"{file}: its .npy header makes no sense");

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
