namespace GmmPure.Families;

/// <summary>The fit of a mixture of any family in one call.</summary>
public static class FamilyFits
{
    /// <summary>The kinds of starts that families other than Gaussians have.</summary>
    public static ImmutableArray<StartKind> StartKinds { get; } = [StartKind.KMeans, StartKind.Random];

    /// <summary>
    /// The maximum-likelihood fit of K components: EM from starts of k-means and of random responsibilities, of which the best is kept.
    /// Data with labels have one start, that of the labels.
    /// </summary>
    /// <param name="family">The family of the components.</param>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="components">K.</param>
    /// <param name="options">Search, when to stop, threads; a covariance structure plays no part.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, K is not positive or not the number of the labels, the search allows no kind of start
    /// that the family has, or the data have no such fit. The message says why.
    /// </exception>
    public static Fit<Mixture<TDistribution>> Fit<TDistribution>(
        this IFamily<TDistribution> family, Dataset data, int components, FitOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        TryFit(family, data, components, options).Or(fault => throw new ArgumentException(fault.Message, nameof(data)));

    /// <summary>The maximum-likelihood fit of K components, or why the data have none. Data with labels have one start, that of the labels.</summary>
    /// <param name="family">The family of the components.</param>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="components">K.</param>
    /// <param name="options">Search, when to stop, threads; a covariance structure plays no part.</param>
    /// <exception cref="ArgumentException">
    /// A value is outside the family's support, K is not positive or not the number of the labels, one of the labels below K has no row
    /// of positive weight, or the search allows no kind of start that the family has.
    /// </exception>
    public static Outcome<Fit<Mixture<TDistribution>>, FitFault> TryFit<TDistribution>(
        this IFamily<TDistribution> family, Dataset data, int components, FitOptions? options = null)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(data);
        var chosen = OfFamilies(options ?? FitOptions.Default);
        return data.KnownLabels > 0
            ? Fits.TryFromLabels(data, components, em => Initial.TryFromLabels(data, family, data.Labels, em), chosen)
            : Fits.Try(
                data,
                components,
                (kind, seed, em) => kind is StartKind.Random
                    ? Initial.TryRandom(data, family, components, seed, em)
                    : Initial.TryKMeans(data, family, components, seed, em),
                chosen);
    }

    private static FitOptions OfFamilies(FitOptions options) => options.Search.Kinds.Intersect(StartKinds).ToImmutableArray() is { IsEmpty: false } kinds
        ? options with { Search = options.Search with { Kinds = kinds } }
        : throw new ArgumentException("Mixtures of other families than Gaussians start from k-means or from random responsibilities.", nameof(options));
}
