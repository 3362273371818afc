namespace GmmPure;

/// <summary>Every component has one variance of its own, for all columns: Σ_k = tr(S_k)/(D·N_k)·I.</summary>
internal sealed record SphericalStructure : CovarianceStructure
{
    public override string Name => "spherical";

    public override string MclustName => "VII";

    public override CovarianceShape Shape => CovarianceShape.Spherical;

    public override MomentLayout Moments => new(MomentShape.Trace, IsPooled: false);

    internal override Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous) =>
        scatter.Each((trace, component) => regularisation.Spherical(trace[0] / regularisation.Dimension, component));
}
