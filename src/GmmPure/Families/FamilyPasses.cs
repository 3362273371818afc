using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>The E-step of a family's mixtures, and what the M-step needs of it, in one fused pass over the data.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal sealed class FamilyPasses<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    private readonly FusedFamily<TDistribution> fused;
    private readonly EmVariant variant;
    private readonly DensityPasses passes;

    private FamilyPasses(FusedFamily<TDistribution> fused, EmVariant variant, DensityPasses passes) =>
        (this.fused, this.variant, this.passes) = (fused, variant, passes);

    /// <summary>The passes of mixtures of as many components as one has; null where the family or the data must go row by row.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="mixture">One of the mixtures.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <param name="kernels">The kernels for one width of registers; the widest by default.</param>
    /// <param name="threads">At most so many; all by default.</param>
    public static FamilyPasses<TDistribution>? Of(
        Dataset data, Mixture<TDistribution> mixture, EmVariant variant, KernelSet? kernels = null, int threads = -1)
    {
        var chosen = kernels ?? KernelSet.Widest;
        return FusedFamily<TDistribution>.Of(mixture.Family, data, mixture.ComponentCount, chosen) is { } fused
            ? new FamilyPasses<TDistribution>(fused, variant, new DensityPasses(data, variant, chosen, threads))
            : null;
    }

    /// <summary>What given responsibilities leave for the M-step, but ℓ; null where the family or the data must go row by row.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="family">The family.</param>
    /// <param name="threads">At most so many.</param>
    public static MixtureExpectation<TDistribution>? Of(
        Dataset data, Responsibilities responsibilities, IFamily<TDistribution> family, int threads)
    {
        return Sums(data, responsibilities, family, threads) is var (fused, totals)
            ? new(double.NaN, totals.Counts, () => fused.Estimate(totals))
            : null;
    }

    /// <summary>The maximum of the likelihood of all rows; null where the family or the data must go row by row.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    public static Outcome<TDistribution, Degeneracy>? Alone(Dataset data, IFamily<TDistribution> family) =>
        Sums(data, GmmPure.Responsibilities.FromLabels(new int[data.Count], 1), family, threads: -1) is var (fused, totals)
            ? fused.EstimateAlone(totals)
            : null;

    private static (FusedFamily<TDistribution> Fused, MomentTotals Totals)? Sums(
        Dataset data, Responsibilities responsibilities, IFamily<TDistribution> family, int threads)
    {
        int components = responsibilities.ComponentCount;
        var kernels = KernelSet.Widest;
        return FusedFamily<TDistribution>.Of(family, data, components, kernels) is { } fused
            ? (fused, new DensityPasses(data, EmVariant.Plain, kernels, threads)
                .Statistics(responsibilities.Values, () => fused.Sums(components)))
            : null;
    }

    /// <summary>The E-step, without responsibilities; null where the mixture must go row by row.</summary>
    public MixtureExpectation<TDistribution>? Expect(Mixture<TDistribution> mixture)
    {
        if (fused.Densities(mixture) is not { } densities)
        {
            return null;
        }

        int components = mixture.ComponentCount;
        var (logLikelihood, totals) = Named(mixture, () => passes.Expect(densities, components, () => fused.Sums(components)));
        return new(logLikelihood, totals.Counts, () => fused.Estimate(totals));
    }

    /// <summary>The E-step with its responsibilities; null where the mixture must go row by row.</summary>
    public EStepResult? Responsibilities(Mixture<TDistribution> mixture)
    {
        if (fused.Densities(mixture) is not { } densities)
        {
            return null;
        }

        var (responsibilities, logLikelihood) = Named(mixture, () => passes.Responsibilities(densities, mixture.Weights));
        return new EStepResult(new Responsibilities(responsibilities), logLikelihood);
    }

    /// <summary>The component of the largest responsibility for every row; null where the mixture must go row by row.</summary>
    public int[]? MostProbable(Mixture<TDistribution> mixture) => fused.Densities(mixture) is { } densities
        ? Named(mixture, () => passes.MostProbable(densities, mixture.Weights))
        : null;

    /// <summary>ln p(x) of every row; null where the mixture must go row by row.</summary>
    public double[]? LogDensities(Mixture<TDistribution> mixture) => fused.Densities(mixture) is { } densities
        ? passes.LogDensities(densities, mixture.ComponentCount)
        : null;

    /// <summary>An impossible row is named with the family, and with its label.</summary>
    private TResult Named<TResult>(Mixture<TDistribution> mixture, Func<TResult> pass)
    {
        try
        {
            return pass();
        }
        catch (UnreachableRowException error)
        {
            throw UnreachableRowException.Impossible(error.Row, mixture.Family.Name, variant.KnownLabel(error.Row));
        }
    }
}

/// <summary>What the E-step of a family's mixture leaves for the M-step.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
/// <param name="LogLikelihood">ℓ.</param>
/// <param name="EffectiveCounts">N_k (K).</param>
/// <param name="Components">The components of the next mixture, where none of these is empty; or how one degenerated.</param>
internal sealed record MixtureExpectation<TDistribution>(
    double LogLikelihood,
    ImmutableArray<double> EffectiveCounts,
    Func<Outcome<ImmutableArray<TDistribution>, Degeneracy>> Components)
    where TDistribution : notnull, IEquatable<TDistribution>;
