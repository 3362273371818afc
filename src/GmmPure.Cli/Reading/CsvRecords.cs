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
    /// <summary>
    /// Reads the records lazily. Blank lines may stand at the end only: in between, one may be a lost value.
    /// </summary>
    /// <param name="reader">The text.</param>
    /// <param name="name">What messages call it.</param>
    public static IEnumerable<CsvRecord> Read(TextReader reader, string name)
    {
        int line = 1;
        int? blank = null;
        using var parser = new CsvParser(reader, Configuration(() => Refuse(name, line)), leaveOpen: true);
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

    private static CsvConfiguration Configuration(Action refuse) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        Mode = CsvMode.RFC4180,
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        BufferSize = 1 << 16,
        BadDataFound = _ => refuse(),
    };

    private static bool IsBlank(CsvParser parser) =>
        parser.Count == 1 && parser[0].Length == 0 && parser.RawRecord.AsSpan().Trim("\r\n").IsEmpty;

    private static void Refuse(string name, int line) => throw FailureException.Input(
        $"{name}: line {line}: misplaced quotation mark (a quoted field is quoted whole, and doubles the marks inside)");
}
