namespace GmmPure.Data.Streams;

/// <summary>A stream whose first bytes have been looked at, and are read nevertheless.</summary>
internal sealed class BegunStream : ReadingStream
{
    private readonly Stream rest;
    private readonly byte[] beginning;
    private int position;

    /// <param name="stream">What to read; it need not be seekable.</param>
    /// <param name="length">How many bytes to look at.</param>
    public BegunStream(Stream stream, int length)
    {
        byte[] first = new byte[length];
        int count = stream.ReadAtLeast(first, length, throwOnEndOfStream: false);
        (rest, beginning, IsWhole) = (stream, first[..count], count < length);
    }

    /// <summary>The first bytes: as many as were asked for, if there are so many.</summary>
    public ReadOnlySpan<byte> Beginning => beginning;

    /// <summary>Whether the first bytes are all there are.</summary>
    public bool IsWhole { get; }

    /// <summary>Leaves out some of the first bytes.</summary>
    public void Skip(int count) => position += count;

    /// <summary>How many bytes are still to be read, if that is known.</summary>
    public long? Remaining => rest.CanSeek ? beginning.Length - position + rest.Length - rest.Position : null;

    /// <summary>
    /// How many lines are still to be read, if that can be told without reading them for good: those that end, and the rest if
    /// there is any. A line end within quotation marks counts as well; what follows beyond the length, as of a device that never
    /// ends, does not.
    /// </summary>
    public long? CountLines()
    {
        if (!rest.CanSeek)
        {
            return null;
        }

        const byte LineEnd = (byte)'\n';
        byte[] part = new byte[1 << 16];
        var (start, end) = (rest.Position, rest.Length);
        var last = beginning.AsSpan(position);
        long count = last.Count(LineEnd);
        bool isOpen = last is [.., not LineEnd];
        for (int read = 1; read > 0 && rest.Position < end;)
        {
            read = rest.Read(part);
            count += part.AsSpan(0, read).Count(LineEnd);
            isOpen = read > 0 ? part[read - 1] != LineEnd : isOpen;
        }

        rest.Position = start;
        return count + (isOpen ? 1 : 0);
    }

    public override int Read(Span<byte> buffer)
    {
        if (position == beginning.Length)
        {
            return rest.Read(buffer);
        }

        int count = Math.Min(buffer.Length, beginning.Length - position);
        beginning.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
