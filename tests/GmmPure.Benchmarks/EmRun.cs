namespace GmmPure.Benchmarks;

/// <summary>
/// EM on a problem, warm: a block of iterations (E-step, statistics, M-step) from where a number of them led, the same
/// work each time, and enough of it to be timed.
/// </summary>
internal sealed record EmRun(Dataset Data, GaussianMixture From, EmOptions Options, int Block)
{
    private const int WarmUp = 40;
    private const int MostIterations = 50;
    private const double LongestWarmUp = 1.5;
    private const double ShortestBlock = 0.02;

    /// <param name="problem">Data and start.</param>
    /// <param name="threads">How many threads may be used.</param>
    public static EmRun Of(Problem problem, int threads)
    {
        var options = new EmOptions { Threads = threads };
        var one = new EmRun(problem.Data, problem.Start, options, 1);
        double spent = 0;
        double last = 0;
        for (int iteration = 0; iteration < WarmUp && spent < LongestWarmUp; iteration++)
        {
            last = Timing.Seconds(() => one = one with { From = one.Next() });
            spent += last;
        }

        return one with { Block = Math.Clamp((int)Math.Ceiling(ShortestBlock / last), 1, MostIterations) };
    }

    /// <summary>How long one iteration takes, in milliseconds, as the mean of a block.</summary>
    public double Milliseconds() => 1000 * Timing.Seconds(Iterate) / Block;

    private GaussianMixture Next() => Em.Step(Data, From, Options).Or(cause => throw new InvalidOperationException(cause.Message));

    private void Iterate()
    {
        if (Em.Iterate(Data, From, Options).Take(Block).Last().Status is Degenerate end)
        {
            throw new InvalidOperationException(end.Cause.Message);
        }
    }
}
