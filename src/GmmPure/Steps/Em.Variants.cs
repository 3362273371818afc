using GmmPure.Families;

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
        return variant == EmVariant.Plain ? EStep(data, mixture) : Expect(data, mixture, variant, EmOptions.Default);
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
        var chosen = options ?? EmOptions.Default;
        return variant == EmVariant.Plain
            ? Step(data, mixture, chosen)
            : Next(data, Expect(data, mixture, variant, chosen).Responsibilities, mixture, variant, chosen);
    }

    /// <summary>
    /// The iterations of a variant of EM, as a lazy sequence like the others: hard EM, EM with known labels, EM with fixed weights.
    /// Unlike the plain sequence it holds a table of responsibilities (N×K) while an element is made. Element t pairs θ_t with the variant's own objective at θ_t.
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
        return variant == EmVariant.Plain
            ? Iterate(data, start, options)
            : Unfold(data, start, variant, options ?? EmOptions.Default);
    }

    private static IEnumerable<Iteration> Unfold(
        Dataset data, GaussianMixture start, EmVariant variant, EmOptions options) => Scheme.Unfold(
        start,
        expect: mixture => Expect(data, mixture, variant, options),
        maximise: (mixture, expected) => Next(data, expected.Responsibilities, mixture, variant, options),
        element: (index, mixture, expected, status) => new Iteration(
            index,
            mixture,
            expected.LogLikelihood,
            Components.Counts(data, expected.Responsibilities),
            data,
            options,
            status,
            variant));

    private static EStepResult Expect(Dataset data, GaussianMixture mixture, EmVariant variant, EmOptions options) =>
        Expect(data, Gaussian.MixtureOf(mixture, options.ThreadLimit), variant);

    private static Outcome<GaussianMixture, Degeneracy> Next(
        Dataset data, Responsibilities responsibilities, GaussianMixture mixture, EmVariant variant, EmOptions options) =>
        MStep(data, responsibilities, mixture.Structure, options)
            .Map(next => Named(next, mixture, data))
            .Map(next => variant.KeepsWeights ? next.WithWeights(mixture.Weights) : next);

    private static void Check(Dataset data, GaussianMixture mixture, EmVariant variant)
    {
        Check(data, mixture);
        ArgumentNullException.ThrowIfNull(variant);
        variant.Check(data.Count, mixture.ComponentCount);
    }
}
