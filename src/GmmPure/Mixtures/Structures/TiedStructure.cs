namespace GmmPure;

/// <summary>All components share one full matrix: Σ = ΣS_k/N.</summary>
internal sealed record TiedStructure : CovarianceStructure
{
    public override string Name => "tied";

    public override string MclustName => "EEE";

    public override CovarianceShape Shape => CovarianceShape.Full;

    public override MomentLayout Moments => new(MomentShape.Full, IsPooled: true);

    internal override Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous) =>
        scatter.Each(regularisation.Full);
}
