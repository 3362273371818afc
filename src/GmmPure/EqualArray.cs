using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace GmmPure;

/// <summary>An array that is equal by content, so that the equality of a record that holds one need not be written by hand.</summary>
/// <typeparam name="T">The elements.</typeparam>
/// <param name="items">The elements.</param>
internal readonly struct EqualArray<T>(ImmutableArray<T> items) : IEquatable<EqualArray<T>>
{
    /// <summary>The elements.</summary>
    public ImmutableArray<T> Items { get; } = items;

    public static implicit operator EqualArray<T>(ImmutableArray<T> items) => new(items);

    public static implicit operator ImmutableArray<T>(EqualArray<T> array) => array.Items;

    public bool Equals(EqualArray<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EqualArray<T> other && Equals(other);

    public override int GetHashCode() => Content.Hash(Items);
}

/// <summary>A value that is equal by content even where it is an array, which by itself is not.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
internal readonly struct EqualContent<T>(T value) : IEquatable<EqualContent<T>>
    where T : notnull
{
    /// <summary>The value.</summary>
    public T Value { get; } = value;

    /// <summary>Arrays of several dimensions have no order of elements to go by: they are equal by reference.</summary>
    private IEqualityComparer Comparer => Value is Array { Rank: > 1 }
        ? EqualityComparer<T>.Default
        : StructuralComparisons.StructuralEqualityComparer;

    public bool Equals(EqualContent<T> other) => Comparer.Equals(Value, other.Value);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is EqualContent<T> other && Equals(other);

    public override int GetHashCode() => Comparer.GetHashCode(Value);
}
