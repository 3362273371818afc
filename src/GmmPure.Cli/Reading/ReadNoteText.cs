using GmmPure.Data;

namespace GmmPure.Cli.Reading;

/// <summary>What was guessed while reading, in words.</summary>
internal static class ReadNoteText
{
    private const int MostWords = 12;

    /// <summary>All of it in one line; null if there is nothing to say.</summary>
    public static string? Of(ImmutableArray<ReadNote> notes, DataRequest request)
    {
        string[] lines = [.. notes.Where(note => !request.IsByName || note.Kind is not ReadNoteKind.IndexLeftOut).Select(note => Of(note, request))];
        return lines.Length == 0 ? null : $"{request.Name}: {string.Join("; ", lines)}";
    }

    private static string Of(ReadNote note, DataRequest request) => note.Kind switch
    {
        ReadNoteKind.FirstLineIsData => "the first line was taken for data, so columns are called x1, x2, … (--header if it holds names)",
        ReadNoteKind.NamesAreNumbers => "the first line counts, and was taken for names (--no-header if it is data)",
        ReadNoteKind.NamesInComment => $"a comment was taken for the names, {Display.Names(note.Names)} and so on (--no-header if it holds none)",
        ReadNoteKind.CommentsSkipped => $"{Count(note, "line")} at the top skipped as {(note.Count == 1 ? "a comment" : "comments")}",
        ReadNoteKind.DecimalCommas => "commas were taken for decimal commas (--decimal , says so, --decimal . the contrary)",
        ReadNoteKind.RowNames => $"the header is one short, so the first column was taken for names of rows (--exclude or --columns choose {Display.Names(note.Names)})",
        ReadNoteKind.IndexLeftOut => $"{Columns(note)} rows and {(note.Count == 1 ? "was" : "were")} left out"
            + (request.IsOfModel ? string.Empty : $" (--columns takes {It(note)} in)"),
        ReadNoteKind.IndexFitted => $"{Columns(note)} rows; --exclude {Display.Argument(note.Names)} leaves {It(note)} out",
        ReadNoteKind.EmptyColumns => $"{Count(note, "column")} without name or value left out",
        ReadNoteKind.EmptyRows => $"{Count(note, "row")} without a value at the end left out",
        ReadNoteKind.IncompleteRows => FormattableString.Invariant($"{note.Count} of {note.Of} rows are incomplete and were left out (--missing drop)"),
        _ => Codes(note),
    };

    private static string Count(ReadNote note, string noun) => Display.Count((int)Math.Min(note.Count, int.MaxValue), noun);

    private static string Columns(ReadNote note) =>
        note.Count == 1 ? $"column {Display.Names(note.Names)} numbers" : $"columns {Display.Names(note.Names)} number";

    private static string It(ReadNote note) => note.Count == 1 ? "it" : "them";

    private static string Codes(ReadNote note)
    {
        var words = note.Names[1..].Take(MostWords).Select((word, number) => FormattableString.Invariant($"{Display.Field(word)} is {number}"));
        return $"in column {Display.Field(note.Names[0])} {string.Join(", ", words)}{(note.Names.Length > MostWords + 1 ? ", …" : string.Empty)}";
    }
}
