namespace GmmPure.Cli.Fitting;

/// <summary>How far the runs of a fit are: counted by those who pull their iterations, asked by who watches.</summary>
internal sealed class FitProgress
{
    private readonly Lock gate = new();
    private int begun;
    private long iterations;
    private double highest = double.NegativeInfinity;

    /// <summary>The same history, counted as it is pulled.</summary>
    public IEnumerable<Iteration<TMixture>> Watch<TMixture>(IEnumerable<Iteration<TMixture>> history)
        where TMixture : class, IMixture
    {
        lock (gate)
        {
            begun++;
        }

        foreach (var iteration in history)
        {
            lock (gate)
            {
                iterations++;
                highest = Math.Max(highest, iteration.LogLikelihood);
            }

            yield return iteration;
        }
    }

    /// <summary>One line that says how far they are.</summary>
    public string Describe()
    {
        lock (gate)
        {
            return iterations == 0
                ? "looking for starts"
                : FormattableString.Invariant($"{Display.Count(begun, "run")}, {iterations} iterations, best log-likelihood {highest:F3}");
        }
    }
}
