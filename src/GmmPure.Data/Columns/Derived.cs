namespace GmmPure.Data;

/// <summary>What follows from the rest of a record, and so is equal where that is.</summary>
internal readonly struct Derived<T>(T value) : IEquatable<Derived<T>>
{
    public T Value { get; } = value;

    public bool Equals(Derived<T> other) => true;

    public override bool Equals(object? obj) => obj is Derived<T>;

    public override int GetHashCode() => 0;
}
