namespace GmmPure.Families;

/// <summary>
/// A family whose distributions can be components of a mixture. Whoever writes one writes the five members of
/// <see cref="IEstimator{TDistribution}"/> that have no default.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family, as a value: its parameters.</typeparam>
public interface IFamily<TDistribution> : IEstimator<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>
    /// The components that the M-step makes of responsibilities: each the maximum likelihood of the data, whose rows weigh
    /// what the component is responsible for; or how one degenerated. A family may do it in its own way: share a parameter
    /// among the components, or climb only part of the way from the components before.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="responsibilities">N×K, of which no component is empty.</param>
    /// <param name="previous">The components that went in (K); empty where a start is made.</param>
    Outcome<ImmutableArray<TDistribution>, Degeneracy> MStep(
        Dataset data, Responsibilities responsibilities, ImmutableArray<TDistribution> previous) =>
        Components.Each(data, responsibilities, (weighted, _) => MaximumLikelihood(weighted));
}
