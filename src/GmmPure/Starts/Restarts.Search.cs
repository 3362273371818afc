using GmmPure.Kernels;

namespace GmmPure;

/// <content>
/// The search for the best optimum: starts of several kinds, short runs of all of them, and long runs of those that may still come to
/// more than the best (emEM; Biernacki, Celeux and Govaert 2003).
/// </content>
public static partial class Restarts
{
    /// <summary>How far every run goes before any is given up, and by how much those that are left go on then.</summary>
    private const int ShortRun = 20;
    private const int Stage = 10;

    /// <summary>
    /// How much the search may take, in full runs for each of R: most searches end before, and those in which runs are given up early
    /// have a long one to compare with.
    /// </summary>
    private const double Work = 1.5;

    /// <summary>What a start costs, in iterations: more or less.</summary>
    private const int CostOfStart = 8;

    /// <summary>
    /// All attempts, in rounds of one start of each kind. The runs of a round go on side by side, and one is given up when ten times
    /// what Aitken's estimate promises would not lift it above the best. The search ends after a first round whose runs all reached one
    /// optimum, or when it has taken about as many iterations as R full runs to the best optimum would have. A start that is
    /// tried before is left out. Where all degenerate, R starts are tried.
    /// </summary>
    /// <typeparam name="TMixture">The mixtures.</typeparam>
    /// <param name="start">The start of a kind and a seed; or why there is none, which leaves it out.</param>
    /// <param name="history">A finite history from a start: <see cref="Em.Iterate(Dataset, GaussianMixture, EmOptions)"/>, and when to stop.</param>
    /// <param name="options">The seed, the time, the kinds of starts.</param>
    /// <returns>One or more, in the order in which they were tried; none if there is no start at all.</returns>
    /// <exception cref="ArgumentException">A function is null, or gives nothing.</exception>
    public static ImmutableArray<Attempt<TMixture>> Search<TMixture>(
        Func<StartKind, long, Outcome<TMixture, Degeneracy>> start,
        Func<TMixture, IEnumerable<Iteration<TMixture>>> history,
        SearchOptions? options = null)
        where TMixture : class, IMixture
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(history);
        var chosen = options ?? SearchOptions.Default;
        var rounds = Seeds.From(chosen.Seed)
            .SelectMany(seed => chosen.Kinds.Select(kind => (Kind: kind, Seed: seed)))
            .Chunk(chosen.IsExhaustive ? chosen.Restarts : Math.Min(chosen.Restarts, chosen.Kinds.Length));
        var tried = new List<PulledRun<TMixture>>();
        try
        {
            foreach (var round in rounds)
            {
                int before = Cost(tried);
                var runs = StartsOf(round, start, history, tried, chosen);
                Race(runs, tried, chosen);
                tried.AddRange(runs);
                if (chosen.IsExhaustive || runs.IsEmpty || IsEnough(tried, runs.Length, Cost(tried) - before, chosen))
                {
                    break;
                }
            }

            return [.. tried.Select(run => run.ToAttempt())];
        }
        finally
        {
            tried.ForEach(run => run.Dispose());
        }
    }

    /// <summary>Given starts, each of whose runs goes to its end.</summary>
    internal static ImmutableArray<Attempt<TMixture>> From<TMixture>(
        ImmutableArray<TMixture> starts, Func<TMixture, IEnumerable<Iteration<TMixture>>> history, SearchOptions options)
        where TMixture : class, IMixture
    {
        ImmutableArray<PulledRun<TMixture>> runs =
            [.. starts.Select(start => new PulledRun<TMixture>(kind: null, options.Seed, start, history(start)))];
        try
        {
            SideBySide.ForEach(runs, options.RunsAtATime ?? -1, run => run.Pull(int.MaxValue));
            return [.. runs.Select(run => run.ToAttempt())];
        }
        finally
        {
            runs.ToList().ForEach(run => run.Dispose());
        }
    }

    /// <summary>The runs of a round, as far as every run goes: none of a start that was tried before.</summary>
    private static ImmutableArray<PulledRun<TMixture>> StartsOf<TMixture>(
        (StartKind Kind, long Seed)[] round,
        Func<StartKind, long, Outcome<TMixture, Degeneracy>> start,
        Func<TMixture, IEnumerable<Iteration<TMixture>>> history,
        List<PulledRun<TMixture>> before,
        SearchOptions options)
        where TMixture : class, IMixture
    {
        var starts = new TMixture?[round.Length];
        SideBySide.ForEach(
            [.. Enumerable.Range(0, round.Length)],
            options.RunsAtATime ?? -1,
            index => starts[index] = start(round[index].Kind, round[index].Seed).Match<TMixture?>(mixture => mixture, _ => null));
        var runs = ImmutableArray.CreateBuilder<PulledRun<TMixture>>();
        foreach (var (mixture, (kind, seed)) in starts.Zip(round))
        {
            if (mixture is not null && (options.IsExhaustive || !before.Concat(runs).Any(run => run.Start.Equals(mixture))))
            {
                runs.Add(new PulledRun<TMixture>(kind, seed, mixture, Given.Elements(history(mixture), nameof(history))));
            }
        }

        var all = runs.ToImmutable();
        SideBySide.ForEach(all, options.RunsAtATime ?? -1, run => run.Pull(options.IsExhaustive ? int.MaxValue : ShortRun + 1));
        return all;
    }

    /// <summary>Runs go on stage by stage, until each is over or given up.</summary>
    private static void Race<TMixture>(
        ImmutableArray<PulledRun<TMixture>> runs, List<PulledRun<TMixture>> before, SearchOptions options)
        where TMixture : class, IMixture
    {
        while (runs.Any(run => !run.IsOver))
        {
            double best = runs.Concat(before).Max(run => run.Value);
            foreach (var run in runs.Where(run => !run.IsOver && run.Promise + run.Rounding < best))
            {
                run.Drop();
            }

            SideBySide.ForEach([.. runs.Where(run => !run.IsOver)], options.RunsAtATime ?? -1, run => run.Pull(Stage));
        }
    }

    private static bool IsEnough<TMixture>(List<PulledRun<TMixture>> tried, int ofRound, int costOfRound, SearchOptions options)
        where TMixture : class, IMixture
    {
        var best = tried.MaxBy(run => run.Value)!;
        if (double.IsNegativeInfinity(best.Value))
        {
            return tried.Count >= options.Restarts;
        }

        bool isUnanimous = tried.Count == ofRound
            && ofRound == options.Kinds.Length
            && tried.TrueForAll(run => !run.IsDropped && best.ToRestart().AgreesWith(run.ToRestart()));
        double budget = Work * options.Restarts * (CostOfStart + best.Pulled);
        return isUnanimous || options.Restarts == 1 || Cost(tried) + costOfRound > budget;
    }

    private static int Cost<TMixture>(List<PulledRun<TMixture>> runs)
        where TMixture : class, IMixture => runs.Sum(run => CostOfStart + run.Pulled);
}
