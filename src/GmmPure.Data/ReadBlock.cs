namespace GmmPure.Data;

/// <summary>Rows of a file that follow one another.</summary>
public sealed record ReadBlock
{
    private readonly EqualArray<double> weights;
    private readonly EqualArray<EqualArray<string>> kept;
    private readonly EqualArray<ReadNote> notes;

    internal ReadBlock(
        long first,
        Table values,
        ImmutableArray<double> weights,
        ImmutableArray<ImmutableArray<string>> kept,
        FileColumns columns,
        ColumnRoles roles,
        ImmutableArray<ReadNote> notes)
    {
        (First, Values, Columns, Roles) = (first, values, columns, roles);
        (this.weights, this.notes) = (weights, notes);
        this.kept = kept.Select(texts => (EqualArray<string>)texts).ToImmutableArray();
    }

    /// <summary>The number of its first row, counted from 0; rows that were left out do not count.</summary>
    public long First { get; }

    /// <summary>
    /// The observations (n×D), finite numbers; there may be none. They may be larger in magnitude than <see cref="Dataset.LargestValue"/>,
    /// so that not every block makes a data set.
    /// </summary>
    public Table Values { get; }

    /// <summary>The row weights (n); empty if no column holds any.</summary>
    public ImmutableArray<double> Weights => weights;

    /// <summary>Of each column that is carried through the texts of the rows (n), as they stand in the file.</summary>
    public ImmutableArray<ImmutableArray<string>> Kept => [.. kept.Items.Select(texts => texts.Items)];

    /// <summary>All of the file's columns.</summary>
    public FileColumns Columns { get; }

    /// <summary>Which of them are what.</summary>
    public ColumnRoles Roles { get; }

    /// <summary>What was guessed and wasn't plain, and what was left out, up to here; of the last block all of it.</summary>
    public ImmutableArray<ReadNote> Notes => notes;
}
