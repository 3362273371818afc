namespace GmmPure.Data;

/// <summary>Which columns of a file are what, counted from 0.</summary>
public sealed record ColumnRoles
{
    private readonly EqualArray<int> observation;
    private readonly EqualArray<int> kept = ImmutableArray<int>.Empty;

    /// <param name="observation">One or more, in the order wanted.</param>
    /// <param name="weights">The row weights, if there are any.</param>
    /// <param name="labels">The rows' labels, if there are any.</param>
    /// <param name="mayLackLabels">Whether the label of a row may be missing.</param>
    /// <exception cref="ArgumentException">There is no column in the observation, or one is negative.</exception>
    public ColumnRoles(ImmutableArray<int> observation, int? weights = null, int? labels = null, bool mayLackLabels = false)
    {
        if (observation.IsDefaultOrEmpty || observation.Any(column => column < 0) || weights < 0 || labels < 0)
        {
            throw new ArgumentException("Columns count from 0, and at least one is observed.", nameof(observation));
        }

        this.observation = observation;
        (Weights, Labels, MayLackLabels) = (weights, labels, mayLackLabels);
    }

    /// <summary>The columns of the observation, in the order wanted.</summary>
    public ImmutableArray<int> Observation
    {
        get => observation;
        init => observation = value;
    }

    /// <summary>The row weights, if there are any.</summary>
    public int? Weights { get; }

    /// <summary>The rows' labels, if there are any.</summary>
    public int? Labels { get; }

    /// <summary>Whether the label of a row may be missing.</summary>
    public bool MayLackLabels { get; }

    /// <summary>The columns that are carried through as text, in the order wanted; they may have another role too.</summary>
    public ImmutableArray<int> Kept
    {
        get => kept;
        init => kept = value.IsDefault || value.Any(column => column < 0)
            ? throw new ArgumentException("Columns count from 0.", nameof(value))
            : value;
    }

    /// <summary>Whether a column is any of these.</summary>
    internal bool Use(int column) => IsNumber(column) || column == Labels || Kept.Contains(column);

    /// <summary>Whether the numbers of a column are wanted.</summary>
    internal bool IsNumber(int column) => column == Weights || Observation.Contains(column);
}
