using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>
/// The passes of a family's mixtures over the data: the E-step, and what the M-step needs of it. Where that is a few sums, both are
/// one fused pass; otherwise it is the responsibilities.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal sealed class FamilyPasses<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    private readonly Dataset data;
    private readonly IFamily<TDistribution> family;
    private readonly int components;
    private readonly KernelSet kernels;
    private readonly FusedFamily<TDistribution>? fused;
    private readonly DensityPasses passes;

    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="family">The family.</param>
    /// <param name="components">K.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="threads">At most so many; all by default.</param>
    /// <param name="kernels">The kernels for one width of registers; the widest by default.</param>
    public FamilyPasses(
        Dataset data,
        IFamily<TDistribution> family,
        int components,
        EmVariant? variant = null,
        int threads = EmOptions.AllThreads,
        KernelSet? kernels = null)
    {
        (this.data, this.family, this.components, this.kernels) = (data, family, components, kernels ?? KernelSet.Widest);
        fused = FusedFamily<TDistribution>.Of(family, data, components, this.kernels);
        passes = new DensityPasses(data, (variant ?? EmVariant.Plain).Assignment, this.kernels, threads, family.Name);
    }

    /// <summary>The E-step, without responsibilities where sums are enough.</summary>
    public MixtureExpectation<TDistribution> Expect(Mixture<TDistribution> mixture)
    {
        if (fused is not null)
        {
            var (totals, ofAll, first) = passes.Expect(DensitiesOf(mixture), components, () => fused.Sums(components));
            return fused.Expectation(totals, ofAll, first);
        }

        var (responsibilities, logLikelihood, unreached) = passes.Shares(DensitiesOf(mixture), mixture.Weights);
        return Expect(new Responsibilities(responsibilities), mixture.Components) with
        {
            LogLikelihood = logLikelihood,
            Unreached = unreached,
        };
    }

    /// <summary>What given responsibilities leave for the M-step; of ℓ they say nothing.</summary>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="previous">The components before (K); empty where a start is made.</param>
    public MixtureExpectation<TDistribution> Expect(
        Responsibilities responsibilities, ImmutableArray<TDistribution> previous) => fused is null
            ? new(double.NaN, null, Components.Counts(data, responsibilities), () => FamilyAnswer.MStep(family, data, responsibilities, previous))
            : fused.Expectation(Totals(fused, responsibilities));

    /// <summary>The maximum of the likelihood of all rows by sums; null where they are not enough.</summary>
    public Outcome<TDistribution, Degeneracy>? Alone() =>
        fused?.EstimateAlone(Totals(fused, GmmPure.Responsibilities.FromLabels(new int[data.Count], 1)));

    /// <summary>The E-step with its responsibilities.</summary>
    public EStepResult Responsibilities(Mixture<TDistribution> mixture)
    {
        var (responsibilities, logLikelihood) = passes.Responsibilities(DensitiesOf(mixture), mixture.Weights);
        return new EStepResult(new Responsibilities(responsibilities), logLikelihood);
    }

    /// <summary>ℓ.</summary>
    public double LogLikelihood(Mixture<TDistribution> mixture) => passes.LogLikelihood(DensitiesOf(mixture), components);

    /// <summary>The component of the largest responsibility for every row.</summary>
    public int[] MostProbable(Mixture<TDistribution> mixture) => passes.MostProbable(DensitiesOf(mixture), mixture.Weights);

    /// <summary>ln p(x) of every row.</summary>
    public double[] LogDensities(Mixture<TDistribution> mixture) => passes.LogDensities(DensitiesOf(mixture), components);

    private Densities DensitiesOf(Mixture<TDistribution> mixture) =>
        fused?.Densities(mixture)
        ?? (family as IKernelFamily<TDistribution>)?.Densities(mixture, kernels)
        ?? new FamilyDensities<TDistribution>(mixture, data);

    private MomentTotals Totals(FusedFamily<TDistribution> summed, Responsibilities responsibilities) =>
        passes.Statistics(responsibilities.Values, () => summed.Sums(components));
}

/// <summary>What the E-step of a family's mixture leaves for the M-step.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
/// <param name="LogLikelihood">ℓ.</param>
/// <param name="Unreached">The first row that no component can have made; null if there is none.</param>
/// <param name="EffectiveCounts">N_k (K).</param>
/// <param name="Components">The components of the next mixture, where none of these is empty; or how one degenerated.</param>
internal sealed record MixtureExpectation<TDistribution>(
    double LogLikelihood,
    Unreached? Unreached,
    ImmutableArray<double> EffectiveCounts,
    Func<Outcome<ImmutableArray<TDistribution>, Degeneracy>> Components)
    where TDistribution : notnull, IEquatable<TDistribution>;
