using GmmPure.Kernels;

namespace GmmPure;

/// <content>
/// The search for the best optimum: starts of several kinds, short runs of all of them, and long runs of those that may still come to
/// more than the best (emEM; Biernacki, Celeux and Govaert 2003).
/// </content>
public static partial class Restarts
{
    /// <summary>
    /// All attempts, in rounds. The first has one start of each kind; the others have starts near the best mixture so far, or, where
    /// there is no way to make them, of each kind with a next seed. The runs of a round go on side by side, and one is given up when
    /// ten times what Aitken's estimate promises would not lift it above the best. The search ends after a first round whose runs all
    /// reached one optimum, or when it has taken about as many iterations as R full runs to the best optimum would have. A start that
    /// was tried before shares the run of that. Where all degenerate, R different starts are tried.
    /// </summary>
    /// <typeparam name="TMixture">The mixtures.</typeparam>
    /// <param name="start">The start of a kind and a seed; or why there is none, which leaves it out.</param>
    /// <param name="history">A finite history from a start: <see cref="Em.Iterate(Dataset, GaussianMixture, EmOptions)"/>, and when to stop.</param>
    /// <param name="options">The seed, the time, the kinds of starts.</param>
    /// <param name="near">A start near a mixture, from a seed: <see cref="Initial.TrySwap"/>; none by default.</param>
    /// <returns>One or more, in the order in which they were tried; none if there is no start at all.</returns>
    /// <exception cref="ArgumentException">A function is null, or gives nothing.</exception>
    public static ImmutableArray<Attempt<TMixture>> Search<TMixture>(
        Func<StartKind, long, Outcome<TMixture, Degeneracy>> start,
        Func<TMixture, IEnumerable<Iteration<TMixture>>> history,
        SearchOptions? options = null,
        Func<TMixture, long, Outcome<TMixture, Degeneracy>>? near = null)
        where TMixture : class, IMixture
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(history);
        using var search = new StartSearch<TMixture>(start, near, history, options ?? SearchOptions.Default);
        return search.Run();
    }

    /// <summary>Given starts, each of whose runs goes to its end.</summary>
    internal static ImmutableArray<Attempt<TMixture>> From<TMixture>(
        ImmutableArray<TMixture> starts, Func<TMixture, IEnumerable<Iteration<TMixture>>> history, SearchOptions options)
        where TMixture : class, IMixture
    {
        ImmutableArray<PulledRun<TMixture>> runs =
            [.. starts.Select(start => new PulledRun<TMixture>(start, Given.Elements(history(start), nameof(history))))];
        try
        {
            SideBySide.ForEach(runs, options.RunsAtATime ?? -1, run => run.Pull(int.MaxValue));
            return [.. runs.Select(run => run.ToAttempt(StartKind.Given, options.Seed))];
        }
        finally
        {
            runs.ToList().ForEach(run => run.Dispose());
        }
    }
}
