namespace GmmPure;

/// <summary>The fit of a mixture of whichever family: a search through starts, and what it found as a value.</summary>
public static class Fits
{
    /// <summary>The best fit from starts of several kinds, or why there is none.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="components">K: as many distinct rows are needed.</param>
    /// <param name="start">The start of a kind and a seed, with its share of the threads; or why there is none, which leaves it out.</param>
    /// <param name="options">How to search.</param>
    /// <param name="near">A start near a mixture, from a seed, where there is a way to make one; none by default.</param>
    /// <param name="through">
    /// Through what every history is led as it is pulled, such as a cancellation that throws; nothing by default.
    /// </param>
    /// <exception cref="ArgumentException">Something is null, K is not positive, or the columns do not fit.</exception>
    public static Outcome<Fit<TMixture>, FitFault> Try<TMixture>(
        Dataset data,
        int components,
        Func<StartKind, long, EmOptions, Outcome<TMixture, Degeneracy>> start,
        FitOptions? options = null,
        Func<TMixture, long, EmOptions, Outcome<TMixture, Degeneracy>>? near = null,
        Func<IEnumerable<Iteration<TMixture>>, IEnumerable<Iteration<TMixture>>>? through = null)
        where TMixture : class, IMixture
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        ArgumentNullException.ThrowIfNull(start);
        if (TooFew(data, components) is { } few)
        {
            return few;
        }

        var chosen = options ?? FitOptions.Default;
        var shared = chosen.Shared;
        var attempts = Restarts.Search(
            (kind, seed) => start(kind, seed, shared.Em),
            mixture => History(data, mixture, shared, through),
            shared.Search,
            near is null ? null : (mixture, seed) => near(mixture, seed, shared.Em));
        return attempts.IsEmpty
            ? start(shared.Search.Kinds[0], shared.Search.Seed, shared.Em).Match<FitFault>(
                _ => throw new ArgumentException("A start is a function of its kind and seed.", nameof(start)),
                cause => new FitFault.NoStart(cause))
            : Of(data, attempts, chosen);
    }

    /// <summary>The best fit from given starts, each of whose runs goes to its end; or why there is none.</summary>
    /// <param name="data">N×D, within the family's support.</param>
    /// <param name="starts">θ₀: one or more mixtures of D columns.</param>
    /// <param name="options">How to run; of the search only how many runs go on at a time.</param>
    /// <param name="through">
    /// Through what every history is led as it is pulled, such as a cancellation that throws; nothing by default.
    /// </param>
    /// <exception cref="ArgumentException">Something is null, there is no start, or the columns do not fit.</exception>
    public static Outcome<Fit<TMixture>, FitFault> TryFrom<TMixture>(
        Dataset data,
        IEnumerable<TMixture> starts,
        FitOptions? options = null,
        Func<IEnumerable<Iteration<TMixture>>, IEnumerable<Iteration<TMixture>>>? through = null)
        where TMixture : class, IMixture
    {
        ArgumentNullException.ThrowIfNull(data);
        var each = Given.Each(starts);
        if (each.IsEmpty)
        {
            throw new ArgumentException("There is at least one start.", nameof(starts));
        }

        var chosen = options ?? FitOptions.Default;
        return Of(data, RunFrom(data, each, chosen, through), chosen);
    }

    /// <summary>The fit from the labels of the data, or why there is none: it is a single run, which needs no search.</summary>
    /// <param name="data">N×D, of which some rows have labels.</param>
    /// <param name="components">K, which is also that of the labels.</param>
    /// <param name="start">The start that the labels make, or why they make none.</param>
    /// <param name="options">How to run.</param>
    /// <param name="through">Through what the history is led.</param>
    /// <exception cref="ArgumentException">K is not the number of the labels, or one of them has no row of positive weight.</exception>
    internal static Outcome<Fit<TMixture>, FitFault> TryFromLabels<TMixture>(
        Dataset data,
        int components,
        Func<EmOptions, Outcome<TMixture, Degeneracy>> start,
        FitOptions options,
        Func<IEnumerable<Iteration<TMixture>>, IEnumerable<Iteration<TMixture>>>? through = null)
        where TMixture : class, IMixture
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(components);
        long labels = 1L + (data.Labels.Max() ?? -1);
        return labels != components ? throw new ArgumentException(FormattableString.Invariant($"The labels are of {labels} components."), nameof(components))
            : TooFew(data, components) is { } few ? few
            : start(options.Em).Match(
                mixture => TryFrom(data, [mixture], options, through),
                cause => new FitFault.NoStart(cause));
    }

    private static FitFault.TooFewDistinctRows? TooFew(Dataset data, int components)
    {
        int distinct = data.CountDistinctRows(limit: components);
        return distinct < components ? new(distinct, components) : null;
    }

    /// <summary>The runs from given starts.</summary>
    internal static ImmutableArray<Attempt<TMixture>> RunFrom<TMixture>(
        Dataset data,
        ImmutableArray<TMixture> starts,
        FitOptions options,
        Func<IEnumerable<Iteration<TMixture>>, IEnumerable<Iteration<TMixture>>>? through = null)
        where TMixture : class, IMixture
    {
        var shared = (options with { Search = options.Search with { IsExhaustive = true, Restarts = starts.Length } }).Shared;
        return Restarts.From(starts, start => History(data, start, shared, through), shared.Search);
    }

    /// <summary>The history of a run, lazily, until it stops.</summary>
    internal static IEnumerable<Iteration<TMixture>> History<TMixture>(
        Dataset data,
        TMixture start,
        FitOptions options,
        Func<IEnumerable<Iteration<TMixture>>, IEnumerable<Iteration<TMixture>>>? through = null)
        where TMixture : class, IMixture
    {
        var endless = Em.Iterate(data, (IMixture)start, options.Variant, options.Em).Select(each => each.Cast<TMixture>());
        var history = options.Stop(endless);
        return through is null ? history : through(history);
    }

    private static Outcome<Fit<TMixture>, FitFault> Of<TMixture>(
        Dataset data, ImmutableArray<Attempt<TMixture>> attempts, FitOptions options)
        where TMixture : class, IMixture => Fit<TMixture>.Of(data, attempts, options) is { } fit
            ? fit
            : new FitFault.AllDegenerate([.. attempts.Select(attempt => attempt.Cast<IMixture>())]);
}
