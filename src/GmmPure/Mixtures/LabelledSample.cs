namespace GmmPure;

/// <summary>Draws from a mixture, with the component that each came from. Equal by content.</summary>
public sealed record LabelledSample
{
    private readonly EqualArray<int> components;

    internal LabelledSample(Dataset data, ImmutableArray<int> components) => (Data, this.components) = (data, components);

    /// <summary>The drawn rows (N×D).</summary>
    public Dataset Data { get; }

    /// <summary>For each row the component that it was drawn from, counted from 0 (N).</summary>
    public ImmutableArray<int> Components => components;
}
