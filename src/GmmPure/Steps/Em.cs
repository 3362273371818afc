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
    /// outside the data. To merge the statistics of parts of the data, give all of them the same points.
    /// </param>
    /// <exception cref="ArgumentException">The columns do not fit, or the reference is not K×D.</exception>
    /// <exception cref="UnreachableRowException">A row is too far from every component, as for <see cref="EStep(Dataset, GaussianMixture)"/>.</exception>
    public static DataPass Pass(
        Dataset data, GaussianMixture mixture, EmOptions? options = null, Table? reference = null)
    {
        Check(data, mixture);
        return Expect(data, mixture, Assignment.Soft, options ?? EmOptions.Default, reference);
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

    /// <summary>The sequence, whatever makes the passes: what pulls them can be seen in tests.</summary>
    internal static IEnumerable<Iteration> Unfold(
        Dataset data, GaussianMixture start, EmOptions options, Func<GaussianMixture, DataPass> pass) =>
        new VariantScheme(data, EmVariant.Plain, options).Unfold(start, pass);

    /// <summary>The pass of data that fit, with rows assigned to components in any way.</summary>
    private static DataPass Expect(
        Dataset data, GaussianMixture mixture, Assignment assignment, EmOptions options, Table? reference = null)
    {
        var points = reference ?? ReferencePoints.For(data, mixture);
        SufficientStatistics.CheckReference(points, mixture.ComponentCount, mixture.Dimension);
        var (logLikelihood, statistics) = Passes.Fastest.Expect(data, mixture, points, options.ThreadLimit, assignment);
        return new DataPass(logLikelihood, statistics);
    }

    /// <summary>
    /// The M-step after a pass. Where a mean jumps so far that the covariance about it would be lost in the second moments
    /// about the old one, or is lost, a second pass sums them about the new means, before anything is called degenerate.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: what the pass was made with.</param>
    /// <param name="pass">What it gave.</param>
    /// <param name="options">Ridge.</param>
    /// <param name="again">The same pass about other reference points (K×D).</param>
    private static Outcome<GaussianMixture, Degeneracy> Next(
        Dataset data, GaussianMixture mixture, DataPass pass, EmOptions options, Func<Table, DataPass> again)
    {
        var next = MStep(pass.Statistics, data.ColumnVariances, options);
        if (ReferencePoints.AreTooFar(pass.Statistics.Reference, next)
            && UpdateMeans(pass.Statistics).TryGet(out var means, out _))
        {
            next = MStep(again(means).Statistics, data.ColumnVariances, options);
        }

        return next.Map(better => Named(better, mixture, data));
    }

    /// <summary>The next mixture, with the names of the one before or, if that has none, of the data.</summary>
    private static GaussianMixture Named(GaussianMixture next, GaussianMixture before, Dataset data) =>
        next.Named(before.ColumnNames.IsEmpty ? data.ColumnNames : before.ColumnNames);

    private static void Check(Dataset data, GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        mixture.CheckData(data);
    }
}
