namespace GmmPure;

/// <summary>How to run EM, beyond the data and the start. The default is plain maximum likelihood.</summary>
public sealed record EmOptions
{
    internal const int AllThreads = -1;

    /// <summary>The largest ridge, 2⁹⁰⁰: the square of the largest value that data may have.</summary>
    public const double LargestRidge = Dataset.LargestValue * Dataset.LargestValue;

    /// <summary>Plain maximum likelihood, on all threads.</summary>
    public static EmOptions Default { get; } = new();

    /// <summary>
    /// A number added to every covariance's diagonal in the M-step; 0 by default. With it the log-likelihood may fall:
    /// it is offered because it is known from other software.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, NaN or above <see cref="LargestRidge"/>.</exception>
    public double Ridge
    {
        get;
        init => field = value is >= 0 and <= LargestRidge
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A ridge is not negative, and at most 2^900.");
    }

    /// <summary>How many threads a pass over the data may use; null for all cores. The bits do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int? Threads
    {
        get;
        init => field = value is null or > 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    internal int ThreadLimit => Threads ?? AllThreads;
}
