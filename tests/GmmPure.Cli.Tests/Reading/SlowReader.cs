namespace GmmPure.Cli.Tests.Reading;

/// <summary>A text that comes in pieces, as from a pipe.</summary>
/// <param name="text">The text.</param>
/// <param name="sizes">How long the pieces are, over and over.</param>
internal sealed class SlowReader(string text, params int[] sizes) : TextReader
{
    private int at;
    private int piece;

    public override int Read(char[] buffer, int index, int count)
    {
        int length = Math.Min(Math.Min(count, sizes[piece++ % sizes.Length]), text.Length - at);
        text.CopyTo(at, buffer, index, length);
        at += length;
        return length;
    }
}
