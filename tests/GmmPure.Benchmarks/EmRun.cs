namespace GmmPure.Benchmarks;

/// <summary>
/// EM on a problem, warm: a block of iterations (E-step, statistics, M-step) from where a number of them led, the same
/// work each time, and enough of it to be timed.
/// </summary>
internal sealed record EmRun(Dataset Data, GaussianMixture From, EmOptions Options, int Block)
{
    private const int WarmUp = 40;
    private const int MostIterations = 50;
    private const double ShortestWarmUp = 0.5;
    private const double LongestWarmUp = 1.5;
    private const double ShortestBlock = 0.02;

    /// <param name="problem">Data and start.</param>
    /// <param name="threads">How many threads may be used.</param>
    public static EmRun Of(Problem problem, int threads)
    {
        var run = new EmRun(problem.Data, problem.Start, new EmOptions { Threads = threads }, 1);
        double spent = 0;
        for (int iteration = 0; iteration < WarmUp && spent < LongestWarmUp; iteration++)
        {
            spent += Timing.Seconds(() => run = run with { From = run.Next() });
        }

        // What is short must wait for the compiler, which takes its time over the second, better code.
        double last = spent / WarmUp;
        while (spent < ShortestWarmUp)
        {
            last = Timing.Seconds(run.Iterate);
            spent += last;
        }

        return run with { Block = Math.Clamp((int)Math.Ceiling(ShortestBlock / last), 1, MostIterations) };
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
