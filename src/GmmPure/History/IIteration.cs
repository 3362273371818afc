namespace GmmPure;

/// <summary>
/// What operators need to know of an element of any iterative algorithm's sequence: its index, its objective and its status.
/// </summary>
/// <typeparam name="TSelf">The element's own type.</typeparam>
public interface IIteration<TSelf>
    where TSelf : IIteration<TSelf>
{
    /// <summary>t, counted from 0, the start.</summary>
    int Index { get; }

    /// <summary>What the algorithm climbs.</summary>
    Objective Objective { get; }

    /// <summary>Why the sequence stops here, if it does.</summary>
    Status Status { get; }

    /// <summary>The largest change of a parameter since an earlier element, in units of the model's own scales.</summary>
    double ParameterChangeSince(TSelf earlier);

    /// <summary>The same element with another status.</summary>
    TSelf WithStatus(Status status);
}
