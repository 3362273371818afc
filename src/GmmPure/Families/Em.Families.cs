using GmmPure.Families;
using GmmPure.Kernels;

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
        Check(data, mixture, variant);
        int threads = ThreadsOf(options);
        var chosen = variant ?? EmVariant.Plain;
        return FamilyPasses<TDistribution>.Of(data, mixture, chosen, threads: threads)?.Responsibilities(mixture) ?? ExpectByRow(data, mixture, chosen);
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
        Check(data, previous, variant: null);
        CheckShape(data, responsibilities, previous.ComponentCount);
        return Maximise(
            previous.Family,
            FamilyPasses<TDistribution>.Of(data, responsibilities, previous.Family, ThreadsOf(options))
                ?? ByRow(data, responsibilities, previous.Family, previous.Components))
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
        return Maximise(
            family, FamilyPasses<TDistribution>.Of(data, responsibilities, family, ThreadsOf(options)) ?? ByRow(data, responsibilities, family, []))
            .Map(start => start.Named(data.ColumnNames));
    }

    /// <summary>One iteration, M(E(θ)): the next parameters, or how a component degenerated.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="mixture">θ: K components.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    /// <exception cref="UnreachableRowException">A row is impossible under every component, or the one of its label.</exception>
    public static Outcome<Mixture<TDistribution>, Degeneracy> Step<TDistribution>(
        Dataset data, Mixture<TDistribution> mixture, EmVariant? variant = null, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, mixture, variant);
        return MapOf(data, mixture, variant ?? EmVariant.Plain, ThreadsOf(options)).Step(mixture);
    }

    /// <summary>
    /// The iterations as a lazy sequence, endless unless a component degenerates: the same as for Gaussians, with the same
    /// operators. Element 0 is the start, element t pairs θ_t with ℓ(θ_t).
    /// </summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Threads; a ridge is for Gaussian mixtures.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, the columns or labels do not fit, or a ridge is given.</exception>
    /// <exception cref="UnreachableRowException">
    /// When an element is pulled: a row is impossible under every component, or the one of its label.
    /// </exception>
    public static IEnumerable<Iteration<Mixture<TDistribution>>> Iterate<TDistribution>(
        Dataset data, Mixture<TDistribution> start, EmVariant? variant = null, EmOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, start, variant);
        var chosen = variant ?? EmVariant.Plain;
        return MapOf(data, start, chosen, ThreadsOf(options)).Unfold(
            start,
            (index, mixture, expected, objective, status) => new Iteration<Mixture<TDistribution>>(
                index, mixture, objective, expected.EffectiveCounts, data.Count, 0, status, chosen));
    }

    /// <summary>The two steps for mixtures of as many components as one has.</summary>
    private static EmMap<Mixture<TDistribution>, MixtureExpectation<TDistribution>> MapOf<TDistribution>(
        Dataset data, Mixture<TDistribution> start, EmVariant variant, int threads)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        var passes = FamilyPasses<TDistribution>.Of(data, start, variant, threads: threads);
        return new(
            mixture => Expect(data, mixture, variant, passes),
            (mixture, expected) => ObjectiveOf(mixture, expected.LogLikelihood, data.TotalWeight, variant),
            (mixture, expected) => Next(data, expected, mixture, variant));
    }

    /// <summary>ln p(x) of every row (N).</summary>
    internal static ImmutableArray<double> LogDensities<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, mixture, variant: null);
        if (FamilyPasses<TDistribution>.Of(data, mixture, EmVariant.Plain)?.LogDensities(mixture) is { } logDensities)
        {
            return Content.Freeze(logDensities);
        }

        double[] terms = Terms(data, mixture);
        return [.. Enumerable.Range(0, data.Count).Select(row => Normalise(Row(terms, row, mixture.ComponentCount)))];
    }

    /// <summary>ℓ.</summary>
    internal static double LogLikelihood<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, mixture, variant: null);
        return FamilyPasses<TDistribution>.Of(data, mixture, EmVariant.Plain)?.Expect(mixture)?.LogLikelihood
            ?? ExpectByRow(data, mixture, EmVariant.Plain).LogLikelihood;
    }

    /// <summary>The component of the largest responsibility for every row (N), of equals the first.</summary>
    internal static ImmutableArray<int> MostProbableComponents<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        Check(data, mixture, variant: null);
        if (FamilyPasses<TDistribution>.Of(data, mixture, EmVariant.Plain)?.MostProbable(mixture) is { } components)
        {
            return Content.Freeze(components);
        }

        var responsibilities = ExpectByRow(data, mixture, EmVariant.Plain).Responsibilities;
        return [.. Enumerable.Range(0, responsibilities.Count).Select(responsibilities.MostProbable)];
    }

    private static MixtureExpectation<TDistribution> Expect<TDistribution>(
        Dataset data, Mixture<TDistribution> mixture, EmVariant variant, FamilyPasses<TDistribution>? passes)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        if (passes?.Expect(mixture) is { } fused)
        {
            return fused;
        }

        var (responsibilities, logLikelihood) = ExpectByRow(data, mixture, variant);
        return ByRow(data, responsibilities, mixture.Family, mixture.Components) with { LogLikelihood = logLikelihood };
    }

    /// <summary>What responsibilities leave for the M-step; of ℓ they say nothing.</summary>
    private static MixtureExpectation<TDistribution> ByRow<TDistribution>(
        Dataset data,
        Responsibilities responsibilities,
        IFamily<TDistribution> family,
        ImmutableArray<TDistribution> previous)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        new(double.NaN, Components.Counts(data, responsibilities), () => family.MStep(data, responsibilities, previous));

    private static EStepResult ExpectByRow<TDistribution>(
        Dataset data, Mixture<TDistribution> mixture, EmVariant variant)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        int components = mixture.ComponentCount;
        double[] terms = Terms(data, mixture);
        var logLikelihood = default(CompensatedSum);
        for (int row = 0; row < data.Count; row++)
        {
            var own = Row(terms, row, components);
            double logDensity = variant.Label(row, own) is { } label ? Assign(own, label) : Normalise(own);
            if (double.IsFinite(logDensity))
            {
                logLikelihood += data.WeightOf(row) * logDensity;
            }
            else if (data.WeightOf(row) > 0)
            {
                throw UnreachableRowException.Impossible(row, mixture.Family.Name, variant.KnownLabel(row));
            }
            else
            {
                // Nobody can have made the row, which counts for nothing: it stays with all as before it was seen.
                mixture.Weights.CopyTo(own);
            }
        }

        return new EStepResult(new Responsibilities(Table.Wrap(data.Count, components, terms)), logLikelihood.Total);
    }

    /// <summary>ln π_k·p_k(x_n) (N×K).</summary>
    private static double[] Terms<TDistribution>(Dataset data, Mixture<TDistribution> mixture)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        int components = mixture.ComponentCount;
        double[] terms = new double[Table.SizeOf(data.Count, components)];
        for (int k = 0; k < components; k++)
        {
            double logWeight = Elementary.Log(mixture.Weights[k]);
            var densities = mixture.Family.LogDensities(mixture.Components[k], data);
            for (int row = 0; row < data.Count; row++)
            {
                terms[(row * components) + k] = !double.IsNaN(densities[row])
                    ? logWeight + densities[row]
                    : throw new ArgumentException(FormattableString.Invariant(
                        $"The {mixture.Family.Name} family gave no number as the log-density of row {row} in component {k}."));
            }
        }

        return terms;
    }

    private static Span<double> Row(double[] terms, int row, int components) => terms.AsSpan(row * components, components);

    /// <summary>Turns ln π_k·p_k into exp(a_k − max)/Σ exp(a_j − max), and gives ln Σ exp a_k = max + ln Σ exp(a_k − max).</summary>
    private static double Normalise(Span<double> terms)
    {
        double largest = double.NegativeInfinity;
        foreach (double term in terms)
        {
            largest = Math.Max(largest, term);
        }

        double sum = 0;
        for (int k = 0; k < terms.Length; k++)
        {
            terms[k] = double.IsNegativeInfinity(terms[k]) ? 0 : Elementary.Exp(terms[k] - largest);
            sum += terms[k];
        }

        for (int k = 0; k < terms.Length; k++)
        {
            terms[k] /= sum;
        }

        return largest + Elementary.Log(sum);
    }

    /// <summary>The row is one component's alone; gives ln π_k·p_k of that.</summary>
    private static double Assign(Span<double> terms, int label)
    {
        double logDensity = terms[label];
        terms.Clear();
        terms[label] = 1;
        return logDensity;
    }

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

    private static void Check<TDistribution>(Dataset data, Mixture<TDistribution> mixture, EmVariant? variant)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(mixture);
        mixture.CheckData(data);
        variant?.Check(data.Count, mixture.ComponentCount);
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
