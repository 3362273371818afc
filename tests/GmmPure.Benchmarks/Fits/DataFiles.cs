using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GmmPure.Benchmarks.Fits;

/// <summary>Tables as files that everyone reads.</summary>
internal static class DataFiles
{
    private const int BeforeHeader = 10;
    private const int Alignment = 64;

    /// <summary>NumPy's format, version 1.</summary>
    public static void WriteNpy(Table table, string path)
    {
        string shape = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({table.RowCount}, {table.ColumnCount}), }}";
        int length = ((BeforeHeader + shape.Length + Alignment) / Alignment * Alignment) - BeforeHeader;
        using var file = File.Create(path);
        file.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8)]);
        file.Write(Encoding.Latin1.GetBytes(shape.PadRight(length - 1) + "\n"));
        file.Write(MemoryMarshal.AsBytes(table.Elements.AsSpan()));
    }

    /// <summary>With a header, each number with as many digits as it needs.</summary>
    public static void WriteCsv(Table table, string path)
    {
        var header = Enumerable.Range(1, table.ColumnCount).Select(column => $"x{column}");
        var rows = table.Rows.Select(row => row.Select(value => value.ToString(CultureInfo.InvariantCulture)));
        File.WriteAllLines(path, rows.Prepend(header).Select(cells => string.Join(',', cells)));
    }
}
