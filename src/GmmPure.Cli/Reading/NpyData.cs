using System.Buffers.Binary;
using System.Runtime.InteropServices;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Reading;

/// <summary>Data from a .npy file, whose columns are called x1, x2, …</summary>
internal static class NpyData
{
    /// <summary>How many numbers are read at a time.</summary>
    private const int Part = 1 << 16;

    /// <summary>Reads the columns that are chosen once it is known how many there are.</summary>
    public static FileData Read(BegunStream stream, DataRequest request, Func<FileColumns, ColumnRoles> choose)
    {
        var header = NpyHeader.Read(stream, request.Name);
        var columns = FileColumns.Generate(header.ColumnCount);
        var roles = choose(columns);
        double[] elements = Elements(stream, header, request.Name);
        double[] weights = roles.Weights is { } weightColumn ? Column(elements, header, weightColumn) : [];
        var labels = roles.Labels is { } labelColumn ? Labels(Column(elements, header, labelColumn), roles, request.Name) : [];
        var values = roles.Observation.SequenceEqual(Enumerable.Range(0, header.ColumnCount))
            ? ImmutableCollectionsMarshal.AsImmutableArray(elements)
            : Chosen(elements, header, roles.Observation);
        var table = Table.Create(header.RowCount, roles.Observation.Length, values);
        var data = DataFile.ToDataset(request.Name, columns, roles, table, weights);
        return new FileData(data, labels, columns, HeaderLooksLikeData: false);
    }

    /// <summary>All numbers of the file. Memory is taken as they come, so that a header cannot ask for what is not there.</summary>
    private static double[] Elements(BegunStream stream, NpyHeader header, string file)
    {
        int count = header.RowCount * header.ColumnCount;
        int size = header.IsSingle ? sizeof(float) : sizeof(double);
        CheckLength(stream.Remaining, (long)count * size, file);
        double[] elements = new double[stream.Remaining is null ? Math.Min(count, Part) : count];
        byte[] singles = header.IsSingle ? new byte[Part * size] : [];
        for (int done = 0; done < count;)
        {
            if (done == elements.Length)
            {
                Array.Resize(ref elements, (int)Math.Min(count, 2L * done));
            }

            var part = elements.AsSpan(done, Math.Min(Part, elements.Length - done));
            var source = header.IsSingle ? singles.AsSpan(0, part.Length * size) : MemoryMarshal.AsBytes(part);
            int found = stream.ReadAtLeast(source, source.Length, throwOnEndOfStream: false);
            CheckLength(found < source.Length ? ((long)done * size) + found : null, (long)count * size, file);
            Convert(source, header.IsSingle, part);
            done += part.Length;
        }

        return stream.ReadByte() < 0
            ? elements
            : throw FailureException.Input($"{file}: goes on after the numbers that its header announces");
    }

    /// <summary>Numbers from their bytes, which are little-endian; those of doubles may be the numbers' own.</summary>
    private static void Convert(ReadOnlySpan<byte> source, bool isSingle, Span<double> numbers)
    {
        if (isSingle)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(source[(i * sizeof(float))..]);
            }
        }
        else if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, long>(source), MemoryMarshal.Cast<double, long>(numbers));
        }
    }

    private static void CheckLength(long? found, long expected, string file)
    {
        if (found is { } bytes && bytes != expected)
        {
            throw FailureException.Input(bytes < expected
                ? FormattableString.Invariant($"{file}: cut short: {bytes} of {expected} bytes of numbers")
                : FormattableString.Invariant($"{file}: {bytes - expected} bytes more than its header announces"));
        }
    }

    private static double[] Column(double[] elements, NpyHeader header, int column) =>
        [.. Enumerable.Range(0, header.RowCount).Select(row => elements[(row * header.ColumnCount) + column])];

    private static ImmutableArray<double> Chosen(double[] elements, NpyHeader header, ImmutableArray<int> columns)
    {
        double[] chosen = new double[header.RowCount * columns.Length];
        for (int row = 0; row < header.RowCount; row++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                chosen[(row * columns.Length) + j] = elements[(row * header.ColumnCount) + columns[j]];
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(chosen);
    }

    /// <summary>A label that is not a number is missing.</summary>
    private static ImmutableArray<string> Labels(double[] numbers, ColumnRoles roles, string file)
    {
        int missing = Array.FindIndex(numbers, double.IsNaN);
        return missing < 0 || roles.MayLackLabels
            ? [.. numbers.Select(number => double.IsNaN(number) ? string.Empty : Digits.Exact(number))]
            : throw FailureException.Input(FormattableString.Invariant($"{file}: row {missing + 1}: the label is missing"));
    }
}
