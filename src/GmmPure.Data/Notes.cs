using GmmPure.Data.Text;

namespace GmmPure.Data;

/// <summary>Notes that every format has.</summary>
internal static class Notes
{
    /// <summary>Says how words were numbered, where these are not of truth.</summary>
    public static void AddWords(
        ImmutableArray<ReadNote>.Builder notes, FileColumns columns, ColumnRoles roles, ImmutableArray<ImmutableArray<string>> words) =>
        notes.AddRange(words.Index().Where(each => !Words.AreOfTruth(each.Item)).Select(each =>
            ReadNote.About(ReadNoteKind.WordsNumbered, [columns.Names[roles.Observation[each.Index]], .. each.Item])));

    /// <summary>Says which columns were left out though nobody chose.</summary>
    public static void AddSetAside(
        ImmutableArray<ReadNote>.Builder notes, FileColumns columns, ColumnRoles roles, ColumnChoice choice, ImmutableArray<int> empty)
    {
        if (choice.Only is not null)
        {
            return;
        }

        ImmutableArray<int> left =
            [.. columns.SetAside.Where(column => !roles.Use(column) && !choice.Without.Contains(columns.Names[column], StringComparer.Ordinal))];
        ImmutableArray<string> indices = [.. left.Except(empty).Select(column => columns.Names[column]).Except(RowNames(notes), StringComparer.Ordinal)];
        if (!indices.IsEmpty)
        {
            notes.Add(ReadNote.About(ReadNoteKind.IndexLeftOut, indices));
        }

        int emptyCount = left.Intersect(empty).Count();
        if (emptyCount > 0)
        {
            notes.Add(new ReadNote(ReadNoteKind.EmptyColumns, [], emptyCount));
        }
    }

    private static IEnumerable<string> RowNames(IEnumerable<ReadNote> notes) =>
        notes.Where(note => note.Kind is ReadNoteKind.RowNames).SelectMany(note => note.Names);
}
