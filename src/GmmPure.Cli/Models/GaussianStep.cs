namespace GmmPure.Cli.Models;

/// <summary>An iteration of a Gaussian mixture's fit.</summary>
internal sealed record GaussianStep(Iteration Iteration) : FitStep<Iteration>(Iteration)
{
    public override IModel Model => new GaussianModel(Iteration.Model);

    public override ImmutableArray<double> EffectiveCounts => Iteration.EffectiveCounts;

    public override ImmutableArray<int> SuspiciousComponents => Iteration.SuspiciousComponents;

    public override string ToJson() => Iteration.ToJson();
}
