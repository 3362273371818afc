namespace GmmPure.Cli.Fitting;

/// <summary>What a fit came to: every restart's end, in the order of the seeds.</summary>
/// <param name="Restarts">One or more.</param>
internal sealed record FitResult(ImmutableArray<Restart<Iteration>> Restarts)
{
    /// <summary>The one to keep; null if all are degenerate.</summary>
    public Restart<Iteration>? Best { get; } = Restarts.Best();

    /// <summary>How many of the restarts are heading for the same optimum as this one.</summary>
    public int AgreeingWith(Restart<Iteration> best) =>
        Restarts.Count(best.AgreesWith);

    /// <summary>Runs all restarts, in parallel, keeping of each its last iteration.</summary>
    public static FitResult Of(FitInput input, FitRequest request)
    {
        try
        {
            return new FitResult(
            [
                .. Seeds.From(request.Seed).Take(request.Restarts)
                    .AsParallel().AsOrdered()
                    .Select(seed => GmmPure.Restarts.Run(seed, each => History(input, request, each))),
            ]);
        }
        catch (AggregateException error) when (input.Start is not null && error.InnerException is ArgumentException distance)
        {
            throw FailureException.Input($"{request.Start} does not suit {request.Data.Name}: {distance.Message}");
        }
    }

    /// <summary>The history of one seed, lazily: the start, and the iterations until a run stops.</summary>
    public static IEnumerable<Iteration> History(FitInput input, FitRequest request, long seed)
    {
        var start = input.Start ?? Initial.KMeansPlusPlus(input.Data, input.Components, seed, input.Structure);
        return request.Stopping.Of(Em.Iterate(input.Data, start, new EmOptions { Ridge = request.Ridge }));
    }
}
