namespace GmmPure.Benchmarks.Peers;

/// <summary>What an iteration costs one contender: the difference of a long and a short run over their iterations.</summary>
internal sealed class Contest(IContender contender)
{
    private const int Short = 1;
    private readonly List<double> seconds = [];
    private Plan plan = new(0, 0);
    private double probe;

    public string Name => contender.Name;

    /// <summary>How many iterations the last run had.</summary>
    public int Iterations { get; private set; }

    /// <summary>Why there is nothing to compare, if there is not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether the time is that of one iteration and all that a run needs besides: it would take too long to part them.</summary>
    public bool IsBound => plan.Span == 0;

    public int Rounds => plan.Rounds;

    /// <summary>Not a number where there is nothing to compare.</summary>
    public double Milliseconds => Failure is not null ? double.NaN : 1000 * (IsBound ? probe : seconds.Median());

    public ImmutableArray<double> Answer() => contender.Answer();

    /// <summary>Before any is timed all must be ready: they would take the cores from each other.</summary>
    public void WaitUntilReady() => Attempt(contender.WaitUntilReady);

    /// <summary>A first short run decides on the others; where it took long, it is one of them.</summary>
    public void Begin() => Attempt(() =>
    {
        probe = Run(Short);
        plan = Plan.After(probe);
        if (plan is { Rounds: 0, Span: > 0 })
        {
            seconds.Add((Run(Short + plan.Span) - probe) / plan.Span);
        }
    });

    public void Round() => Attempt(() =>
    {
        double brief = Run(Short);
        seconds.Add((Run(Short + plan.Span) - brief) / plan.Span);
    });

    /// <summary>A difference that is not positive says no more than that the machine is not quiet.</summary>
    public void End()
    {
        if (Failure is null && !(Milliseconds > 0))
        {
            Disqualify("noise outweighs what is measured");
        }
    }

    /// <summary>Nothing is to be compared.</summary>
    public void Disqualify(string reason) => Failure ??= reason;

    private double Run(int iterations)
    {
        Iterations = iterations;
        return contender.Run(iterations);
    }

    private void Attempt(Action action)
    {
        try
        {
            if (Failure is null)
            {
                action();
            }
        }
        catch (PeerFailureException failure)
        {
            Disqualify(failure.Message);
        }
    }
}
