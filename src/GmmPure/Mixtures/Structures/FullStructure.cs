namespace GmmPure;

/// <summary>Every component has its own full matrix: Σ_k = S_k/N_k.</summary>
internal sealed record FullStructure : CovarianceStructure
{
    public override string Name => "full";

    public override string MclustName => "VVV";

    public override CovarianceShape Shape => CovarianceShape.Full;

    public override MomentLayout Moments => new(MomentShape.Full, IsPooled: false);

    internal override Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous) =>
        scatter.Each(regularisation.Full);
}
