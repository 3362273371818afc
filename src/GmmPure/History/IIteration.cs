namespace GmmPure;

/// <summary>
/// An element of any iterative algorithm's sequence: its index, its objective, its status, and (by the type itself) its
/// model. What the sequence operators need to know of an element.
/// </summary>
/// <typeparam name="TSelf">The element's own type.</typeparam>
public interface IIteration<TSelf>
    where TSelf : IIteration<TSelf>
{
    /// <summary>t, counted from 0, the start.</summary>
    int Index { get; }

    /// <summary>What the algorithm climbs, a total over the data.</summary>
    double Objective { get; }

    /// <summary>Whether the objective never falls from one element to the next, but by rounding.</summary>
    bool IsMonotone { get; }

    /// <summary>How far rounding may have moved the objective; it grows with the model's condition.</summary>
    double ObjectiveRounding { get; }

    /// <summary>N: the total weight of the data.</summary>
    double TotalWeight { get; }

    /// <summary>Why the sequence stops here, if it does.</summary>
    Status Status { get; }

    /// <summary>The largest change of a parameter since an earlier element, in units of the model's own scales.</summary>
    double ParameterChangeSince(TSelf earlier);

    /// <summary>The same element with another status.</summary>
    TSelf WithStatus(Status status);
}

/// <summary>An element together with its model: all four of index, model, objective and status.</summary>
/// <typeparam name="TSelf">The element's own type.</typeparam>
/// <typeparam name="TModel">What the algorithm fits.</typeparam>
public interface IIteration<TSelf, out TModel> : IIteration<TSelf>
    where TSelf : IIteration<TSelf>
{
    /// <summary>The parameters at this element.</summary>
    TModel Model { get; }
}
