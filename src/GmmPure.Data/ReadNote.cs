namespace GmmPure.Data;

/// <summary>Something that was guessed while reading, or left out, and should be known.</summary>
public sealed record ReadNote
{
    private readonly EqualArray<string> names;

    internal ReadNote(ReadNoteKind kind, ImmutableArray<string> names, long count = 0, long of = 0)
    {
        (Kind, Count, Of) = (kind, count, of);
        this.names = names;
    }

    /// <summary>What it is about.</summary>
    public ReadNoteKind Kind { get; }

    /// <summary>The columns or the words that it is about.</summary>
    public ImmutableArray<string> Names => names;

    /// <summary>How many rows, columns or lines it is about.</summary>
    public long Count { get; }

    /// <summary>Of how many.</summary>
    public long Of { get; }

    internal static ReadNote About(ReadNoteKind kind, params ImmutableArray<string> names) => new(kind, names, names.Length);
}

/// <summary>What a note is about.</summary>
public enum ReadNoteKind
{
    /// <summary>The first line was taken for data, though it might name the columns.</summary>
    FirstLineIsData,

    /// <summary>The first line was taken for names, though they are numbers.</summary>
    NamesAreNumbers,

    /// <summary>A line that begins like a comment was taken for names.</summary>
    NamesInComment,

    /// <summary>Lines before the data were taken for comments.</summary>
    CommentsSkipped,

    /// <summary>Commas were taken for decimal marks.</summary>
    DecimalCommas,

    /// <summary>The first column was taken for the names of rows, as the header is one short.</summary>
    RowNames,

    /// <summary>A column was taken for numbers of rows, and left out.</summary>
    IndexLeftOut,

    /// <summary>A column that counts rows is part of the observation.</summary>
    IndexFitted,

    /// <summary>Columns without a name are empty throughout, and were left out.</summary>
    EmptyColumns,

    /// <summary>Rows at the end hold no value, and were left out.</summary>
    EmptyRows,

    /// <summary>Rows of which something is missing were left out.</summary>
    IncompleteRows,

    /// <summary>Words of a column were numbered: the first name is the column's, then come the words from number 0 on.</summary>
    WordsNumbered,
}
