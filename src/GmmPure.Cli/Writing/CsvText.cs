using CsvHelper;

namespace GmmPure.Cli.Writing;

/// <summary>Records of CSV.</summary>
internal static class CsvText
{
    /// <summary>One field, with quotation marks where it needs them.</summary>
    public static string Field(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") || (field.Length > 0 && (char.IsWhiteSpace(field[0]) || char.IsWhiteSpace(field[^1])))
            ? Record(field)
            : field;

    /// <summary>One record without a line end, with quotation marks where a field needs them.</summary>
    public static string Record(params ReadOnlySpan<string> fields)
    {
        using var text = new StringWriter();
        using var writer = CsvWriter.Create(
            text, new CsvWriterOptions { NewLine = "\n", Quoting = CsvQuoting.WhenNeededOrWhitespace }, leaveOpen: true);
        writer.WriteRecord(fields);
        writer.Flush();
        return text.ToString().TrimEnd('\n');
    }
}
