using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GmmPure.Cli.Reading;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, counted from 1.</param>
/// <param name="Fields">Its fields, unquoted.</param>
internal sealed record CsvRecord(int Line, string[] Fields);

/// <summary>The records of CSV text (RFC 4180, commas), strictly: misplaced quotes and blank lines are refused.</summary>
internal static class CsvRecords
{
    private const int DefaultBuffer = 1 << 16;
    private const int LongestRecord = 1 << 24;

    /// <summary>
    /// Reads the records lazily. Blank lines may stand at the end only: in between, one may be a lost value.
    /// </summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="bufferSize">How much is read at a time; it changes nothing else.</param>
    /// <param name="longest">How many characters a record may have: text may never end, memory does.</param>
    public static IEnumerable<CsvRecord> Read(
        TextReader reader, string name, int bufferSize = DefaultBuffer, int longest = LongestRecord)
    {
        int line = 1;
        int? blank = null;
        using var bounded = new BoundedReader(reader, longest);
        using var parser = new CsvParser(bounded, Configuration(bufferSize), leaveOpen: true);
        while (Next(parser, line, name))
        {
            bounded.Restart();
            string[] fields = parser.Record!;
            string raw = bounded.HasQuotes ? parser.RawRecord : string.Empty;
            bool isBlank = fields is [var only] && string.IsNullOrWhiteSpace(bounded.HasQuotes ? raw : only);
            if (!isBlank && blank is { } gap)
            {
                throw FailureException.Input($"{name}: line {gap} is blank");
            }

            if (isBlank)
            {
                blank ??= line;
            }
            else
            {
                CheckQuotes(raw, line, name);
                yield return new CsvRecord(line, fields);
            }

            line = parser.RawRow + 1;
        }
    }

    private static CsvConfiguration Configuration(int bufferSize) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        Mode = CsvMode.RFC4180,
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BufferSize = bufferSize,
        BadDataFound = null,
    };

    private static bool Next(CsvParser parser, int line, string name)
    {
        try
        {
            return parser.Read();
        }
        catch (InvalidDataException endless)
        {
            string fault = QuoteFault.Of(parser.RawRecord, line)
                ?? FormattableString.Invariant($"line {line}: {endless.Message} without a line end");
            throw FailureException.Input($"{name}: {fault}");
        }
    }

    /// <summary>The parser would let a quotation mark pass that the end of the text leaves open, as in "1"".</summary>
    private static void CheckQuotes(string raw, int line, string name)
    {
        if (raw.Contains('"', StringComparison.Ordinal) && QuoteFault.Of(raw, line) is { } fault)
        {
            throw FailureException.Input($"{name}: {fault}");
        }
    }
}
