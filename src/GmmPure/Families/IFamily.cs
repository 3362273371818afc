namespace GmmPure.Families;

/// <summary>
/// A family whose distributions can be components of a mixture, where it is known at run time only which: how a fit of its mixtures
/// begins. Of every <see cref="IFamily{TDistribution}"/> this comes by itself. <see cref="Em.Iterate(Dataset, IMixture, EmVariant, EmOptions)"/>
/// goes on from a start.
/// </summary>
public interface IFamily : IEstimator
{
    /// <summary>The first value outside the family's support; null if all are within.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The data have not as many columns as the family takes.</exception>
    SupportFault? FindOutside(Dataset data);

    /// <summary>A start from k-means, or which component of it degenerates and how.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the choice of centres.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or there are fewer than K distinct rows.</exception>
    Outcome<IMixture, Degeneracy> TryKMeans(Dataset data, int components, long seed, EmOptions? options = null);

    /// <summary>A start from random responsibilities, or which component of it degenerates and how.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of the responsibilities.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or there are fewer than K distinct rows.</exception>
    Outcome<IMixture, Degeneracy> TryRandom(Dataset data, int components, long seed, EmOptions? options = null);

    /// <summary>A start from labels, whose order it keeps, or which component of it degenerates and how.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="labels">One a row, counted from 0; null where it is not known. Each of 0 … K − 1 occurs, K − 1 being the largest.</param>
    /// <param name="options">Threads.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or the labels do not fit.</exception>
    Outcome<IMixture, Degeneracy> TryFromLabels(Dataset data, IEnumerable<int?> labels, EmOptions? options = null);

    /// <summary>The M-step: the mixture that responsibilities make of the data, or how a component degenerated.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="options">Threads; a ridge, where the family has covariances.</param>
    /// <exception cref="ArgumentException">A value is outside the family's support, or a shape does not fit.</exception>
    Outcome<IMixture, Degeneracy> TryFromResponsibilities(Dataset data, Responsibilities responsibilities, EmOptions? options = null);

    /// <summary>The parameters of one component as numbers, with the standard errors that one observation gives them.</summary>
    /// <param name="mixture">One of the family's.</param>
    /// <param name="component">k, counted from 0.</param>
    /// <exception cref="ArgumentException">The mixture is of another family.</exception>
    ImmutableArray<Parameter> ParametersOf(IMixture mixture, int component);
}

/// <summary>
/// A family whose distributions can be components of a mixture. Whoever writes one writes the five members of
/// <see cref="IEstimator{TDistribution}"/> that have no default.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family, as a value: its parameters.</typeparam>
public interface IFamily<TDistribution> : IEstimator<TDistribution>, IFamily
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
        Components.Each(data, responsibilities, (weighted, _) => FamilyAnswer.MaximumLikelihood(this, weighted));

    SupportFault? IFamily.FindOutside(Dataset data) => SupportFault.Find(this, data);

    Outcome<IMixture, Degeneracy> IFamily.TryKMeans(Dataset data, int components, long seed, EmOptions? options) =>
        Initial.TryKMeans(data, this, components, seed, options).Map<IMixture>(start => start);

    Outcome<IMixture, Degeneracy> IFamily.TryRandom(Dataset data, int components, long seed, EmOptions? options) =>
        Initial.TryRandom(data, this, components, seed, options).Map<IMixture>(start => start);

    Outcome<IMixture, Degeneracy> IFamily.TryFromLabels(Dataset data, IEnumerable<int?> labels, EmOptions? options) =>
        Initial.TryFromLabels(data, this, labels, options).Map<IMixture>(start => start);

    Outcome<IMixture, Degeneracy> IFamily.TryFromResponsibilities(Dataset data, Responsibilities responsibilities, EmOptions? options) =>
        Em.MStep(data, responsibilities, this, options).Map<IMixture>(mixture => mixture);

    ImmutableArray<Parameter> IFamily.ParametersOf(IMixture mixture, int component) =>
        mixture is not Mixture<TDistribution> own || !own.Family.Equals(this)
            ? throw new ArgumentException($"The mixture is not one of the family {Name}.", nameof(mixture))
            : component >= 0 && component < own.ComponentCount
                ? FamilyAnswer.Parameters(this, own.Components[component], 1)
                : throw new ArgumentOutOfRangeException(nameof(component), component, "There is no such component.");
}
