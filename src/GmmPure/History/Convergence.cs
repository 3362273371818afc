namespace GmmPure;

/// <summary>What a convergence rule measures.</summary>
public enum ConvergenceMeasure
{
    /// <summary>The gain of the objective in one iteration, per unit of weight.</summary>
    GainPerSample,

    /// <summary>The gain of the objective in one iteration.</summary>
    TotalGain,

    /// <summary>The gain of the objective in one iteration over its magnitude.</summary>
    RelativeGain,

    /// <summary>The largest change of a parameter in one iteration, in the model's own scales.</summary>
    ParameterChange,

    /// <summary>Aitken's estimate of all the gain that is still to come, per unit of weight.</summary>
    AitkenRemainingGain,
}

/// <summary>
/// A rule for when to stop, as a value: stop when what it measures is at most the tolerance. Gains
/// count in absolute value, but for falls of a monotone objective within rounding, which count as 0. Not converging is a status, never an error.
/// </summary>
public sealed record Convergence
{
    private Convergence(ConvergenceMeasure measure, double tolerance)
    {
        Measure = measure;
        Tolerance = tolerance >= 0
            ? tolerance
            : throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is not negative.");
    }

    /// <summary>What the rule measures.</summary>
    public ConvergenceMeasure Measure { get; }

    /// <summary>The largest measured value at which to stop.</summary>
    public double Tolerance { get; }

    /// <summary>Stop when an iteration gains at most this much log-likelihood per sample, in nats.</summary>
    /// <param name="tolerance">In nats per unit of weight; 0 waits for an iteration that gains nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static Convergence GainPerSample(double tolerance) => new(ConvergenceMeasure.GainPerSample, tolerance);

    /// <summary>Stop when an iteration gains at most this much log-likelihood in total, in nats.</summary>
    /// <param name="tolerance">In nats; 0 waits for an iteration that gains nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static Convergence TotalGain(double tolerance) => new(ConvergenceMeasure.TotalGain, tolerance);

    /// <summary>Stop when an iteration gains at most this share of the log-likelihood's magnitude.</summary>
    /// <param name="tolerance">A share of |ℓ|.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static Convergence RelativeGain(double tolerance) => new(ConvergenceMeasure.RelativeGain, tolerance);

    /// <summary>
    /// Stop when no parameter changes by more than this in an iteration: weights absolutely, means in standard
    /// deviations, covariances in products of standard deviations.
    /// </summary>
    /// <param name="tolerance">Free of units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static Convergence ParameterChange(double tolerance) => new(ConvergenceMeasure.ParameterChange, tolerance);

    /// <summary>
    /// Stop when all further iterations together are estimated to gain at most this much log-likelihood per sample, in
    /// nats. Unlike the gain of one iteration it is not fooled by slow progress.
    /// </summary>
    /// <param name="tolerance">In nats per unit of weight.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or NaN.</exception>
    public static Convergence AitkenRemainingGain(double tolerance) =>
        new(ConvergenceMeasure.AitkenRemainingGain, tolerance);

    /// <summary>Whether the rule is met at the last of some consecutive elements.</summary>
    /// <param name="beforePrevious">The element two before, if there is one.</param>
    /// <param name="previous">The element before, if there is one.</param>
    /// <param name="current">The element to judge.</param>
    /// <returns><see cref="Converged"/> with what was measured, or null: not met, or too early to say.</returns>
    public Converged? Judge<TIteration>(TIteration? beforePrevious, TIteration? previous, TIteration current)
        where TIteration : class, IIteration<TIteration>
    {
        ArgumentNullException.ThrowIfNull(current);
        if (previous is null)
        {
            return null;
        }

        double gain = Gain(previous.Objective, current.Objective);
        double? measured = Measure switch
        {
            ConvergenceMeasure.GainPerSample => gain / current.Objective.TotalWeight,
            ConvergenceMeasure.TotalGain => gain,
            ConvergenceMeasure.RelativeGain => gain == 0 ? 0 : gain / Math.Abs(current.Objective.Value),
            ConvergenceMeasure.ParameterChange => current.ParameterChangeSince(previous),
            _ => beforePrevious is null
                ? null
                : Aitken.RemainingGain(beforePrevious, previous, current) / current.Objective.TotalWeight,
        };
        return measured <= Tolerance ? new Converged(measured.Value) : null;
    }

    /// <summary>
    /// The gain of one iteration. A monotone objective that falls within rounding gains nothing; any larger fall counts by
    /// its size, for it is no sign of convergence.
    /// </summary>
    private static double Gain(Objective previous, Objective current) =>
        current.FallsByRounding(previous) ? 0 : Math.Abs(current.Value - previous.Value);
}
