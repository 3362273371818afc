namespace GmmPure.Benchmarks.Peers;

/// <summary>This library, on one thread.</summary>
internal sealed class Own : IContender
{
    private static readonly EmOptions Options = new() { Threads = 1 };
    private readonly Problem problem;
    private GaussianMixture last;

    public Own(Problem problem)
    {
        this.problem = problem;
        last = EmRun.Of(problem, threads: 1).From;
    }

    public string Name => "GmmPure";

    public void WaitUntilReady()
    {
    }

    public double Run(int iterations) =>
        Timing.Seconds(() => last = Em.Iterate(problem.Data, problem.Start, Options).ElementAt(iterations).Model);

    public ImmutableArray<double> Answer() => Answer(last);

    public static ImmutableArray<double> Answer(GaussianMixture mixture) => [.. mixture.Weights, .. mixture.Means.Elements];

    public void Dispose()
    {
    }
}
