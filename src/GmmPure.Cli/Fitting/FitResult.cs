using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>What a fit came to: every start that was tried and how its run ended, in the order in which they were tried.</summary>
/// <param name="Attempts">None if there was no start.</param>
internal sealed record FitResult(ImmutableArray<Attempt<IMixture>> Attempts)
{
    /// <summary>The one to keep; null if all are degenerate.</summary>
    public Attempt<IMixture>? Best { get; } =
        Attempts.Where(attempt => !attempt.IsDropped).Select(attempt => attempt.Run).Best() is { } best
            ? Attempts.First(attempt => ReferenceEquals(attempt.Run, best))
            : null;

    /// <summary>The row that the first run found out of every component's reach, if all are degenerate.</summary>
    public Degeneracy.Unreachable? Unreachable =>
        Best is null && Attempts is [{ Run.Last.Status: Degenerate { Cause: Degeneracy.Unreachable row } }, ..] ? row : null;

    /// <summary>The attempts that are heading for the same optimum as the kept one.</summary>
    public IEnumerable<Attempt<IMixture>> Agreeing =>
        Best is { } best ? Attempts.Where(attempt => !attempt.IsDropped && best.Run.AgreesWith(attempt.Run)) : [];

    /// <summary>The agreement in words: how many starts, and of how many kinds.</summary>
    public string Agreement
    {
        get
        {
            int tried = Attempts.Select(attempt => attempt.Kind).Distinct().Count();
            string starts = $"{Digits.Whole(Agreeing.Count())} of {Display.Count(Attempts.Length, tried > 1 ? "start" : "restart")} reached this optimum";
            int kinds = Agreeing.Select(attempt => attempt.Kind).Distinct().Count();
            int dropped = Attempts.Count(attempt => attempt.IsDropped);
            return starts
                + (tried > 1 ? FormattableString.Invariant($", of {kinds} of {tried} kinds") : string.Empty)
                + (dropped > 0 ? FormattableString.Invariant($"; {dropped} {(dropped == 1 ? "was" : "were")} given up") : string.Empty);
        }
    }

    /// <summary>Searches, with several runs at a time.</summary>
    public static FitResult Of(FitInput input, Search search, FitProgress progress) => new(Restarts.Search(
        (kind, seed) => input.StartOf(kind, seed, search.Options),
        start => progress.Watch(History(input, search, start)),
        new SearchOptions
        {
            Seed = search.Seed,
            Restarts = search.Restarts,
            Kinds = input.StartKinds,
            IsExhaustive = input.StartKinds.Length == 1,
            RunsAtATime = search.RunsAtATime,
        }));

    /// <summary>The history from a start, lazily, until the run stops.</summary>
    public static IEnumerable<Iteration<IMixture>> History(FitInput input, Search search, IMixture start) =>
        search.Stopping.Of(Em.Iterate(input.Data, start, input.Variant, search.Options))
            .Select(iteration => iteration.LogLikelihood is double.NegativeInfinity || Digits.Has(iteration.LogLikelihood, iteration.TotalWeight)
                ? iteration
                : throw FailureException.Overflow(input.Name, "the start"));
}
