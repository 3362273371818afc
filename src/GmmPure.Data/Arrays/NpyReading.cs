using System.Runtime.InteropServices;
using GmmPure.Data.Streams;

namespace GmmPure.Data.Arrays;

/// <summary>Data from a .npy file, whose columns are called x1, x2, …</summary>
internal static class NpyReading
{
    /// <summary>How many numbers are read at a time.</summary>
    private const int Part = 1 << 16;

    /// <summary>Reads the columns that are chosen once it is known how many there are.</summary>
    public static IEnumerable<RawRows> Read(BegunStream stream, ReadPlan plan)
    {
        var header = NpyHeader.Read(stream);
        var columns = FileColumns.Generate(header.ColumnCount);
        var roles = plan.Choose(columns);
        CheckLength(stream.Remaining, Bytes(header));
        var block = new ColumnBlock(columns, roles, stream.Remaining is null ? 0 : header.RowCount, plan);
        if (plan.MostRows is { } most && !header.IsColumnMajor && header.ColumnCount <= Part)
        {
            var part = new ArrayPart(stream, header);
            for (int row = 0; row < header.RowCount; row += most)
            {
                ReadRows(part, header, block, row, Math.Min(most, header.RowCount - row));
                yield return block.Take(isLast: false);
            }
        }
        else
        {
            ReadWhole(stream, header, roles, block);
        }

        yield return stream.ReadByte() < 0
            ? block.Take(isLast: true)
            : throw new ReadException(new ReadFault.ArrayLength(null, Bytes(header)));
    }

    /// <summary>All rows, in whatever order their numbers stand.</summary>
    private static void ReadWhole(BegunStream stream, NpyHeader header, ColumnRoles roles, ColumnBlock block)
    {
        bool isWhole = roles is { Weights: null, Labels: null, Kept.IsEmpty: true }
            && roles.Observation.SequenceEqual(Enumerable.Range(0, header.ColumnCount));
        if (isWhole && header.Elements.IsOwn && (!header.IsColumnMajor || header.ColumnCount == 1))
        {
            ReadOwn(stream, header, block.Values);
            block.RowCount = header.RowCount;
        }
        else if (stream.Remaining is null && (header.IsColumnMajor || header.ColumnCount > Part))
        {
            ReadAll(stream, header, block);
        }
        else if (header.IsColumnMajor)
        {
            ReadColumns(stream, header, block);
        }
        else
        {
            ReadRows(new ArrayPart(stream, header), header, block, 0, header.RowCount);
        }
    }

    private static long Bytes(NpyHeader header) => (long)header.RowCount * header.ColumnCount * header.Elements.Size;

    /// <summary>All numbers as they are. Memory is taken as they come, so that a header cannot ask for what is not there.</summary>
    private static void ReadOwn(Stream stream, NpyHeader header, NumberStore values)
    {
        int count = header.RowCount * header.ColumnCount;
        for (int done = 0; done < count;)
        {
            var part = values.Extend(Math.Min(Part, count - done));
            Fill(stream, MemoryMarshal.AsBytes(part), (long)done * sizeof(double), Bytes(header));
            done += part.Length;
        }
    }

    /// <summary>Rows one after the other, as many at a time as are some numbers.</summary>
    private static void ReadRows(ArrayPart part, NpyHeader header, ColumnBlock block, int first, int rows)
    {
        int width = header.ColumnCount;
        for (int row = first; row < first + rows;)
        {
            int count = Math.Min(Math.Max(1, Part / width), first + rows - row);
            var numbers = part.Next(count * width);
            block.AddRows(numbers, width, header.Elements.Text);
            row += count;
        }
    }

    /// <summary>Columns one after the other, each into its places in the rows.</summary>
    private static void ReadColumns(Stream stream, NpyHeader header, ColumnBlock block)
    {
        var part = new ArrayPart(stream, header);
        for (int column = 0; column < header.ColumnCount; column++)
        {
            for (int row = 0; row < header.RowCount;)
            {
                int count = Math.Min(Part, header.RowCount - row);
                var numbers = part.Next(count);
                block.SetColumn(column, row, numbers, header.RowCount);
                block.Keep(column, numbers, header.Elements.Text);
                row += count;
            }
        }
    }

    /// <summary>All numbers first, and then the columns: memory is taken as they come, of a stream that may end anywhere.</summary>
    private static void ReadAll(Stream stream, NpyHeader header, ColumnBlock block)
    {
        var all = new NumberStore(0);
        var part = new ArrayPart(stream, header);
        int count = header.RowCount * header.ColumnCount;
        while (all.Count < count)
        {
            var numbers = part.Next(Math.Min(Part, count - all.Count));
            numbers.CopyTo(all.Extend(numbers.Length));
        }

        for (int column = 0; header.IsColumnMajor && column < header.ColumnCount; column++)
        {
            var numbers = all.Numbers.Slice(column * header.RowCount, header.RowCount);
            block.SetColumn(column, 0, numbers, header.RowCount);
            block.Keep(column, numbers, header.Elements.Text);
        }

        if (!header.IsColumnMajor)
        {
            block.AddRows(all.Numbers, header.ColumnCount, header.Elements.Text);
        }
    }

    private static void Fill(Stream stream, Span<byte> target, long before, long expected)
    {
        int found = stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        if (found < target.Length)
        {
            throw new ReadException(new ReadFault.ArrayLength(before + found, expected));
        }
    }

    private static void CheckLength(long? found, long expected)
    {
        if (found is { } bytes && bytes != expected)
        {
            throw new ReadException(new ReadFault.ArrayLength(bytes, expected));
        }
    }

    /// <summary>The numbers of an array, some at a time.</summary>
    private sealed class ArrayPart(Stream stream, NpyHeader header)
    {
        private byte[] bytes = [];
        private double[] numbers = [];
        private long done;

        public ReadOnlySpan<double> Next(int count)
        {
            int size = count * header.Elements.Size;
            bytes = bytes.Length < size ? new byte[size] : bytes;
            numbers = numbers.Length < count ? new double[count] : numbers;
            var source = bytes.AsSpan(0, size);
            Fill(stream, source, done, Bytes(header));
            done += size;
            header.Elements.Convert(source, numbers.AsSpan(0, count));
            return numbers.AsSpan(0, count);
        }
    }
}
