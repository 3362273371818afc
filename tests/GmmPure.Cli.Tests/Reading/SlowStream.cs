using System.Text;
using GmmPure.Data.Streams;

namespace GmmPure.Cli.Tests.Reading;

/// <summary>A text that comes in pieces, as from a pipe.</summary>
/// <param name="text">The text.</param>
/// <param name="sizes">How long the pieces are, over and over.</param>
internal sealed class SlowStream(string text, params int[] sizes) : ReadingStream
{
    private readonly byte[] bytes = Encoding.UTF8.GetBytes(text);
    private int at;
    private int piece;

    public override int Read(Span<byte> buffer)
    {
        int length = Math.Min(Math.Min(buffer.Length, sizes[piece++ % sizes.Length]), bytes.Length - at);
        bytes.AsSpan(at, length).CopyTo(buffer);
        at += length;
        return length;
    }
}
