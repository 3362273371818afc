using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// What data say of θ: ℓ(θ) and the sufficient statistics of the responsibilities, all that EM needs of the data for one
/// iteration. Parts of the data, cut between leaves of 4096 rows, give expectations that merge to the very bits of one pass
/// over the whole. Immutable, equal by content.
/// </summary>
/// <remarks>
/// Rows are summed leaf by leaf, and leaves in a binary tree over their numbers. An expectation of a part holds the tree's
/// largest whole branches, each as sums with their rounding errors; merging joins branches that are neighbours, as one pass
/// over both parts would.
/// </remarks>
public sealed partial record Expectation
{
    /// <summary>The number of rows of a leaf: parts of the data are cut where a multiple of it begins.</summary>
    public const int LeafRows = Leaves.Rows;

    /// <summary>2⁴⁸, the number of the last leaf that there may be.</summary>
    internal const long MostLeaves = 1L << 48;

    private readonly EqualArray<int> levels;
    private readonly EqualArray<long> indices;
    private readonly EqualContent<ImmutableArray<ImmutableArray<ImmutableArray<double>>>> numbers;

    private Expectation(
        MomentLayout layout,
        Table reference,
        long firstLeaf,
        long rowCount,
        SumTree tree,
        Degeneracy.Unreachable? unreachable = null)
    {
        (Layout, Reference, FirstLeaf, RowCount) = (layout, reference, firstLeaf, rowCount);
        ImmutableArray<(int Level, long Index, PassSums Sums)> branches = [.. tree.Branches];
        var total = tree.Total();
        levels = branches.Select(branch => branch.Level).ToImmutableArray();
        indices = branches.Select(branch => branch.Index).ToImmutableArray();
        numbers = new(branches.Select(branch => branch.Sums.Freeze()).ToImmutableArray());
        Unreachable = unreachable
            ?? (total.FirstUnreached is { } row ? new((firstLeaf * LeafRows) + row.Row, row.Label, row.LogDensity) : null);
        LogLikelihood = Unreachable?.LogDensity ?? total.LogLikelihood.Total;
        Statistics = total.Moments!.ToStatistics();
    }

    /// <summary>Which second moments the statistics hold.</summary>
    public MomentLayout Layout { get; }

    /// <summary>c, the points about which they are summed, one a component (K×D).</summary>
    public Table Reference { get; }

    /// <summary>The number of the first leaf in the whole data: its first row is row <see cref="FirstLeaf"/>·4096.</summary>
    public long FirstLeaf { get; }

    /// <summary>The number of rows.</summary>
    public long RowCount { get; }

    /// <summary>ℓ(θ) of the parameters that went in: a total over the rows, weighted, in nats; −∞ if a row has density 0.</summary>
    public double LogLikelihood { get; }

    /// <summary>
    /// The first row, counted in the whole data, that has density 0, which leaves θ without a next one; null if there is none. Such
    /// rows have no part in the statistics.
    /// </summary>
    public Degeneracy.Unreachable? Unreachable { get; }

    /// <summary>N_k = Σ_n w_n·r_nk (K), in rows.</summary>
    public ImmutableArray<double> EffectiveCounts => Statistics.EffectiveCounts;

    /// <summary>The sufficient statistics of the responsibilities.</summary>
    public SufficientStatistics Statistics { get; }

    /// <summary>The expectation of no rows at all, which merges with any other of the same layout and points.</summary>
    /// <param name="layout">Which second moments its statistics are to hold: a structure's <see cref="CovarianceStructure.Moments"/>.</param>
    /// <param name="reference">c (K×D).</param>
    /// <exception cref="ArgumentException">There is no component, or no column.</exception>
    public static Expectation Zero(MomentLayout layout, Table reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference is { RowCount: > 0, ColumnCount: > 0 }
            ? Of(layout, reference, 0, 0, [])
            : throw new ArgumentException("Reference points are K×D numbers, at least one.", nameof(reference));
    }

    /// <summary>
    /// The expectation of these rows and those that follow them in the whole data: the bits of one pass over both. The order
    /// in which several parts are merged does not matter.
    /// </summary>
    /// <param name="next">Of the rows that follow, under the same θ, about the same points.</param>
    /// <exception cref="ArgumentException">
    /// They differ in layout or points, the rows do not follow, or these do not end where a leaf ends.
    /// </exception>
    public Expectation Merge(Expectation next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (Layout != next.Layout || Reference != next.Reference)
        {
            throw new ArgumentException("Expectations merge if they have one layout and one reference.", nameof(next));
        }

        if (RowCount == 0 || next.RowCount == 0)
        {
            return RowCount == 0 ? next : this;
        }

        long end = (FirstLeaf * LeafRows) + RowCount;
        return next.FirstLeaf * LeafRows == end
            ? Of(
                Layout,
                Reference,
                FirstLeaf,
                RowCount + next.RowCount,
                Branches.Concat(next.Branches),
                Unreachable ?? next.Unreachable)
            : throw new ArgumentException(
                $"Rows from {next.FirstLeaf * LeafRows} on do not follow rows that end at {end}.", nameof(next));
    }

    /// <summary>A short description: which rows, and their log-likelihood.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"Expectation of {RowCount} rows from {FirstLeaf * LeafRows} on: log-likelihood {LogLikelihood}");

    /// <summary>The branches, each with its level, its index there, and ℓ, counts, first and second moments with their errors.</summary>
    internal IEnumerable<(int Level, long Index, ImmutableArray<ImmutableArray<double>> Numbers)> Branches =>
        levels.Items.Zip(indices.Items, numbers.Value);

    /// <summary>An expectation of branches in the order of the rows.</summary>
    internal static Expectation Of(
        MomentLayout layout,
        Table reference,
        long firstLeaf,
        long rowCount,
        IEnumerable<(int Level, long Index, ImmutableArray<ImmutableArray<double>> Numbers)> branches,
        Degeneracy.Unreachable? unreachable = null) =>
        new(layout, reference, firstLeaf, rowCount, Passes.Fastest.Regrow(layout, reference, branches), unreachable);

    /// <summary>An expectation of a tree that nobody else holds.</summary>
    internal static Expectation Of(GaussianMixture mixture, Table reference, long firstLeaf, long rowCount, SumTree tree) =>
        new(mixture.Structure.Moments, reference, firstLeaf, rowCount, tree);
}
