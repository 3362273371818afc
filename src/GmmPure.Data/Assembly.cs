using GmmPure.Data.Text;

namespace GmmPure.Data;

/// <summary>Makes data of numbers that were read.</summary>
internal static class Assembly
{
    /// <summary>How many columns can be computed with.</summary>
    private const int MostColumns = 1 << 22;

    /// <summary>Makes the data set, or says what is wrong with the numbers and where.</summary>
    /// <param name="values">The observation's values (N×D).</param>
    /// <param name="weights">The row weights, or none.</param>
    /// <param name="labels">The rows' labels, or none.</param>
    /// <param name="words">The words that numbers of each column stand for, or none.</param>
    /// <param name="columns">The file's columns.</param>
    /// <param name="roles">Which of them are what.</param>
    /// <param name="notes">What was guessed.</param>
    public static ReadData Data(
        NumberStore values,
        ReadOnlySpan<double> weights,
        ImmutableArray<string> labels,
        ImmutableArray<ImmutableArray<string>> words,
        FileColumns columns,
        ColumnRoles roles,
        ImmutableArray<ReadNote>.Builder notes)
    {
        int width = roles.Observation.Length;
        if (width > MostColumns)
        {
            throw new ReadException(new ReadFault.TooManyColumns(width, MostColumns));
        }

        var table = Table.Create(values.Count / width, width, values.Freeze());
        var data = Dataset.TryCreate(table, weights).Or(fault => throw new ReadException(new ReadFault.NoDataset(fault, roles, columns)));
        return new ReadData(
            data.WithColumnNames(roles.Observation.Select(column => columns.Names[column])), labels, words, columns, notes.DrainToImmutable());
    }

    /// <summary>Says how words were numbered, where these are not of truth.</summary>
    public static void NoteWords(
        ImmutableArray<ReadNote>.Builder notes, FileColumns columns, ColumnRoles roles, ImmutableArray<ImmutableArray<string>> words) =>
        notes.AddRange(words.Index().Where(each => !Words.AreOfTruth(each.Item)).Select(each =>
            ReadNote.About(ReadNoteKind.WordsNumbered, [columns.Names[roles.Observation[each.Index]], .. each.Item])));

    /// <summary>Says which columns were left out though nobody chose.</summary>
    public static void NoteSetAside(
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
