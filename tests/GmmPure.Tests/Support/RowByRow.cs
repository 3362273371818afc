using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>A family of which nothing is known but what any family of a user's own tells: densities row by row.</summary>
internal sealed record RowByRow<TDistribution>(IFamily<TDistribution> Inner) : IFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    public string Name => Inner.Name;

    public int? Columns => Inner.Columns;

    public int DimensionOf(TDistribution distribution) => Inner.DimensionOf(distribution);

    public Support SupportOf(int column) => Inner.SupportOf(column);

    public Outcome<TDistribution, Degeneracy> MaximumLikelihood(Dataset data) => Inner.MaximumLikelihood(data);

    public double LogDensity(TDistribution distribution, ReadOnlySpan<double> observation) =>
        Inner.LogDensity(distribution, observation);

    public ImmutableArray<Parameter> Parameters(TDistribution distribution, double totalWeight) =>
        Inner.Parameters(distribution, totalWeight);
}
