namespace GmmPure;

/// <summary>How to fit a mixture, beyond the data and K: the defaults are those of the command <c>gmm fit</c>.</summary>
public sealed record FitOptions
{
    /// <summary>What holds where nothing else is said.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>What the covariances of Gaussian components have in common; <see cref="CovarianceStructure.Full"/> by default.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public CovarianceStructure Structure { get; init => field = Given.Value(value); } = CovarianceStructure.Full;

    /// <summary>Seed, number and kinds of starts.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public SearchOptions Search { get; init => field = Given.Value(value); } = SearchOptions.Default;

    /// <summary>What is different from plain EM; nothing by default.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public EmVariant Variant { get; init => field = Given.Value(value); } = EmVariant.Plain;

    /// <summary>A ridge, and how many threads all runs together may use.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public EmOptions Em { get; init => field = Given.Value(value); } = EmOptions.Default;

    /// <summary>
    /// When a run stops; null lets it go on to <see cref="MaxIterations"/>. By default, when an iteration gains at most 10⁻⁸ nats per
    /// sample.
    /// </summary>
    public Convergence? Convergence { get; init; } = Convergence.GainPerSample(1e-8);

    /// <summary>The most iterations of a run after its start, θ₀; 1000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or <see cref="int.MaxValue"/>.</exception>
    public int MaxIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfEqual(value, int.MaxValue);
            field = value;
        }
    }

    = 1000;

    /// <summary>As much of an endless history as a run makes of it, lazily.</summary>
    /// <param name="history">Elements from element 0 on.</param>
    public IEnumerable<TIteration> Stop<TIteration>(IEnumerable<TIteration> history)
        where TIteration : class, IIteration<TIteration>
    {
        var bounded = Given.Elements(history).Take(MaxIterations + 1);
        return Convergence is { } rule ? bounded.TakeUntilConverged(rule) : bounded;
    }

    /// <summary>The same, with the threads shared out among the runs that go on side by side.</summary>
    internal FitOptions Shared
    {
        get
        {
            if (Em.Threads is not { } threads)
            {
                return this;
            }

            int runs = Math.Min(threads, Math.Min(Search.RunsAtATime ?? int.MaxValue, Search.RoundSize));
            return this with { Search = Search with { RunsAtATime = runs }, Em = Em with { Threads = threads / runs } };
        }
    }
}
