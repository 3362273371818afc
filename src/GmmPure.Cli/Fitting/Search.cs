namespace GmmPure.Cli.Fitting;

/// <summary>How to search for the best fit.</summary>
/// <param name="Seed">The seed of the first run, from which the others' are derived.</param>
/// <param name="Restarts">How many runs, each from a start of its own.</param>
/// <param name="Stopping">When a run stops.</param>
/// <param name="Ridge">What is added to every covariance's diagonal.</param>
/// <param name="Threads">How many threads may work at a time.</param>
internal sealed record Search(long Seed, int Restarts, Stopping Stopping, double Ridge, int Threads)
{
    /// <summary>How many runs go on at a time.</summary>
    public int RunsAtATime => Math.Min(Threads, Restarts);

    /// <summary>How each of those runs: with its share of the threads.</summary>
    public EmOptions Options => new() { Ridge = Ridge, Threads = Threads / RunsAtATime };
}

/// <summary>When a run stops.</summary>
/// <param name="Tolerance">The gain in log-likelihood per sample of one iteration at which to stop; 0: never early.</param>
/// <param name="MaxIterations">The most EM iterations after iteration 0.</param>
internal sealed record Stopping(double Tolerance, int MaxIterations)
{
    /// <summary>As much of an endless history as is wanted.</summary>
    public IEnumerable<Iteration<IMixture>> Of(IEnumerable<Iteration<IMixture>> history)
    {
        var bounded = history.Take(MaxIterations + 1);
        return Tolerance > 0 ? bounded.TakeUntilConverged(Convergence.GainPerSample(Tolerance)) : bounded;
    }
}
