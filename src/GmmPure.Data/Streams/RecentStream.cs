namespace GmmPure.Data.Streams;

/// <summary>A stream of which what was read last is remembered: since the last record was complete, and a part before.</summary>
internal sealed class RecentStream(Stream text) : ReadingStream
{
    private readonly MemoryStream recent = new();
    private byte[] last = [];
    private int lastCount;
    private long position;
    private bool isInside;

    /// <summary>Says that a record is complete.</summary>
    public void Restart() => isInside = false;

    public override int Read(Span<byte> buffer)
    {
        int count = text.Read(buffer);
        if (!isInside)
        {
            recent.SetLength(0);
            recent.Write(last.AsSpan(0, lastCount));
        }

        recent.Write(buffer[..count]);
        last = last.Length < count ? new byte[buffer.Length] : last;
        buffer[..count].CopyTo(last);
        lastCount = count;
        isInside = true;
        position += count;
        return count;
    }

    /// <summary>What was read from an offset on; nothing if it is remembered no more.</summary>
    public ReadOnlySpan<byte> From(long offset)
    {
        long first = position - recent.Length;
        return offset >= first && offset <= position ? recent.GetBuffer().AsSpan((int)(offset - first), (int)(position - offset)) : [];
    }
}
