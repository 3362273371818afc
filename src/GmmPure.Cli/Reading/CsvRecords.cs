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

    /// <summary>
    /// Reads the records lazily. Blank lines may stand at the end only: in between, one may be a lost value.
    /// </summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="bufferSize">How much is read at a time; it changes nothing else.</param>
    public static IEnumerable<CsvRecord> Read(TextReader reader, string name, int bufferSize = DefaultBuffer)
    {
        int line = 1;
        int? blank = null;
        using var parser = new CsvParser(
            reader,
            Configuration(bufferSize, raw => throw FailureException.Input($"{name}: {QuoteFault.Of(raw, line)}")),
            leaveOpen: true);
        while (parser.Read())
        {
            if (IsBlank(parser))
            {
                blank ??= line;
            }
            else if (blank is { } gap)
            {
                throw FailureException.Input($"{name}: line {gap} is blank");
            }
            else
            {
                yield return new CsvRecord(line, parser.Record!);
            }

            line = parser.RawRow + 1;
        }
    }

    private static CsvConfiguration Configuration(int bufferSize, Action<string> refuse) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        Mode = CsvMode.RFC4180,
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BufferSize = bufferSize,
        BadDataFound = found => refuse(found.RawRecord),
    };

    /// <summary>A line of blanks is blank; quotation marks around nothing make it a value.</summary>
    private static bool IsBlank(CsvParser parser) =>
        parser.Count == 1 && string.IsNullOrWhiteSpace(parser[0]) && !parser.RawRecord.Contains('"', StringComparison.Ordinal);
}
