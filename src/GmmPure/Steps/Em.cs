using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// Expectation–maximisation for Gaussian mixtures: θ₀, θ₁ = M(E(θ₀)), θ₂ = M(E(θ₁)), … Two pure functions and the
/// lazy sequence that they unfold into (MML 11.3; Bishop 9.2.2).
/// </summary>
public static partial class Em
{
    /// <summary>
    /// The E-step: the responsibilities r_nk = π_k·N(x_n | μ_k, Σ_k) / Σ_j π_j·N(x_n | μ_j, Σ_j) (MML 11.17, Bishop
    /// 9.23), and the log-likelihood ℓ(θ) = Σ_n w_n·ln Σ_k π_k·N(x_n | μ_k, Σ_k) (MML 11.10, Bishop 9.28).
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    /// <exception cref="UnreachableRowException">
    /// A row is so far (above 1e100 standard deviations) from every component that its density has no logarithm in double
    /// precision: the first such row.
    /// </exception>
    public static EStepResult EStep(Dataset data, GaussianMixture mixture) => EStep(data, mixture, EmVariant.Plain);

    /// <summary>
    /// The E-step fused with the sums that the M-step needs, in one pass that stores no responsibilities. It takes
    /// memory O(K·D²), whatever N.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="options">Threads.</param>
    /// <param name="reference">
    /// The points about which to sum (K×D); by default the means that went in, or the data's mean where such a mean is far
    /// outside the data. To merge the expectations of parts of the data, give all of them the same points.
    /// </param>
    /// <param name="firstLeaf">
    /// Where the rows stand, if they are a part of a larger whole: the first is row firstLeaf·<see cref="Expectation.LeafRows"/>.
    /// </param>
    /// <exception cref="ArgumentException">The columns do not fit, the reference is not K×D, or the leaf is negative.</exception>
    /// <exception cref="UnreachableRowException">A row is too far from every component, as for <see cref="EStep(Dataset, GaussianMixture)"/>.</exception>
    public static Expectation Pass(
        Dataset data, GaussianMixture mixture, EmOptions? options = null, Table? reference = null, long firstLeaf = 0)
    {
        Check(data, mixture);
        ArgumentOutOfRangeException.ThrowIfNegative(firstLeaf);
        var points = reference ?? ReferencePoints.For(data.Summary, mixture);
        SufficientStatistics.CheckReference(points, mixture.ComponentCount, mixture.Dimension);
        return Expect(data, mixture, points, options ?? EmOptions.Default, Assignment.Soft, firstLeaf);
    }

    /// <summary>One iteration, M(E(θ)): the next parameters, or how a component degenerated.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is too far from every component, as for <see cref="EStep(Dataset, GaussianMixture)"/>.</exception>
    public static Outcome<GaussianMixture, Degeneracy> Step(
        Dataset data, GaussianMixture mixture, EmOptions? options = null) =>
        Step(data, mixture, EmVariant.Plain, options);

    /// <summary>
    /// The iterations as a lazy sequence. It is endless, unless a component degenerates: then the last element is the
    /// one whose M-step failed, and its status says how. Element 0 is the start, element t pairs θ_t with ℓ(θ_t). Each
    /// element that is pulled makes one pass over the data (and a second one where a mean jumps by more than eight of its new
    /// standard deviations, or a covariance collapses, so that no digits are lost); nothing is computed before it is pulled, and enumerating
    /// again gives equal values. The start is kept as it is given; the mixtures after it take the data's column names if
    /// it has none.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    /// <exception cref="UnreachableRowException">
    /// When an element is pulled: a row is too far from every component, as for <see cref="EStep(Dataset, GaussianMixture)"/>.
    /// </exception>
    public static IEnumerable<Iteration> Iterate(Dataset data, GaussianMixture start, EmOptions? options = null) =>
        Iterate(data, start, EmVariant.Plain, options);

    /// <summary>
    /// The iterations as a lazy sequence, whatever makes the passes over the data: another machine, a file, a cluster. The same
    /// bits as from data at hand, if the engine merges its parts as <see cref="Expectation.Merge"/> does.
    /// </summary>
    /// <param name="about">What is known of the whole data.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="engine">Makes a pass.</param>
    /// <param name="options">Ridge.</param>
    /// <exception cref="ArgumentException">
    /// The columns do not fit. When an element is pulled: the engine gives nothing, or not what it was asked for.
    /// </exception>
    public static IEnumerable<Iteration> Iterate(
        DataSummary about, GaussianMixture start, Expect engine, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(engine);
        ColumnNames.CheckMatch(about.Dimension, about.ColumnNames, start.Dimension, start.ColumnNames, nameof(about));
        return new VariantScheme(about, engine, EmVariant.Plain, options ?? EmOptions.Default).Unfold(start);
    }

    /// <summary>A pass over data that fit.</summary>
    private static Expectation Expect(
        Dataset data, GaussianMixture mixture, Table reference, EmOptions options, Assignment assignment, long firstLeaf = 0) =>
        Expectation.Of(
            mixture,
            reference,
            firstLeaf,
            data.Count,
            Passes.Fastest.Grow(data, mixture, reference, options.ThreadLimit, assignment, firstLeaf));

    /// <summary>The next mixture, with the names of the one before or, if that has none, of the data.</summary>
    private static GaussianMixture Named(GaussianMixture next, GaussianMixture before, DataSummary about) =>
        next.Named(before.ColumnNames.IsEmpty ? about.ColumnNames : before.ColumnNames);

    private static void Check(Dataset data, GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        mixture.CheckData(data);
    }
}
