using GmmPure.Families;

namespace GmmPure;

/// <content>The same two steps, and the same sequence, for mixtures of any family.</content>
public static partial class Em
{
    /// <summary>The E-step of a mixture of any family: the responsibilities, and the log-likelihood.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="mixture">θ: K components.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    /// <exception cref="UnreachableRowException">A row is impossible under every component, or the one of its label.</exception>
    public static EStepResult EStep<TDistribution>(
        Dataset data, Mixture<TDistribution> mixture, EmVariant? variant = null, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, mixture);
        return PassesOf(data, mixture, variant, ThreadsOf(options)).Responsibilities(mixture);
    }

    /// <summary>
    /// The M-step of a mixture of any family: π_k = N_k/N, and components each of which is the maximum likelihood of the data as
    /// it sees them. Or how a component degenerated.
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="previous">The mixture before, from which a family that cannot leap to its maximum climbs.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, a shape does not fit, or a ridge is given.</exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> MStep<TDistribution>(
        Dataset data, Responsibilities responsibilities, Mixture<TDistribution> previous, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(previous);
        previous.CheckData(data);
        CheckShape(data, responsibilities, previous.ComponentCount);
        var passes = PassesOf(data, previous, threads: ThreadsOf(options));
        return Maximise(previous.Family, passes.Expect(responsibilities, previous.Components))
            .Map(next => Named(next, previous, data));
    }

    /// <summary>The M-step without a mixture before it.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="family">The family.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, a shape does not fit, or a ridge is given.</exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> MStep<TDistribution>(
        Dataset data, Responsibilities responsibilities, IFamily<TDistribution> family, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        SupportFault.Check(family, data);
        ArgumentNullException.ThrowIfNull(responsibilities);
        CheckShape(data, responsibilities, responsibilities.ComponentCount);
        var passes = new FamilyPasses<TDistribution>(
            data, family, responsibilities.ComponentCount, threads: ThreadsOf(options));
        return Maximise(family, passes.Expect(responsibilities, []))
            .Map(start => start.Named(data.ColumnNames));
    }

    /// <summary>One iteration, M(E(θ)): the next parameters, or why there are none.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="mixture">θ: K components.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> Step<TDistribution>(
        Dataset data, Mixture<TDistribution> mixture, EmVariant? variant = null, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, mixture);
        return MapOf(data, mixture, variant ?? EmVariant.Plain, ThreadsOf(options)).Step(mixture);
    }

    /// <summary>
    /// The iterations as a lazy sequence, endless unless a component degenerates or a row is impossible: the same as for Gaussians,
    /// with the same operators. Element 0 is the start, element t pairs θ_t with ℓ(θ_t).
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    public static IEnumerable<Iteration<Mixture<TDistribution>>> Iterate<TDistribution>(
        Dataset data, Mixture<TDistribution> start, EmVariant? variant = null, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, start);
        var chosen = variant ?? EmVariant.Plain;
        return MapOf(data, start, chosen, ThreadsOf(options)).Unfold(
            start,
            (index, mixture, expected, objective, status) => new Iteration<Mixture<TDistribution>>(
                index, mixture, objective, expected.EffectiveCounts, data.Count, data.KnownLabels, 0, status, chosen));
    }

    /// <summary>The two steps for mixtures of as many components as one has.</summary>
    private static EmMap<Mixture<TDistribution>, MixtureExpectation<TDistribution>> MapOf<TDistribution>(
        Dataset data, Mixture<TDistribution> start, EmVariant variant, int threads)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var passes = PassesOf(data, start, variant, threads);
        return new(
            passes.Expect,
            (mixture, expected) => ObjectiveOf(mixture, expected.LogLikelihood, data.TotalWeight, variant),
            (mixture, expected) => expected.Unreached is { } row
                ? new Degeneracy.Unreachable(row.Row, row.Label, row.LogDensity)
                : Next(data, expected, mixture, variant));
    }

    /// <summary>ln p(x) of every row (N).</summary>
    internal static ImmutableArray<double> LogDensities<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        mixture.CheckData(data);
        return Content.Freeze(PassesOf(data.WithoutLabels(), mixture).LogDensities(mixture));
    }

    /// <summary>ℓ.</summary>
    internal static double LogLikelihood<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        mixture.CheckData(data);
        return PassesOf(data.WithoutLabels(), mixture).LogLikelihood(mixture);
    }

    /// <summary>The component of the largest responsibility for every row (N), of equals the first.</summary>
    internal static ImmutableArray<int> MostProbableComponents<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        mixture.CheckData(data);
        return Content.Freeze(PassesOf(data.WithoutLabels(), mixture).MostProbable(mixture));
    }

    private static FamilyPasses<TDistribution> PassesOf<TDistribution>(
        Dataset data, Mixture<TDistribution> mixture, EmVariant? variant = null, int threads = EmOptions.AllThreads)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        new(data, mixture.Family, mixture.ComponentCount, variant, threads);

    private static Outcome<Mixture<TDistribution>, Degeneracy> Next<TDistribution>(
        Dataset data, MixtureExpectation<TDistribution> expected, Mixture<TDistribution> mixture, EmVariant variant)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Maximise(mixture.Family, expected)
            .Map(next => Named(next, mixture, data))
            .Map(next => variant.KeepsWeights ? next.WithWeights(mixture.Weights) : next);

    /// <summary>The next mixture, with the names of the one before or, if that has none, of the data.</summary>
    private static Mixture<TDistribution> Named<TDistribution>(
        Mixture<TDistribution> next, Mixture<TDistribution> before, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        next.Named(before.ColumnNames.IsEmpty ? data.ColumnNames : before.ColumnNames);

    private static Outcome<Mixture<TDistribution>, Degeneracy> Maximise<TDistribution>(
        IFamily<TDistribution> family, MixtureExpectation<TDistribution> expected)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var counts = expected.EffectiveCounts;
        double total = counts.Sum();
        return Degeneracy.FirstEmptied(counts) is { } emptied
            ? Outcome.Failure<Mixture<TDistribution>, Degeneracy>(emptied)
            : expected.Components().Map(components =>
                new Mixture<TDistribution>(family, [.. counts.Select(count => count / total)], components, []));
    }

    /// <summary>How many threads; a ridge, which has no place here, is refused.</summary>
    private static int ThreadsOf(EmOptions? options) => (options ?? EmOptions.Default) is { Ridge: 0 } chosen
        ? chosen.ThreadLimit
        : throw new ArgumentException("A ridge is for the covariances of Gaussian mixtures.", nameof(options));

    private static void Check<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(mixture);
        mixture.CheckData(data);
        data.Summary.CheckLabels(mixture.ComponentCount, nameof(data));
    }

    private static void CheckShape(Dataset data, Responsibilities responsibilities, int components)
    {
        ArgumentNullException.ThrowIfNull(responsibilities);
        if (responsibilities.Count != data.Count || responsibilities.ComponentCount != components)
        {
            throw new ArgumentException(
                $"{data.Count}×{components} responsibilities are needed, not {responsibilities.Count}×{responsibilities.ComponentCount}.",
                nameof(responsibilities));
        }
    }
}
