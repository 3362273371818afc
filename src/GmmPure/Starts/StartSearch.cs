using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// The search through starts, in rounds whose runs go on side by side. A run is given up when ten times what Aitken's estimate promises
/// would not lift it above the best. The first round has a start of each kind; the others have starts near the best so far, if there is
/// a way to make them, else of each kind with a next seed. A start that was tried before shares the run of that.
/// </summary>
internal sealed class StartSearch<TMixture>(
    Func<StartKind, long, Outcome<TMixture, Degeneracy>> start,
    Func<TMixture, long, Outcome<TMixture, Degeneracy>>? near,
    Func<TMixture, IEnumerable<Iteration<TMixture>>> history,
    SearchOptions options) : IDisposable
    where TMixture : class, IMixture
{
    /// <summary>How far every run goes before any is given up, and by how much those that are left go on then.</summary>
    private const int ShortRun = 20;
    private const int Stage = 10;

    /// <summary>
    /// How much the search may take, in full runs for each of R, of which the best from a drawn start is one: many searches end before,
    /// and those in which runs are given up early have a long one to compare with.
    /// </summary>
    private const double Work = 1.2;

    /// <summary>
    /// What the search of three or more components may take in any case for each of R, in responsibilities computed: on small data, which
    /// have many optima, a tenth of a second.
    /// </summary>
    private const double SmallWork = 1 << 17;

    /// <summary>What a start costs, in iterations, more or less: k-means, or an E- and an M-step that store responsibilities.</summary>
    private const int CostOfStart = 8;
    private const int CostOfSwap = 3;

    private readonly List<(StartKind Kind, long Seed, PulledRun<TMixture> Run)> tried = [];
    private readonly List<PulledRun<TMixture>> started = [];

    /// <summary>What the search has taken so far, in iterations.</summary>
    private int Cost => tried.Sum(each => each.Kind is StartKind.Swap ? CostOfSwap : CostOfStart) + started.Sum(run => run.Pulled);

    /// <summary>The run of the largest objective so far; null before the first, and where all degenerate.</summary>
    private PulledRun<TMixture>? Best => started.MaxBy(run => run.Value) is { Value: > double.NegativeInfinity } best ? best : null;

    /// <summary>The largest objective so far; −∞ where there is none.</summary>
    private double Highest => started.Select(run => run.Value).DefaultIfEmpty(double.NegativeInfinity).Max();

    /// <summary>All attempts, in the order in which they were tried.</summary>
    public ImmutableArray<Attempt<TMixture>> Run()
    {
        foreach (var round in Rounds())
        {
            var runs = Begin(round);
            Race(runs);
            if (options.IsExhaustive || runs.IsEmpty || IsEnough(round.Length))
            {
                break;
            }
        }

        return [.. tried.Select(each => each.Run.ToAttempt(each.Kind, each.Seed))];
    }

    public void Dispose() => started.ForEach(run => run.Dispose());

    private IEnumerable<(StartKind Kind, long Seed)[]> Rounds()
    {
        var drawn = Seeds.From(options.Seed)
            .SelectMany(seed => options.Kinds.Select(kind => (Kind: kind, Seed: seed)))
            .Chunk(options.RoundSize);
        var swapped = Seeds.From(options.Seed).Skip(1).Select(seed => (Kind: StartKind.Swap, Seed: seed)).Chunk(options.RoundSize);
        foreach (var (each, other) in drawn.Zip(swapped.Prepend([])))
        {
            yield return near is null || Best is null ? each : other;
        }
    }

    /// <summary>The new runs of a round, as far as every run goes. A round that has none tells nothing new, and is forgotten.</summary>
    private ImmutableArray<PulledRun<TMixture>> Begin((StartKind Kind, long Seed)[] round)
    {
        var best = Best?.Model;
        var starts = new TMixture?[round.Length];
        ForEach([.. Enumerable.Range(0, round.Length)], index =>
        {
            var (kind, seed) = round[index];
            var outcome = kind is StartKind.Swap ? near!(best!, seed) : start(kind, seed);
            starts[index] = Given.Value(outcome, kind is StartKind.Swap ? nameof(near) : nameof(start)).Match<TMixture?>(mixture => mixture, _ => null);
        });
        var (before, known) = (started.Count, tried.Count);
        foreach (var (mixture, (kind, seed)) in starts.Zip(round))
        {
            if (mixture is not null)
            {
                tried.Add((kind, seed, RunFrom(mixture)));
            }
        }

        ImmutableArray<PulledRun<TMixture>> runs = [.. started.Skip(before)];
        if (runs.IsEmpty)
        {
            tried.RemoveRange(known, tried.Count - known);
        }

        ForEach(runs, run => run.Pull(options.IsExhaustive ? int.MaxValue : ShortRun + 1));
        return runs;
    }

    /// <summary>The run from a start: a new one, or, unless every start is to have its own, that of an equal start.</summary>
    private PulledRun<TMixture> RunFrom(TMixture mixture)
    {
        var run = options.IsExhaustive ? null : started.Find(each => each.Start.Equals(mixture));
        if (run is null)
        {
            run = new PulledRun<TMixture>(mixture, Given.Elements(history(mixture), nameof(history)));
            started.Add(run);
        }

        return run;
    }

    /// <summary>
    /// Runs go on stage by stage, until each is over or given up. One that was given up beside a run which then degenerated goes on.
    /// </summary>
    private void Race(ImmutableArray<PulledRun<TMixture>> runs)
    {
        do
        {
            double best = Highest;
            foreach (var run in runs.Where(run => run.IsDropped || !run.IsOver))
            {
                run.IsDropped = !run.MayReach(best);
            }

            ForEach([.. runs.Where(run => !run.IsOver)], run => run.Pull(Stage));
        }
        while (runs.Any(run => !run.IsOver || (run.IsDropped && run.MayReach(Highest))));
    }

    private bool IsEnough(int ofRound)
    {
        if (Best is not { } best)
        {
            return started.Count >= options.Restarts;
        }

        bool isUnanimous = tried.Count == ofRound
            && ofRound > 1
            && ofRound == options.Kinds.Length
            && started.TrueForAll(run => !run.IsDropped && best.ToRestart(seed: 0).AgreesWith(run.ToRestart(seed: 0)));
        var full = tried.Where(each => each.Kind is not StartKind.Swap).MaxBy(each => each.Run.Value).Run;
        double budget = options.Restarts * Math.Max(Work * (CostOfStart + full.Pulled), full.Model.ComponentCount > 2 ? SmallWork / full.Size : 0);
        return isUnanimous || options.Restarts == 1 || Cost >= budget;
    }

    private void ForEach<T>(ImmutableArray<T> items, Action<T> action) => SideBySide.ForEach(items, options.RunsAtATime ?? -1, action);
}
