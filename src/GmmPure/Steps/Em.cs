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
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="UnreachableRowException">
    /// A row is so far (above 1e100 standard deviations) from every component, or from the one of its label, that its density is 0
    /// in double precision: the first such row. A pass and a sequence go without: they have ℓ = −∞.
    /// </exception>
    public static EStepResult EStep(
        Dataset data, GaussianMixture mixture, EmVariant? variant = null, EmOptions? options = null)
    {
        var chosen = variant ?? EmVariant.Plain;
        Check(data, mixture);
        var kernels = KernelSet.Widest;
        var passes = new DensityPasses(data, chosen.Assignment, kernels, (options ?? EmOptions.Default).ThreadLimit);
        var (responsibilities, logLikelihood) = passes.Responsibilities(
            kernels.Densities(MixtureTerms.Of(mixture)), mixture.Weights);
        return new EStepResult(new Responsibilities(responsibilities), logLikelihood);
    }

    /// <summary>
    /// The E-step fused with the sums that the M-step needs, in one pass that stores no responsibilities. It takes
    /// memory O(K·D²), whatever N. A row that no component reaches has no part in the sums, and is the expectation's
    /// <see cref="Expectation.Unreachable"/>.
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
    /// At most 2⁴⁸.
    /// </param>
    /// <exception cref="ArgumentException">The columns do not fit, the reference is not K×D, or the leaf is negative or above 2⁴⁸.</exception>
    public static Expectation Pass(
        Dataset data, GaussianMixture mixture, EmOptions? options = null, Table? reference = null, long firstLeaf = 0)
    {
        Check(data, mixture);
        var points = reference ?? ReferencePoints.For(data.Summary, mixture);
        CheckPlace(mixture, points, firstLeaf);
        return Expect(data, mixture, points, options ?? EmOptions.Default, EmVariant.Plain.Assignment, firstLeaf);
    }

    /// <summary>The same of rows, wherever they lie, which are read once: the bits of the pass over a data set of them.</summary>
    /// <param name="rows">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="reference">The points about which to sum (K×D).</param>
    /// <param name="options">Threads.</param>
    /// <param name="firstLeaf">Where the rows stand in a larger whole: the first is row firstLeaf·<see cref="Expectation.LeafRows"/>. At most 2⁴⁸.</param>
    /// <exception cref="ArgumentException">
    /// The columns do not fit, the reference is not K×D, the leaf is negative or above 2⁴⁸, there are more than 2⁶⁰ rows, or one is
    /// none that a data set could hold, or has a label that is no component's.
    /// </exception>
    public static Expectation Pass(
        IRowSource rows, GaussianMixture mixture, Table reference, EmOptions? options = null, long firstLeaf = 0)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(reference);
        if (RowBlock.Check(rows) is Dataset data)
        {
            return Pass(data, mixture, options, reference, firstLeaf);
        }

        ColumnNames.CheckDimension(rows.Dimension, mixture.Dimension, nameof(rows));
        CheckPlace(mixture, reference, firstLeaf);
        return Expect(rows, mixture, reference, options ?? EmOptions.Default, EmVariant.Plain.Assignment, firstLeaf);
    }

    /// <summary>One iteration, M(E(θ)): the next parameters, or why there are none.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public static Outcome<GaussianMixture, Degeneracy> Step(
        Dataset data, GaussianMixture mixture, EmOptions? options = null) =>
        Step(data, mixture, EmVariant.Plain, options);

    /// <summary>One iteration of a variant of EM: the next parameters, or why there are none.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    public static Outcome<GaussianMixture, Degeneracy> Step(
        Dataset data, GaussianMixture mixture, EmVariant variant, EmOptions? options = null)
    {
        Check(data, mixture);
        return MapOf(data, Given.Value(variant), options).Step(mixture);
    }

    /// <summary>A pass over data that fit.</summary>
    private static Expectation Expect(
        IRowSource data, GaussianMixture mixture, Table reference, EmOptions options, Assignment assignment, long firstLeaf = 0) =>
        Expectation.Of(
            mixture,
            reference,
            firstLeaf,
            data.Count,
            Passes.Fastest.Grow(data, mixture, reference, options.ThreadLimit, assignment, firstLeaf));

    /// <summary>The next mixture, with the names of the one before or, if that has none, of the data.</summary>
    private static GaussianMixture Named(GaussianMixture next, GaussianMixture before, DataSummary about) =>
        next.Named(before.ColumnNames.IsEmpty ? about.ColumnNames : before.ColumnNames);

    private static void CheckPlace(GaussianMixture mixture, Table reference, long firstLeaf)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstLeaf);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstLeaf, Expectation.MostLeaves);
        SufficientStatistics.CheckReference(reference, mixture.ComponentCount, mixture.Dimension);
    }

    private static void Check(Dataset data, GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        ArgumentNullException.ThrowIfNull(data);
        Check(data.Summary, mixture, nameof(data));
    }

    /// <summary>Refuses a mixture of other columns than the data, or of fewer components than their labels count.</summary>
    private static void Check(DataSummary about, GaussianMixture mixture, string parameter)
    {
        ColumnNames.CheckMatch(about, mixture.Dimension, mixture.ColumnNames, parameter);
        about.CheckLabels(mixture.ComponentCount, parameter);
    }
}
