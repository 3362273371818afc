namespace GmmPure.Textbook;

/// <summary>One element of <see cref="Equations{T}.Iterate"/>: θ_t and what the data say of it.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed record TextbookIteration<T>
    where T : INumberBase<T>, IComparisonOperators<T, T, bool>
{
    private readonly EqualArray<T> effectiveCounts;

    internal TextbookIteration(
        int t, TextbookMixture<T> θ, T logLikelihood, ImmutableArray<T> effectiveCounts, TextbookDegeneracy? degeneracy)
    {
        Index = t;
        Model = θ;
        LogLikelihood = logLikelihood;
        this.effectiveCounts = effectiveCounts;
        Degeneracy = degeneracy;
    }

    /// <summary>t, counted from 0, the start.</summary>
    public int Index { get; }

    /// <summary>θ_t.</summary>
    public TextbookMixture<T> Model { get; }

    /// <summary>ℓ(θ_t): a total over the rows, weighted, in nats.</summary>
    public T LogLikelihood { get; }

    /// <summary>N_k under θ_t (K), in rows.</summary>
    public ImmutableArray<T> EffectiveCounts => effectiveCounts;

    /// <summary>How a component degenerates in the M-step from here; null if none does.</summary>
    public TextbookDegeneracy? Degeneracy { get; }
}
