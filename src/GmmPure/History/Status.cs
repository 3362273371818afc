namespace GmmPure;

/// <summary>
/// Where an iterative algorithm stands with one of its elements: <see cref="Running"/>, <see cref="Converged"/> or
/// <see cref="Degenerate"/>. A closed family.
/// </summary>
public abstract record Status
{
    private protected Status()
    {
    }

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<Running, TResult> running, Func<Converged, TResult> converged, Func<Degenerate, TResult> degenerate)
    {
        ArgumentNullException.ThrowIfNull(running);
        ArgumentNullException.ThrowIfNull(converged);
        ArgumentNullException.ThrowIfNull(degenerate);
        return this switch
        {
            Running going => running(going),
            Converged met => converged(met),
            _ => degenerate((Degenerate)this),
        };
    }

    private protected abstract void Closed();
}

/// <summary>Nothing has stopped the algorithm here.</summary>
public sealed record Running : Status
{
    private protected override void Closed()
    {
    }
}

/// <summary>A convergence rule was met here.</summary>
/// <param name="Measured">What the rule measured: at most its tolerance.</param>
public sealed record Converged(double Measured) : Status
{
    private protected override void Closed()
    {
    }
}

/// <summary>The next M-step degenerated: there is no next element.</summary>
/// <param name="Cause">Which component, and how.</param>
public sealed record Degenerate(Degeneracy Cause) : Status
{
    /// <summary>Which component, and how.</summary>
    public Degeneracy Cause { get; init => field = Given.Value(value); } = Given.Value(Cause);

    private protected override void Closed()
    {
    }
}
