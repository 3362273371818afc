namespace GmmPure.Cli.Reading;

/// <summary>Text of which one record at a time must fit into memory, even if it never ends.</summary>
/// <param name="text">The text.</param>
/// <param name="most">How many characters a record may have, roughly.</param>
internal sealed class BoundedReader(TextReader text, int most) : TextReader
{
    private long count;

    /// <summary>Whether any quotation mark has been read.</summary>
    public bool HasQuotes { get; private set; }

    /// <summary>Counts anew: a record is complete.</summary>
    public void Restart() => count = 0;

    /// <summary>Reads on, unless the record is too long already.</summary>
    /// <exception cref="InvalidDataException">It is.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        if (this.count > most)
        {
            throw new InvalidDataException(FormattableString.Invariant($"more than {most} characters"));
        }

        int read = text.Read(buffer, index, count);
        this.count += read;
        HasQuotes |= buffer.AsSpan(index, read).Contains('"');
        return read;
    }
}
