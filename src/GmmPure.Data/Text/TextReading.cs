using GmmPure.Data.Streams;

namespace GmmPure.Data.Text;

/// <summary>Data from delimited text: the numbers of the chosen columns, row by row.</summary>
internal static class TextReading
{
    /// <summary>How much is looked at before it is decided how the text is written.</summary>
    private const int SampleLength = 1 << 16;

    private const int LargestSample = 1 << 25;
    private const int Step = 8;
    private const int FewLines = 8;

    /// <summary>
    /// Reads the columns that are chosen once the header is known. Where all rows are held, the lines of a file are counted first,
    /// which takes a small part of the time to read them, so that the numbers are written where they stay, and are never held twice.
    /// </summary>
    public static IEnumerable<RawRows> Read(BegunStream stream, ReadPlan wanted)
    {
        var options = wanted.Options;
        var room = new Room(wanted.MostRows is null ? stream.CountLines() ?? 0 : 0, stream.Remaining ?? 0);
        using var utf8 = Utf8Stream.Of(stream);
        using var text = Sample(utf8);
        if (TextFormats.Of(text.Beginning) is { } format)
        {
            throw new ReadException(new ReadFault.OtherFormat(format));
        }

        var plan = TextPlan.Of(text.Beginning, text.IsWhole, options);
        text.Skip(plan.Offset);
        using var records = new CsvRecords(text, plan.Layout(options.DropsIncompleteRows));
        if (plan.Columns is not { } columns)
        {
            // What kept the sample from having a record, if anything did.
            _ = records.Read();
            throw new ReadException(new ReadFault.NoRows());
        }

        foreach (var rows in new TextRows(records, plan, wanted, columns, wanted.Choose(columns), room.Less(plan)).Read())
        {
            yield return rows;
        }
    }

    /// <summary>The text, of which so much is looked at that some lines are whole, unless they are very long.</summary>
    private static BegunStream Sample(Stream text)
    {
        var begun = new BegunStream(text, SampleLength);
        for (int length = SampleLength; !begun.IsWhole && length < LargestSample && LineEnds(begun.Beginning) < FewLines;)
        {
            length *= Step;
            begun = new BegunStream(begun, length);
        }

        return begun;
    }

    private static int LineEnds(ReadOnlySpan<byte> text) => text.Count((byte)'\n') + text.Count((byte)'\r');

    /// <summary>How much there is to read. Lines may be empty, but a number has a digit and something after it.</summary>
    internal sealed record Room(long Lines, long Bytes)
    {
        public Room Less(TextPlan plan) => this with { Lines = Lines - plan.Layout(areBlankLinesMissing: false).LinesBefore - (plan.HasHeader ? 1 : 0) };

        public long NumbersIn(int columns) => Math.Clamp(Lines * columns, 0, (Bytes / 2) + 1);
    }
}
