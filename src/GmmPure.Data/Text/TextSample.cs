using System.Text;
using System.Text.RegularExpressions;

namespace GmmPure.Data.Text;

/// <summary>A record of a sample.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record SampleRecord(long Line, string[] Fields);

/// <summary>The beginning of a text, without what stands before the data.</summary>
internal sealed partial class TextSample
{
    private const char UsualComment = '#';

    private static readonly MissingMarkers Missing = new([]);

    private readonly byte[] body;
    private readonly char? comment;

    private readonly bool isCut;

    private TextSample(
        byte[] body, bool isCut, int offset, long linesBefore, ImmutableArray<string> comments, FieldSeparator? declared, char? comment)
    {
        (this.body, this.isCut, this.comment) = (body, isCut, comment);
        (Offset, LinesBefore, Comments, Declared) = (offset, linesBefore, comments, declared);
    }

    /// <summary>How many bytes stand before the data.</summary>
    public int Offset { get; }

    /// <summary>How many lines stand before the data.</summary>
    public long LinesBefore { get; }

    /// <summary>The comments before the data, without the character that makes them.</summary>
    public ImmutableArray<string> Comments { get; }

    /// <summary>The separator that Excel's first line declares.</summary>
    public FieldSeparator? Declared { get; }

    /// <summary>Whether a byte occurs.</summary>
    public bool Has(char character) => body.AsSpan().Contains((byte)character);

    /// <summary>Takes apart what a text begins with.</summary>
    /// <param name="beginning">The first bytes.</param>
    /// <param name="isWhole">Whether they are all there are; the last line may be cut otherwise.</param>
    /// <param name="comment">What begins a comment, if that is known.</param>
    public static TextSample Of(ReadOnlySpan<byte> beginning, bool isWhole, char? comment)
    {
        int lastEnd = isWhole ? beginning.Length : beginning.LastIndexOf((byte)'\n') + 1;
        int end = lastEnd == 0 ? beginning.Length : lastEnd;
        var comments = ImmutableArray.CreateBuilder<string>();
        var (offset, lines) = (0, 0L);
        FieldSeparator? declared = null;
        while (offset < end && LineAt(beginning[offset..end], out int length) is var line)
        {
            if (lines == 0 && DeclaredIn(line) is { } separator)
            {
                declared = separator;
            }
            else if (CommentIn(line, comment) is { } text)
            {
                comments.Add(text);
            }
            else if (comments.Count == 0 || !string.IsNullOrWhiteSpace(line))
            {
                break;
            }

            offset += length;
            lines++;
        }

        return new TextSample(beginning[offset..end].ToArray(), isCut: lastEnd == 0, offset, lines, comments.DrainToImmutable(), declared, comment);
    }

    /// <summary>The records, up to the first fault, which is found again when all is read.</summary>
    public List<SampleRecord> Records(FieldSeparator separator)
    {
        var records = new List<SampleRecord>();
        using var text = new MemoryStream(body);
        using var reader = new CsvRecords(text, Layout(separator, areBlankLinesMissing: true));
        try
        {
            while (reader.Read())
            {
                records.Add(new SampleRecord(reader.Line, reader.Texts()));
            }
        }
        catch (ReadException)
        {
            // What stands before it is enough to go by.
        }

        return isCut && records.Count > 1 ? records[..^1] : records;
    }

    /// <summary>How the data are written.</summary>
    public CsvRecords.Layout Layout(FieldSeparator separator, bool areBlankLinesMissing) => new(
        separator switch
        {
            FieldSeparator.Semicolon => ';',
            FieldSeparator.Tab => '\t',
            FieldSeparator.Blanks => ' ',
            FieldSeparator.Bar => '|',
            _ => ',',
        },
        separator is FieldSeparator.Blanks,
        comment,
        areBlankLinesMissing,
        LinesBefore);

    private static string LineAt(ReadOnlySpan<byte> text, out int length)
    {
        int end = text.IndexOfAny((byte)'\n', (byte)'\r');
        bool isPair = end >= 0 && text[end..] is [(byte)'\r', (byte)'\n', ..];
        length = end < 0 ? text.Length : end + (isPair ? 2 : 1);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private static FieldSeparator? DeclaredIn(string line) =>
        line.Contains('=', StringComparison.Ordinal) && Declaration().Match(line) is { Success: true } match
        ? match.Groups["separator"].Value switch
        {
            ";" => FieldSeparator.Semicolon,
            "\t" => FieldSeparator.Tab,
            " " => FieldSeparator.Blanks,
            "|" => FieldSeparator.Bar,
            _ => FieldSeparator.Comma,
        }
        : null;

    /// <summary>A line that begins with #N/A is none.</summary>
    private static string? CommentIn(string line, char? comment)
    {
        string text = line.TrimStart();
        bool isOne = text.Length > 0 && text[0] == (comment ?? UsualComment)
            && (comment is not null || !Missing.Has(text.Split(',', ';', '\t', ' ')[0]));
        return isOne ? text.TrimStart(text[0]).Trim() : null;
    }

    [GeneratedRegex(@"^""?sep=(?<separator>[,;\t |])""?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
