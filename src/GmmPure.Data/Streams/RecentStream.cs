namespace GmmPure.Data.Streams;

/// <summary>A stream of which what was read last is remembered: since the last record was complete, and a part before.</summary>
internal sealed class RecentStream(Stream text) : ReadingStream
{
    private readonly MemoryStream later = new();
    private (byte[] Bytes, int Count) before = ([], 0);
    private (byte[] Bytes, int Count) current = ([], 0);
    private long position;
    private bool isInside;

    /// <summary>Says that a record is complete.</summary>
    public void Restart() => isInside = false;

    public override int Read(Span<byte> buffer)
    {
        int count = text.Read(buffer);
        if (isInside)
        {
            later.Write(buffer[..count]);
        }
        else
        {
            byte[] bytes = before.Bytes.Length < count ? new byte[buffer.Length] : before.Bytes;
            buffer[..count].CopyTo(bytes);
            (before, current) = (current, (bytes, count));
            later.SetLength(0);
        }

        isInside = true;
        position += count;
        return count;
    }

    /// <summary>What was read from an offset on; nothing if it is remembered no more.</summary>
    public byte[] From(long offset)
    {
        byte[] all = [.. before.Bytes[..before.Count], .. current.Bytes[..current.Count], .. later.ToArray()];
        long first = position - all.Length;
        return offset >= first && offset <= position ? all[(int)(offset - first)..] : [];
    }
}
