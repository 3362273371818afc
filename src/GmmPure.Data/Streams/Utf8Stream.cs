using System.Text;
using System.Text.Unicode;

namespace GmmPure.Data.Streams;

/// <summary>Text as UTF-8, which is checked on the way: what is none is a fault, with its line.</summary>
internal sealed class Utf8Stream : ReadingStream
{
    private const byte LineEnd = (byte)'\n';
    private const int LongestCharacter = 4;

    private readonly Stream bytes;
    private readonly byte[] begun = new byte[LongestCharacter];
    private int begunCount;
    private long line = 1;

    private Utf8Stream(Stream bytes) => this.bytes = bytes;

    /// <summary>The text of a stream: UTF-8, or what its byte order mark says; the mark is left out.</summary>
    public static Utf8Stream Of(BegunStream stream)
    {
        Encoding? other = stream.Beginning switch
        {
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
            _ => null,
        };
        int mark = other is UTF32Encoding ? 4 : other is not null ? 2 : stream.Beginning is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        stream.Skip(mark);
        return new Utf8Stream(other is null ? stream : Encoding.CreateTranscodingStream(stream, other, Encoding.UTF8, leaveOpen: true));
    }

    public override int Read(Span<byte> buffer)
    {
        int count = ReadBytes(buffer);
        if (count == 0 && begunCount > 0 && !buffer.IsEmpty)
        {
            throw new ReadException(new ReadFault.NotText(line, begun[0]));
        }

        Check(buffer[..count]);
        return count;
    }

    private int ReadBytes(Span<byte> buffer)
    {
        try
        {
            return bytes.Read(buffer);
        }
        catch (DecoderFallbackException)
        {
            throw new ReadException(new ReadFault.NotText(line, -1));
        }
    }

    /// <summary>Checks all characters that are complete, and keeps the beginning of one that isn't.</summary>
    private void Check(ReadOnlySpan<byte> part)
    {
        while (begunCount > 0 && !part.IsEmpty)
        {
            begun[begunCount++] = part[0];
            part = part[1..];
            var character = begun.AsSpan(0, begunCount);
            if (Unfinished(character) == 0)
            {
                begunCount = 0;
                CheckComplete(character);
            }
        }

        int rest = Unfinished(part);
        CheckComplete(part[..^rest]);
        if (rest > 0)
        {
            part[^rest..].CopyTo(begun);
            begunCount = rest;
        }
    }

    private void CheckComplete(ReadOnlySpan<byte> part)
    {
        if (!Utf8.IsValid(part))
        {
            int good = 0;
            while (Rune.DecodeFromUtf8(part[good..], out _, out int length) == System.Buffers.OperationStatus.Done)
            {
                good += length;
            }

            throw new ReadException(new ReadFault.NotText(line + part[..good].Count(LineEnd), part[good]));
        }

        line += part.Count(LineEnd);
    }

    /// <summary>How many bytes at the end begin a character that goes on.</summary>
    private static int Unfinished(ReadOnlySpan<byte> part)
    {
        for (int back = 1; back < LongestCharacter && back <= part.Length; back++)
        {
            byte last = part[^back];
            if (last >= 0xC0)
            {
                int length = last >= 0xF0 ? 4 : last >= 0xE0 ? 3 : 2;
                return length > back ? back : 0;
            }

            if (last < 0x80)
            {
                return 0;
            }
        }

        return 0;
    }
}
