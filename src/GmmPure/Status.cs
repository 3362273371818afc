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
    public abstract TResult Match<TResult>(
        Func<Running, TResult> running, Func<Converged, TResult> converged, Func<Degenerate, TResult> degenerate);

    private protected abstract void Closed();
}

/// <summary>Nothing has stopped the algorithm here.</summary>
public sealed record Running : Status
{
    /// <inheritdoc/>
    public override TResult Match<TResult>(
        Func<Running, TResult> running, Func<Converged, TResult> converged, Func<Degenerate, TResult> degenerate) =>
        running(this);

    private protected override void Closed()
    {
    }
}

/// <summary>A convergence rule was met here.</summary>
/// <param name="Measured">What the rule measured: at most its tolerance.</param>
public sealed record Converged(double Measured) : Status
{
    /// <inheritdoc/>
    public override TResult Match<TResult>(
        Func<Running, TResult> running, Func<Converged, TResult> converged, Func<Degenerate, TResult> degenerate) =>
        converged(this);

    private protected override void Closed()
    {
    }
}

/// <summary>The next M-step degenerated: there is no next element.</summary>
/// <param name="Cause">Which component, and how.</param>
public sealed record Degenerate(Degeneracy Cause) : Status
{
    /// <inheritdoc/>
    public override TResult Match<TResult>(
        Func<Running, TResult> running, Func<Converged, TResult> converged, Func<Degenerate, TResult> degenerate) =>
        degenerate(this);

    private protected override void Closed()
    {
    }
}
