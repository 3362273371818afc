using GmmPure.Kernels;

namespace GmmPure;

/// <content>Variants of EM for Gaussian mixtures: hard assignments, known labels, fixed weights.</content>
public static partial class Em
{
    /// <summary>The E-step in which rows may be given to one component, or are known to be one's.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is too far from every component, or from the one of its label.</exception>
    public static EStepResult EStep(Dataset data, GaussianMixture mixture, EmVariant variant)
    {
        Check(data, mixture, variant);
        var (responsibilities, logLikelihood) =
            Passes.Fastest.Responsibilities(data, mixture, EmOptions.AllThreads, variant.Assignment);
        return new EStepResult(new Responsibilities(responsibilities), logLikelihood);
    }

    /// <summary>One iteration of a variant of EM: the next parameters, or how a component degenerated.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components in D dimensions.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row is too far from every component, or from the one of its label.</exception>
    public static Outcome<GaussianMixture, Degeneracy> Step(
        Dataset data, GaussianMixture mixture, EmVariant variant, EmOptions? options = null)
    {
        Check(data, mixture, variant);
        var scheme = new VariantScheme(data, variant, options ?? EmOptions.Default);
        return scheme.Maximise(mixture, scheme.Expect(mixture));
    }

    /// <summary>
    /// The iterations of a variant of EM, as a lazy sequence like the others: hard EM, EM with known labels, EM with fixed weights.
    /// It makes the same passes as the plain sequence, and stores no responsibilities. Element t pairs θ_t with the variant's own objective at θ_t.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="start">θ₀. Labels count its components.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    /// <exception cref="UnreachableRowException">
    /// When an element is pulled: a row is too far from every component, or from the one of its label.
    /// </exception>
    public static IEnumerable<Iteration> Iterate(
        Dataset data, GaussianMixture start, EmVariant variant, EmOptions? options = null)
    {
        Check(data, start, variant);
        var scheme = new VariantScheme(data, variant, options ?? EmOptions.Default);
        return scheme.Unfold(start, scheme.Expect);
    }

    private static void Check(Dataset data, GaussianMixture mixture, EmVariant variant)
    {
        Check(data, mixture);
        ArgumentNullException.ThrowIfNull(variant);
        variant.Check(data.Count, mixture.ComponentCount);
    }

    /// <summary>The two steps of one variant of EM on one data set, for any θ.</summary>
    internal sealed class VariantScheme(Dataset data, EmVariant variant, EmOptions options)
    {
        private readonly Assignment assignment = variant.Assignment;

        public DataPass Expect(GaussianMixture mixture) => Em.Expect(data, mixture, assignment, options);

        public Outcome<GaussianMixture, Degeneracy> Maximise(GaussianMixture mixture, DataPass pass) =>
            Next(data, mixture, pass, options, points => Em.Expect(data, mixture, assignment, options, points))
                .Map(next => variant.KeepsWeights ? next.WithWeights(mixture.Weights) : next);

        /// <summary>The sequence that the steps unfold into, with any source of passes.</summary>
        public IEnumerable<Iteration> Unfold(GaussianMixture start, Func<GaussianMixture, DataPass> pass) => Scheme.Unfold(
            start,
            expect: pass,
            maximise: Maximise,
            element: (index, mixture, expected, status) => new Iteration(
                index,
                mixture,
                expected.LogLikelihood,
                expected.Statistics.EffectiveCounts,
                data,
                options,
                status,
                variant));
    }
}
