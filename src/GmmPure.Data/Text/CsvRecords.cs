using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using GmmPure.Data.Streams;

namespace GmmPure.Data.Text;

/// <summary>
/// The records of delimited text (RFC 4180), one after the other, strictly: misplaced quotes and blank lines are refused. Blank
/// lines may stand at the end only: in between, one may be a lost value.
/// </summary>
internal sealed class CsvRecords : IDisposable
{
    private const int UsualBuffer = 1 << 16;
    private const int LongestRecord = 1 << 24;

    private readonly RecentStream recent;
    private readonly CsvReader reader;
    private readonly Layout layout;
    private long? blank;
    private long blankCount;
    private string? malformed;

    /// <param name="text">The text, in UTF-8.</param>
    /// <param name="layout">How it is written.</param>
    /// <param name="bufferSize">How much is read at a time; it changes nothing else.</param>
    /// <param name="longest">How many bytes a record may have: text may never end, memory does.</param>
    public CsvRecords(Stream text, Layout layout, int bufferSize = UsualBuffer, int longest = LongestRecord)
    {
        this.layout = layout;
        recent = new RecentStream(layout.AreBlanksOne ? new BlankRunStream(text) : text);
        reader = CsvReader.Create(
            recent,
            new CsvReaderOptions
            {
                Separator = layout.Separator,
                HasHeader = false,
                SkipEmptyLines = false,
                TrimWhitespace = false,
                TrackLineNumbers = true,
                DetectSeparatorHint = false,
                CommentPrefix = layout.Comment,
                OnMalformedRecord = record => malformed = record.RawRecord,
                Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                BufferSize = bufferSize,
                MaxRecordSize = longest,
            },
            leaveOpen: true);
    }

    /// <summary>The line on which the record begins, counted from 1.</summary>
    public long Line => reader.LineNumber + layout.LinesBefore;

    /// <summary>How many fields it has.</summary>
    public int FieldCount => reader.FieldCount;

    /// <summary>How many lines that were blank stood between records, where that is allowed.</summary>
    public long BlankLines { get; private set; }

    /// <summary>A field of the record, unquoted.</summary>
    public ReadOnlySpan<byte> this[int field] => reader.GetSpan(field);

    /// <summary>A field as text.</summary>
    public string Text(int field) => reader.GetString(field);

    /// <summary>All fields.</summary>
    public string[] Texts() => [.. Enumerable.Range(0, FieldCount).Select(Text)];

    /// <summary>Goes on to the next record, if there is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Read()
    {
        while (Next())
        {
            recent.Restart();
            if (reader.FieldCount == 1 && IsBlankLine())
            {
                blank ??= Line;
                blankCount++;
                continue;
            }

            CheckBlank();
            if (malformed is { } raw)
            {
                malformed = null;
                throw new ReadException(QuoteFault.Of(raw, Line, layout.Separator) ?? new ReadFault.QuoteMisplaced(Line));
            }

            return true;
        }

        return false;
    }

    public void Dispose()
    {
        reader.Dispose();
        recent.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Next()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException endless)
        {
            long line = endless.LineNumber + layout.LinesBefore;
            var opened = QuoteFault.Of(Encoding.UTF8.GetString(recent.From(endless.ByteOffset)), line, layout.Separator);
            throw new ReadException(opened ?? new ReadFault.EndlessRecord(line, reader.Options.MaxRecordSize ?? int.MaxValue));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CheckBlank()
    {
        if (blank is { } gap && !layout.MayHaveBlankLines)
        {
            throw new ReadException(new ReadFault.BlankLine(gap));
        }

        BlankLines += blankCount;
        (blank, blankCount) = (null, 0);
    }

    private bool IsBlankLine() => FieldText.IsBlank(reader.GetSpan(0)) && !reader.RawRecord.Contains((byte)'"');

    /// <summary>How text is written.</summary>
    /// <param name="Separator">What separates fields.</param>
    /// <param name="AreBlanksOne">Whether it is blanks and tabs, of which several are one.</param>
    /// <param name="Comment">What a line begins with that is a comment.</param>
    /// <param name="MayHaveBlankLines">Whether blank lines may stand between others.</param>
    /// <param name="LinesBefore">How many lines stand before the text.</param>
    public sealed record Layout(
        char Separator = ',', bool AreBlanksOne = false, char? Comment = null, bool MayHaveBlankLines = false, long LinesBefore = 0);
}
