namespace GmmPure;

/// <summary>Draws from a mixture, with the component that each came from. Equal by content.</summary>
public sealed record LabelledSample
{
    internal LabelledSample(Dataset data, ImmutableArray<int> components) => (Data, Components) = (data, components);

    /// <summary>The drawn rows (N×D).</summary>
    public Dataset Data { get; }

    /// <summary>For each row the component that it was drawn from, counted from 0 (N).</summary>
    public ImmutableArray<int> Components { get; }

    /// <inheritdoc/>
    public bool Equals(LabelledSample? other) =>
        other is not null && Data.Equals(other.Data) && Content.Equal(Components, other.Components);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Data, Content.Hash(Components));
}
