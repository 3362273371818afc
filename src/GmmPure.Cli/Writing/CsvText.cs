using CsvHelper;

namespace GmmPure.Cli.Writing;

/// <summary>Records of CSV.</summary>
internal static class CsvText
{
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
