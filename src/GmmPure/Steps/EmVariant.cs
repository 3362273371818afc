using GmmPure.Kernels;

namespace GmmPure;

/// <summary>What is different from plain EM: in the E-step, who belongs to whom; in the M-step, whether weights change.</summary>
public sealed record EmVariant
{
    /// <summary>Nothing.</summary>
    public static EmVariant Plain { get; } = new();

    /// <summary>
    /// Classification EM (Celeux and Govaert 1992): between the steps every row is given to its most probable component, of equals
    /// the first. It climbs the classification log-likelihood, Σ w_n·max_k ln π_k·p_k(x_n).
    /// </summary>
    public static EmVariant Hard { get; } = new() { IsHard = true };

    /// <summary>Whether every row belongs to one component, its most probable; then Σ w_n·max_k ln π_k·p_k(x_n) is climbed.</summary>
    public bool IsHard { get; init; }

    /// <summary>Whether the mixing weights stay as they are: with one ball and equal weights, hard EM is k-means.</summary>
    public bool KeepsWeights { get; init; }

    /// <summary>The components that rows are known to belong to (N), null where it is not known; empty if none are.</summary>
    public ImmutableArray<int?> Labels { get; private init; } = [];

    /// <summary>How many rows have a known label.</summary>
    public int KnownLabels { get; private init; }

    /// <summary>The labels as a pass takes them: NaN where none is known.</summary>
    private ImmutableArray<double> Given { get; init; } = [];

    private int SmallestLabel { get; init; }

    private int LargestLabel { get; init; }

    /// <summary>
    /// Rows of a known label keep it in every E-step. What is climbed is the log-likelihood of the rows and of the labels that are
    /// known: Σ w_n·ln π_k·p_k(x_n) over the labelled rows, k being the label, and Σ w_n·ln Σ_k π_k·p_k(x_n) over the others.
    /// </summary>
    /// <param name="labels">One a row, counted from 0; null where it is not known.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static EmVariant Labelled(IEnumerable<int?> labels) => Plain.WithLabels(labels);

    /// <summary>The same, where rows of a known label keep it.</summary>
    /// <param name="labels">One a row, counted from 0; null where it is not known.</param>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public EmVariant WithLabels(IEnumerable<int?> labels)
    {
        var each = GmmPure.Given.Sequence(labels).ToImmutableArray();
        return each.IsEmpty
            ? throw new ArgumentException("There is no label.", nameof(labels))
            : this with
            {
                Labels = each,
                KnownLabels = each.Count(label => label is not null),
                Given = [.. each.Select(label => label ?? double.NaN)],
                SmallestLabel = each.Min() ?? 0,
                LargestLabel = each.Max() ?? 0,
            };
    }

    /// <summary>Whether both are equal by content.</summary>
    public bool Equals(EmVariant? other) =>
        other is not null
        && IsHard == other.IsHard
        && KeepsWeights == other.KeepsWeights
        && Labels.SequenceEqual(other.Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsHard, KeepsWeights, Content.Hash(Labels));

    /// <summary>Refuses labels that do not fit.</summary>
    internal void Check(int rows, int components)
    {
        if (!Labels.IsEmpty && Labels.Length != rows)
        {
            throw new ArgumentException($"{rows} rows need as many labels, not {Labels.Length}.");
        }

        if (SmallestLabel < 0 || LargestLabel >= components)
        {
            int wrong = Labels.ToList().FindIndex(label => label < 0 || label >= components);
            throw new ArgumentException($"Row {wrong}: there is no component {Labels[wrong]} among {components}.");
        }
    }

    /// <summary>How a pass assigns rows to components.</summary>
    internal Assignment Assignment
    {
        get
        {
            var others = IsHard ? Assignment.Hard : Assignment.Soft;
            return Labels.IsEmpty ? others : Assignment.Known(Given, others);
        }
    }

    /// <summary>The component that a row is known to belong to; null if it is not known.</summary>
    internal int? KnownLabel(int row) => Labels.IsEmpty ? null : Labels[row];
}
