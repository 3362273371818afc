namespace GmmPure.Cli.Fitting;

/// <summary>What is shown of an iteration of the kept run.</summary>
/// <param name="Index">t.</param>
/// <param name="LogLikelihood">ℓ(θ_t), a total in nats.</param>
/// <param name="Gain">What it gained per sample; null at the start.</param>
internal sealed record TracedIteration(int Index, double LogLikelihood, double? Gain)
{
    public static ImmutableArray<TracedIteration> Of(IEnumerable<Iteration<IMixture>> history)
    {
        Iteration<IMixture>? previous = null;
        var traced = ImmutableArray.CreateBuilder<TracedIteration>();
        foreach (var iteration in history)
        {
            double? gain = previous is null
                ? null
                : (iteration.LogLikelihood - previous.LogLikelihood) / iteration.TotalWeight;
            traced.Add(new TracedIteration(iteration.Index, iteration.LogLikelihood, gain));
            previous = iteration;
        }

        return traced.DrainToImmutable();
    }
}
