namespace GmmPure;

/// <summary>One optimum that a search found, and the starts whose runs are heading for it.</summary>
/// <typeparam name="TMixture">The mixtures.</typeparam>
public sealed record Optimum<TMixture>
    where TMixture : class, IMixture
{
    private readonly EqualArray<Attempt<TMixture>> attempts;

    internal Optimum(ImmutableArray<Attempt<TMixture>> attempts) => this.attempts = attempts;

    /// <summary>The starts that reached it, in the order in which they were tried.</summary>
    public ImmutableArray<Attempt<TMixture>> Attempts => attempts;

    /// <summary>The run that came nearest to it; of equals the first.</summary>
    public Attempt<TMixture> Best => Attempts.MaxBy(attempt => attempt.Run.Last.Objective.Value)!;

    /// <summary>How many kinds of starts reached it.</summary>
    public int KindCount => Attempts.DistinctBy(attempt => attempt.Kind).Count();
}
