using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// What the M-step needs to know of the data and the responsibilities, about a reference point c_k for each component:
/// N_k = Σ r, s_k = Σ r·(x − c_k) and S_k = Σ r·(x − c_k)(x − c_k)ᵀ, where r includes the row's weight. Statistics about
/// the same points form a commutative monoid, up to rounding: parts of the data can be summed anywhere, in any order,
/// and merged.
/// </summary>
public sealed record SufficientStatistics
{
    private readonly EqualArray<double> effectiveCounts;

    internal SufficientStatistics(
        MomentLayout layout,
        Table reference,
        ImmutableArray<double> effectiveCounts,
        Table firstMoments,
        Table secondMoments)
    {
        Layout = layout;
        Reference = reference;
        this.effectiveCounts = effectiveCounts;
        FirstMoments = firstMoments;
        SecondMoments = secondMoments;
    }

    /// <summary>Which second moments there are: they suffice for every covariance structure of these <see cref="CovarianceStructure.Moments"/>.</summary>
    public MomentLayout Layout { get; }

    /// <summary>c, one reference point a component (K×D). Near the means, no digits are lost.</summary>
    public Table Reference { get; }

    /// <summary>N_k (K).</summary>
    public ImmutableArray<double> EffectiveCounts => effectiveCounts;

    /// <summary>s_k, one row a component (K×D).</summary>
    public Table FirstMoments { get; }

    /// <summary>
    /// S_k: one row a component, or a single row with their sum if they are pooled. A row is the D×D matrix row by row (full), its
    /// diagonal (D), its trace (1) or nothing (0).
    /// </summary>
    public Table SecondMoments { get; }

    /// <summary>K.</summary>
    public int ComponentCount => Reference.RowCount;

    /// <summary>D.</summary>
    public int Dimension => Reference.ColumnCount;

    /// <summary>Σ N_k: N.</summary>
    public double TotalWeight => EffectiveCounts.Sum();

    /// <summary>The statistics of no data at all: the monoid's neutral element.</summary>
    /// <param name="layout">Which second moments there are to be: a structure's <see cref="CovarianceStructure.Moments"/>.</param>
    /// <param name="reference">c (K×D).</param>
    public static SufficientStatistics Zero(MomentLayout layout, Table reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Passes.Fastest.NoStatistics(layout, reference);
    }

    /// <summary>The statistics of data under given responsibilities.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="layout">Which second moments there are to be: a structure's <see cref="CovarianceStructure.Moments"/>.</param>
    /// <param name="reference">c (K×D).</param>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public static SufficientStatistics Of(
        Dataset data, Responsibilities responsibilities, MomentLayout layout, Table reference) =>
        Of(data, responsibilities, layout, reference, EmOptions.AllThreads);

    internal static SufficientStatistics Of(
        Dataset data, Responsibilities responsibilities, MomentLayout layout, Table reference, int threads)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(responsibilities);
        ArgumentNullException.ThrowIfNull(reference);
        if (responsibilities.Count != data.Count)
        {
            throw new ArgumentException(
                $"{data.Count} rows of data need as many of responsibilities, not {responsibilities.Count}.",
                nameof(responsibilities));
        }

        CheckReference(reference, responsibilities.ComponentCount, data.Dimension);
        return Passes.Fastest.Statistics(data, new TableTerms(responsibilities.Values), layout, reference, threads);
    }

    /// <summary>The statistics of both parts of the data together.</summary>
    /// <param name="other">The statistics of other rows, about the same points.</param>
    /// <exception cref="ArgumentException">
    /// They differ in layout or reference points: give <see cref="Em.Pass(Dataset, GaussianMixture, EmOptions, Table, long)"/> the same ones, or see <see cref="About"/>.
    /// </exception>
    public SufficientStatistics Merge(SufficientStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Layout == other.Layout && Reference.Equals(other.Reference)
            ? new SufficientStatistics(
                Layout,
                Reference,
                Sum(EffectiveCounts, other.EffectiveCounts),
                Sum(FirstMoments, other.FirstMoments),
                Sum(SecondMoments, other.SecondMoments))
            : throw new ArgumentException("Statistics merge if they have one layout and one reference.", nameof(other));
    }

    /// <summary>
    /// The same statistics about other points: with δ = c′ − c, s′ = s − N·δ and S′ = S − s·δᵀ − δ·s′ᵀ.
    /// </summary>
    /// <param name="reference">c′ (K×D).</param>
    /// <exception cref="ArgumentException">The shape does not fit.</exception>
    public SufficientStatistics About(Table reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        CheckReference(reference, ComponentCount, Dimension);
        double[] first = FirstMoments.Elements.ToArray();
        double[] second = SecondMoments.Elements.ToArray();
        for (int k = 0; k < ComponentCount; k++)
        {
            var target = second.AsSpan(Layout.IsPooled ? 0 : k * SecondMoments.ColumnCount, SecondMoments.ColumnCount);
            Shift(k, reference.Row(k), first.AsSpan(k * Dimension, Dimension), target);
        }

        return new SufficientStatistics(
            Layout,
            reference,
            EffectiveCounts,
            Table.Wrap(ComponentCount, Dimension, first),
            Table.Wrap(SecondMoments.RowCount, SecondMoments.ColumnCount, second));
    }

    /// <summary>What covariances about the reference points are estimated from.</summary>
    internal Scatter Scatter => new(Layout, EffectiveCounts, SecondMoments);

    internal static void CheckReference(Table reference, int components, int dimension)
    {
        if (reference.RowCount != components || reference.ColumnCount != dimension)
        {
            throw new ArgumentException(
                $"The reference must be {components}×{dimension}, not {reference.RowCount}×{reference.ColumnCount}.",
                nameof(reference));
        }
    }

    private static ImmutableArray<double> Sum(ImmutableArray<double> left, ImmutableArray<double> right) =>
        [.. left.Zip(right, (one, other) => one + other)];

    private static Table Sum(Table left, Table right) =>
        Table.Create(left.RowCount, left.ColumnCount, Sum(left.Elements, right.Elements));

    /// <summary>On entry s and S are about c, on return about c′ (in a shared S only this component's part changes).</summary>
    private void Shift(int component, ReadOnlySpan<double> towards, Span<double> first, Span<double> second)
    {
        var from = Reference.Row(component);
        double[] delta = new double[Dimension];
        double[] shifted = new double[Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            delta[i] = towards[i] - from[i];
            shifted[i] = first[i] - (EffectiveCounts[component] * delta[i]);
        }

        for (int i = 0; i < Dimension; i++)
        {
            switch (Layout.Shape)
            {
                case MomentShape.Full:
                    for (int j = 0; j <= i; j++)
                    {
                        double moved = second[(i * Dimension) + j] - (first[i] * delta[j]) - (delta[i] * shifted[j]);
                        second[(i * Dimension) + j] = moved;
                        second[(j * Dimension) + i] = moved;
                    }

                    break;
                case MomentShape.Diagonal:
                    second[i] = second[i] - (first[i] * delta[i]) - (delta[i] * shifted[i]);
                    break;
                case MomentShape.Trace:
                    second[0] = second[0] - (first[i] * delta[i]) - (delta[i] * shifted[i]);
                    break;
            }
        }

        shifted.CopyTo(first);
    }
}
