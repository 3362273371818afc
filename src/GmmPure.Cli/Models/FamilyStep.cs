using GmmPure.Families;

namespace GmmPure.Cli.Models;

/// <summary>An iteration of the fit of another family's mixture.</summary>
/// <param name="Iteration">It.</param>
/// <param name="Start">Where the fit began.</param>
/// <param name="Rows">The number of rows of the data.</param>
/// <param name="Variant">What was different from plain EM.</param>
internal sealed record FamilyStep<TDistribution>(
    Iteration<TDistribution> Iteration, FamilyModel<TDistribution> Start, int Rows, EmVariant Variant)
    : FitStep<Iteration<TDistribution>>(Iteration)
    where TDistribution : notnull, IEquatable<TDistribution>
{
    public override IModel Model => Own;

    /// <summary>θ_t, as what it is.</summary>
    public FamilyModel<TDistribution> Own => Start with { Mixture = Iteration.Model };

    public override ImmutableArray<double> EffectiveCounts => Iteration.EffectiveCounts;

    public override string ToJson() => FamilyJson.Line(this);
}
