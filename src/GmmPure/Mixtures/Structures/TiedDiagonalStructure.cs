namespace GmmPure;

/// <summary>All components share one variance for each column: Σ = diag(ΣS_k)/N.</summary>
internal sealed record TiedDiagonalStructure : CovarianceStructure
{
    public override string Name => "tied-diagonal";

    public override string MclustName => "EEI";

    public override CovarianceShape Shape => CovarianceShape.Diagonal;

    public override MomentLayout Moments => new(MomentShape.Diagonal, IsPooled: true);

    internal override Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous) =>
        scatter.Each(regularisation.Diagonal);
}
