namespace GmmPure;

/// <summary>One start of several: the seed it came from, where it ended, and where it was heading.</summary>
/// <typeparam name="TIteration">The algorithm's elements.</typeparam>
public sealed record Restart<TIteration>
    where TIteration : class, IIteration<TIteration>
{
    internal Restart(long seed, TIteration last, double remainingGain) =>
        (Seed, Last, RemainingGain) = (seed, last, remainingGain);

    /// <summary>The seed of this start alone.</summary>
    public long Seed { get; }

    /// <summary>The last element of its history.</summary>
    public TIteration Last { get; }

    /// <summary>
    /// Aitken's estimate of what further iterations would still gain of the objective, in total; infinite where it cannot
    /// be told.
    /// </summary>
    public double RemainingGain { get; }

    /// <summary>
    /// Whether both are heading for the same optimum: whether the intervals from where each stands to twice its estimated
    /// remaining gain above meet, allowing for the rounding of a sum over the data. A degenerate run heads nowhere.
    /// </summary>
    /// <param name="other">Another start of the same model on the same data.</param>
    public bool AgreesWith(Restart<TIteration> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Last.Status is Degenerate || other.Last.Status is Degenerate)
        {
            return false;
        }

        var (lower, upper) = Last.Objective.Value <= other.Last.Objective.Value ? (this, other) : (other, this);
        double rounding = lower.Last.Objective.Rounding + upper.Last.Objective.Rounding;
        double reach = double.IsFinite(lower.RemainingGain) ? 2 * lower.RemainingGain : 0;
        return lower.Last.Objective.Value + reach + rounding >= upper.Last.Objective.Value;
    }
}

/// <summary>
/// Several starts, as LINQ over seeds: <c>Seeds.From(1).Take(10).Select(seed => Restarts.Run(seed, history)).Best()</c>.
/// </summary>
public static partial class Restarts
{
    /// <summary>Runs the history of one seed to its end, keeping only the last element.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="history">A finite history for a seed: start, <see cref="Em.Iterate(Dataset, GaussianMixture, EmOptions)"/>, and when to stop.</param>
    /// <exception cref="ArgumentException">The history is null, or has no element.</exception>
    public static Restart<TIteration> Run<TIteration>(long seed, Func<long, IEnumerable<TIteration>> history)
        where TIteration : class, IIteration<TIteration>
    {
        ArgumentNullException.ThrowIfNull(history);
        Trail<TIteration> trail = default;
        var iterations = history(seed)
            ?? throw new ArgumentException(FormattableString.Invariant($"The history of seed {seed} is null."), nameof(history));
        foreach (var iteration in Given.Elements(iterations, nameof(history)))
        {
            trail = trail.Then(iteration);
        }

        return trail.ToRestart(seed, nameof(history));
    }

    /// <summary>The restart of the largest objective among those that did not degenerate; null if all did.</summary>
    /// <param name="restarts">One or more.</param>
    public static Restart<TIteration>? Best<TIteration>(this IEnumerable<Restart<TIteration>> restarts)
        where TIteration : class, IIteration<TIteration> =>
        Given.Elements(restarts)
            .Where(restart => restart.Last.Status is not Degenerate)
            .MaxBy(restart => restart.Last.Objective.Value);
}
