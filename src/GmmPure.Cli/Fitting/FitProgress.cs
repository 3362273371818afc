namespace GmmPure.Cli.Fitting;

/// <summary>How far the runs of a fit are: counted by those who pull their iterations, asked by who watches.</summary>
/// <param name="restarts">How many runs there will be.</param>
internal sealed class FitProgress(int restarts)
{
    private readonly Lock gate = new();
    private int ended;
    private long iterations;
    private double highest = double.NegativeInfinity;

    /// <summary>The same history, counted as it is pulled.</summary>
    public IEnumerable<Iteration<IMixture>> Watch(IEnumerable<Iteration<IMixture>> history)
    {
        foreach (var iteration in history)
        {
            lock (gate)
            {
                iterations++;
                highest = Math.Max(highest, iteration.LogLikelihood);
            }

            yield return iteration;
        }

        lock (gate)
        {
            ended++;
        }
    }

    /// <summary>One line that says how far they are.</summary>
    public string Describe()
    {
        lock (gate)
        {
            string runs = FormattableString.Invariant($"{ended} of {Display.Count(restarts, "run")} ended");
            return iterations == 0
                ? $"{runs}, looking for starts"
                : FormattableString.Invariant($"{runs}, {iterations} iterations, best log-likelihood {highest:F3}");
        }
    }
}
