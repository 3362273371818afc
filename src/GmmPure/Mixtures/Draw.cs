namespace GmmPure;

/// <summary>One draw from a mixture, with the component that it came from. Equal by content.</summary>
public sealed record Draw
{
    internal Draw(int component, ImmutableArray<double> observation) => (Component, Observation) = (component, observation);

    /// <summary>The component that it was drawn from, counted from 0.</summary>
    public int Component { get; }

    /// <summary>The drawn numbers (D).</summary>
    public ImmutableArray<double> Observation { get; }

    /// <inheritdoc/>
    public bool Equals(Draw? other) =>
        other is not null && Component == other.Component && Content.Equal(Observation, other.Observation);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Component, Content.Hash(Observation));
}
