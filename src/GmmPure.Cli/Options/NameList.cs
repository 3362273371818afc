using CsvHelper;

namespace GmmPure.Cli.Options;

/// <summary>A list of names, which is a line of CSV, so that a name may hold a comma.</summary>
internal static class NameList
{
    private static readonly CsvReaderOptions Strict = new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        TrimWhitespace = false,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <summary>The names; none where quotation marks are misplaced.</summary>
    public static ImmutableArray<string> Parse(string list)
    {
        try
        {
            using var reader = CsvReader.FromText(list, Strict);
            ImmutableArray<string> names =
                reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(field => reader.GetString(field).Trim())] : [];
            return reader.Read() ? [] : names;
        }
        catch (CsvFormatException)
        {
            return [];
        }
    }
}
