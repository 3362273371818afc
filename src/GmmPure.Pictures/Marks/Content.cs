namespace GmmPure.Pictures.Marks;

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
}
