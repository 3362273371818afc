namespace GmmPure.Cli.Reading;

/// <summary>
/// A stream of one JSON object. A pipe may stay open after the object is complete, because whoever holds it has nothing more to
/// say and does not close it: then the object is the end, when nothing follows it for a while.
/// </summary>
/// <param name="stream">The stream; one that can be sought in ends by itself.</param>
/// <param name="patience">How long to wait for what may follow the object; two seconds by default.</param>
internal sealed class ObjectStream(Stream stream, TimeSpan? patience = null) : Stream
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(2);

    private readonly bool mayStayOpen = !stream.CanSeek;
    private int depth;
    private bool isQuoted;
    private bool isEscaped;
    private bool isComplete;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = isComplete && mayStayOpen ? ReadInTime(buffer, offset, count) : stream.Read(buffer, offset, count);
        Follow(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>What comes in time, into memory of its own: a read that is given up may still write there.</summary>
    private int ReadInTime(byte[] buffer, int offset, int count)
    {
        byte[] own = new byte[count];
        var reading = Task.Run(() => stream.Read(own));
        int read = Task.WaitAny([reading], patience ?? UsualPatience) < 0 ? 0 : reading.GetAwaiter().GetResult();
        own.AsSpan(0, read).CopyTo(buffer.AsSpan(offset));
        return read;
    }

    /// <summary>Follows braces and brackets outside of strings; whether they make an object is the parser's to say.</summary>
    private void Follow(ReadOnlySpan<byte> bytes)
    {
        foreach (byte character in bytes)
        {
            if (isQuoted)
            {
                isQuoted = isEscaped || character != (byte)'"';
                isEscaped = !isEscaped && character == (byte)'\\';
                continue;
            }

            isQuoted = character == (byte)'"';
            depth += character switch
            {
                (byte)'{' or (byte)'[' => 1,
                (byte)'}' or (byte)']' => -1,
                _ => 0,
            };
            isComplete |= depth == 0 && character is (byte)'}' or (byte)']';
        }
    }
}
