namespace GmmPure.Textbook;

/// <summary>One element of <see cref="Equations{T}.Iterate"/>: θ_t and what the data say of it.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed class TextbookIteration<T> : IEquatable<TextbookIteration<T>>
    where T : INumberBase<T>, IComparisonOperators<T, T, bool>
{
    internal TextbookIteration(
        int t, TextbookMixture<T> θ, T logLikelihood, ImmutableArray<T> effectiveCounts, TextbookDegeneracy? degeneracy)
    {
        Index = t;
        Model = θ;
        LogLikelihood = logLikelihood;
        EffectiveCounts = effectiveCounts;
        Degeneracy = degeneracy;
    }

    /// <summary>t, counted from 0, the start.</summary>
    public int Index { get; }

    /// <summary>θ_t.</summary>
    public TextbookMixture<T> Model { get; }

    /// <summary>ℓ(θ_t): a total over the rows, weighted, in nats.</summary>
    public T LogLikelihood { get; }

    /// <summary>N_k under θ_t (K), in rows.</summary>
    public ImmutableArray<T> EffectiveCounts { get; }

    /// <summary>How a component degenerates in the M-step from here; null if none does.</summary>
    public TextbookDegeneracy? Degeneracy { get; }

    /// <summary>Whether both are equal by content.</summary>
    public static bool operator ==(TextbookIteration<T>? left, TextbookIteration<T>? right) => Equals(left, right);

    /// <summary>Whether both differ in content.</summary>
    public static bool operator !=(TextbookIteration<T>? left, TextbookIteration<T>? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(TextbookIteration<T>? other) =>
        other is not null
        && Index == other.Index
        && Model.Equals(other.Model)
        && LogLikelihood == other.LogLikelihood
        && EffectiveCounts.SequenceEqual(other.EffectiveCounts)
        && Equals(Degeneracy, other.Degeneracy);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextbookIteration<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, Model, LogLikelihood, Degeneracy);
}
