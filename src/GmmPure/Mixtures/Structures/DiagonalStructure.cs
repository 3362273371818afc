namespace GmmPure;

/// <summary>Every component has its own variance for each column: Σ_k = diag(S_k)/N_k.</summary>
internal sealed record DiagonalStructure : CovarianceStructure
{
    public override string Name => "diagonal";

    public override string MclustName => "VVI";

    public override CovarianceShape Shape => CovarianceShape.Diagonal;

    public override MomentLayout Moments => new(MomentShape.Diagonal, IsPooled: false);

    internal override Outcome<ImmutableArray<Covariance>, Degeneracy> Estimate(
        Scatter scatter, Regularisation regularisation, ImmutableArray<Covariance> previous) =>
        scatter.Each(regularisation.Diagonal);
}
