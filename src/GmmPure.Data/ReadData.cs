namespace GmmPure.Data;

/// <summary>Data as a file gives them.</summary>
public sealed record ReadData
{
    private readonly EqualArray<string> labels;
    private readonly EqualArray<EqualArray<string>> kept;
    private readonly EqualArray<EqualArray<string>> words;
    private readonly EqualArray<ReadNote> notes;

    internal ReadData(
        Dataset data,
        ImmutableArray<string> labels,
        ImmutableArray<ImmutableArray<string>> kept,
        ImmutableArray<ImmutableArray<string>> words,
        FileColumns columns,
        ImmutableArray<ReadNote> notes)
    {
        (Data, Columns) = (data, columns);
        (this.labels, this.notes) = (labels, notes);
        this.kept = kept.Select(texts => (EqualArray<string>)texts).ToImmutableArray();
        this.words = words.Select(column => (EqualArray<string>)column).ToImmutableArray();
    }

    /// <summary>The observation's columns with their names, and the row weights.</summary>
    public Dataset Data { get; }

    /// <summary>The rows' labels, blank where one is missing; empty if no column holds any.</summary>
    public ImmutableArray<string> Labels => labels;

    /// <summary>Of each column that is carried through the texts of the rows (N), as they stand in the file.</summary>
    public ImmutableArray<ImmutableArray<string>> Kept => [.. kept.Items.Select(texts => texts.Items)];

    /// <summary>
    /// Of each column of the observation (D) the words that its numbers 0, 1, 2, … stand for; empty where it holds numbers, or words
    /// of truth, or the words had their numbers before.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> Words => [.. words.Items.Select(column => column.Items)];

    /// <summary>All of the file's columns.</summary>
    public FileColumns Columns { get; }

    /// <summary>What was guessed and wasn't plain, and what was left out.</summary>
    public ImmutableArray<ReadNote> Notes => notes;
}
