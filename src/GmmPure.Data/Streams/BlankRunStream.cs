namespace GmmPure.Data.Streams;

/// <summary>
/// Text whose fields are separated by blanks and tabs, as many as there are, with one blank instead, and none where a line begins
/// or ends. Within quotation marks, and of lines, nothing changes.
/// </summary>
internal sealed class BlankRunStream(Stream text) : ReadingStream
{
    private byte[] source = [];
    private byte[] written = [];
    private int at;
    private int end;
    private bool isInLine;
    private bool isBlankDue;
    private bool isQuoted;

    public override int Read(Span<byte> buffer)
    {
        while (at == end && !buffer.IsEmpty)
        {
            if (source.Length < buffer.Length)
            {
                source = new byte[buffer.Length];
                written = new byte[buffer.Length + 1];
            }

            int count = text.Read(source.AsSpan(0, buffer.Length));
            if (count == 0)
            {
                return 0;
            }

            (at, end) = (0, Rewrite(source.AsSpan(0, count)));
        }

        int length = Math.Min(buffer.Length, end - at);
        written.AsSpan(at, length).CopyTo(buffer);
        at += length;
        return length;
    }

    private int Rewrite(ReadOnlySpan<byte> part)
    {
        int count = 0;
        foreach (byte character in part)
        {
            bool isLineEnd = character is (byte)'\n' or (byte)'\r';
            if (!isQuoted && character is ((byte)' ' or (byte)'\t'))
            {
                isBlankDue = isInLine;
                continue;
            }

            if (isBlankDue && !isLineEnd)
            {
                written[count++] = (byte)' ';
            }

            written[count++] = character;
            isQuoted ^= character == (byte)'"';
            (isBlankDue, isInLine) = (false, isQuoted || !isLineEnd);
        }

        return count;
    }
}
