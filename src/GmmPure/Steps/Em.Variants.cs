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
        var steps = StepsOf(data, variant, options);
        return steps.Maximise(mixture, steps.Expect(mixture));
    }

    private static void Check(Dataset data, GaussianMixture mixture, EmVariant variant)
    {
        Check(data, mixture);
        ArgumentNullException.ThrowIfNull(variant);
        variant.Check(data.Count, mixture.ComponentCount);
    }

    private static VariantSteps StepsOf(Dataset data, EmVariant variant, EmOptions? options)
    {
        var chosen = options ?? EmOptions.Default;
        var assignment = variant.Assignment;
        return new VariantSteps(
            data.Summary, (mixture, reference) => Expect(data, mixture, reference, chosen, assignment), variant, chosen);
    }

    /// <summary>The two steps of one variant of EM, for any θ.</summary>
    /// <param name="about">What is known of the whole data.</param>
    /// <param name="engine">Makes the passes over them.</param>
    /// <param name="variant">Of which the M-step takes notice where weights are kept.</param>
    /// <param name="options">Ridge.</param>
    private sealed class VariantSteps(DataSummary about, Expect engine, EmVariant variant, EmOptions options)
    {
        public Expectation Expect(GaussianMixture mixture) => Ask(mixture, ReferencePoints.For(about, mixture));

        /// <summary>
        /// The M-step after a pass. Where a mean jumps so far that the covariance about it would be lost in the second moments
        /// about the old one, or is lost, a second pass sums them about the new means, before anything is called degenerate.
        /// </summary>
        public Outcome<GaussianMixture, Degeneracy> Maximise(GaussianMixture mixture, Expectation pass)
        {
            var next = MStep(pass.Statistics, about.ColumnVariances, options);
            if (ReferencePoints.AreTooFar(pass.Statistics.Reference, next)
                && UpdateMeans(pass.Statistics).TryGet(out var means, out _))
            {
                next = MStep(Ask(mixture, means).Statistics, about.ColumnVariances, options);
            }

            return next
                .Map(better => Named(better, mixture, about))
                .Map(better => variant.KeepsWeights ? better.WithWeights(mixture.Weights) : better);
        }

        private Expectation Ask(GaussianMixture mixture, Table reference) =>
            engine(mixture, reference) is { } pass && pass.Structure == mixture.Structure && pass.Reference == reference
                ? pass
                : throw new ArgumentException("The engine did not give the expectation that it was asked for.");
    }
}
