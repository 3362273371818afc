namespace GmmPure.Cli.Fitting;

/// <summary>How far the runs of a fit are: counted by those who pull their iterations, asked by who watches.</summary>
/// <param name="restarts">How many runs there will be.</param>
internal sealed class FitProgress(int restarts)
{
    private int ended;
    private long iterations;
    private double latest = double.NaN;

    /// <summary>The same history, counted as it is pulled.</summary>
    public IEnumerable<Iteration> Watch(IEnumerable<Iteration> history)
    {
        foreach (var iteration in history)
        {
            Interlocked.Increment(ref iterations);
            Volatile.Write(ref latest, iteration.LogLikelihood);
            yield return iteration;
        }

        Interlocked.Increment(ref ended);
    }

    /// <summary>One line that says how far they are.</summary>
    public string Describe()
    {
        long count = Interlocked.Read(ref iterations);
        string runs = FormattableString.Invariant($"{Volatile.Read(ref ended)} of {Display.Count(restarts, "run")} ended");
        return count == 0
            ? $"{runs}, looking for starts"
            : FormattableString.Invariant($"{runs}, {count} iterations, log-likelihood {Volatile.Read(ref latest):F3}");
    }
}
