namespace GmmPure.Pictures;

/// <summary>A moment of a fit's history: an iteration, as it was computed or as a history file tells it.</summary>
/// <param name="Index">t, counted from 0, the start.</param>
/// <param name="LogLikelihood">ℓ(θ_t), a total in nats.</param>
/// <param name="Model">θ_t.</param>
public sealed record Snapshot(int Index, double LogLikelihood, GaussianMixture Model)
{
    /// <summary>θ_t.</summary>
    public GaussianMixture Model { get; init => field = Given.Value(value); } = Given.Value(Model);

    /// <summary>The snapshot of an iteration.</summary>
    public static Snapshot Of(Iteration<GaussianMixture> iteration)
    {
        ArgumentNullException.ThrowIfNull(iteration);
        return new Snapshot(iteration.Index, iteration.LogLikelihood, iteration.Model);
    }
}
