namespace GmmPure;

/// <summary>The labels of rows, with what is asked of them at every pass: made once.</summary>
/// <param name="Each">The labels (N), null where one is not known; or none.</param>
/// <param name="Numbers">The labels as passes take them (N): NaN where one is not known; or none.</param>
/// <param name="Known">The number of known labels.</param>
/// <param name="Largest">The largest label; −1 where none is known.</param>
internal readonly record struct LabelSet(EqualArray<int?> Each, EqualArray<double> Numbers, int Known, int Largest)
{
    /// <summary>No labels at all.</summary>
    public static LabelSet None => new(ImmutableArray<int?>.Empty, ImmutableArray<double>.Empty, 0, -1);

    /// <summary>Labels of so many rows.</summary>
    /// <param name="labels">One a row, counted from 0; null where it is not known.</param>
    /// <param name="rows">N.</param>
    /// <exception cref="ArgumentException">There is not one label for each row, or one is negative.</exception>
    public static LabelSet Of(IEnumerable<int?> labels, int rows)
    {
        var each = Given.Sequence(labels).ToImmutableArray();
        if (each.Length != rows)
        {
            throw new ArgumentException($"{rows} rows need as many labels, not {each.Length}.", nameof(labels));
        }

        int negative = each.ToList().FindIndex(label => label < 0);
        return negative < 0
            ? new LabelSet(
                each, each.Select(label => label ?? double.NaN).ToImmutableArray(), each.Count(label => label is not null), each.Max() ?? -1)
            : throw new ArgumentException($"Row {negative}: a label must not be negative, not {each[negative]}.", nameof(labels));
    }
}
