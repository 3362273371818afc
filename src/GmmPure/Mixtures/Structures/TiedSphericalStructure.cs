namespace GmmPure;

/// <summary>All components and columns share one variance: Σ = tr(ΣS_k)/(D·N)·I.</summary>
internal sealed record TiedSphericalStructure : CovarianceStructure
{
    public override string Name => "tied-spherical";

    public override string MclustName => "EII";

    public override CovarianceShape Shape => CovarianceShape.Spherical;

    public override MomentLayout Moments => new(MomentShape.Trace, IsPooled: true);

    internal override Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous) =>
        scatter.Each((trace, component) => regularisation.Spherical(trace[0] / regularisation.Dimension, component));
}
