namespace GmmPure;

/// <summary>One draw from a mixture, with the component that it came from. Equal by content.</summary>
public sealed record Draw
{
    private readonly EqualArray<double> observation;

    internal Draw(int component, ImmutableArray<double> observation) => (Component, this.observation) = (component, observation);

    /// <summary>The component that it was drawn from, counted from 0.</summary>
    public int Component { get; }

    /// <summary>The drawn numbers (D).</summary>
    public ImmutableArray<double> Observation => observation;
}
