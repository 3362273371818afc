using System.Runtime.ExceptionServices;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>What a fit came to: every restart's end, in the order of the seeds.</summary>
/// <param name="Restarts">One or more.</param>
internal sealed record FitResult(ImmutableArray<Restart<Iteration<IMixture>>> Restarts)
{
    /// <summary>The one to keep; null if all are degenerate.</summary>
    public Restart<Iteration<IMixture>>? Best { get; } = Restarts.Best();

    /// <summary>The row that the first run found out of every component's reach, if all are degenerate.</summary>
    public Degeneracy.Unreachable? Unreachable =>
        Best is null && Restarts[0].Last.Status is Degenerate { Cause: Degeneracy.Unreachable row } ? row : null;

    /// <summary>How many of the restarts are heading for the same optimum as this one.</summary>
    public int AgreeingWith(Restart<Iteration<IMixture>> best) =>
        Restarts.Count(best.AgreesWith);

    /// <summary>Runs all restarts, several at a time, keeping of each its last iteration.</summary>
    public static FitResult Of(FitInput input, Search search, FitProgress progress)
    {
        long[] seeds = [.. Seeds.From(search.Seed).Take(search.Restarts)];
        var restarts = new Restart<Iteration<IMixture>>[seeds.Length];
        var several = new ParallelOptions { MaxDegreeOfParallelism = search.RunsAtATime };
        try
        {
            Parallel.For(0, seeds.Length, several, run => restarts[run] = GmmPure.Restarts.Run(
                seeds[run], seed => progress.Watch(History(input, search, seed))));
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }

        return new FitResult(ImmutableArray.Create(restarts));
    }

    /// <summary>The history of one seed, lazily: the start, and the iterations until a run stops.</summary>
    public static IEnumerable<Iteration<IMixture>> History(FitInput input, Search search, long seed) =>
        search.Stopping.Of(Em.Iterate(input.Data, input.StartOf(seed, search.Options), input.Variant, search.Options))
            .Select(iteration => iteration.LogLikelihood is double.NegativeInfinity || Digits.Has(iteration.LogLikelihood, iteration.TotalWeight)
                ? iteration
                : throw FailureException.Overflow(input.Name, "the start"));
}
