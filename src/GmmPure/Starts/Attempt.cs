namespace GmmPure;

/// <summary>One start that a search tried: where it came from, and how far its run of EM went.</summary>
/// <typeparam name="TMixture">The mixtures.</typeparam>
public sealed record Attempt<TMixture>
    where TMixture : class, IMixture
{
    internal Attempt(StartKind kind, TMixture start, Restart<Iteration<TMixture>> run, bool isDropped) =>
        (Kind, Start, Run, IsDropped) = (kind, start, run, isDropped);

    /// <summary>The kind of start.</summary>
    public StartKind Kind { get; }

    /// <summary>θ₀, from which the run's history comes out again.</summary>
    public TMixture Start { get; }

    /// <summary>The run's last element, its seed, and what it would still have gained.</summary>
    public Restart<Iteration<TMixture>> Run { get; }

    /// <summary>Whether the run was given up, because it was not heading for more than another had.</summary>
    public bool IsDropped { get; }

    /// <summary>The same attempt, with its mixtures as ones of a wider type.</summary>
    internal Attempt<TOther> Cast<TOther>()
        where TOther : class, IMixture =>
        new(Kind, (TOther)(IMixture)Start, new(Run.Seed, Run.Last.Cast<TOther>(), Run.RemainingGain), IsDropped);
}
