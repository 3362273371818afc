using System.Runtime.InteropServices;

namespace GmmPure;

/// <summary>Equality and hashing of arrays by content, which <see cref="ImmutableArray{T}"/> itself lacks.</summary>
internal static class Content
{
    public static bool Equal<T>(ImmutableArray<T> left, ImmutableArray<T> right)
        where T : IEquatable<T> =>
        left.AsSpan().SequenceEqual(right.AsSpan());

    public static int Hash<T>(ImmutableArray<T> values)
    {
        var hash = default(HashCode);
        foreach (var value in values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>Turns an array that nobody else holds into an immutable one, without a copy.</summary>
    public static ImmutableArray<T> Freeze<T>(T[] owned) => ImmutableCollectionsMarshal.AsImmutableArray(owned);
}
