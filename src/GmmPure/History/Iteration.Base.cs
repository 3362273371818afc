namespace GmmPure;

/// <summary>
/// One element of an iterative algorithm's sequence: a model together with its own objective, and whether the algorithm goes
/// on. Immutable, and equal by content as far as the model is. An algorithm of your own derives from it.
/// </summary>
/// <typeparam name="TSelf">The element's own type.</typeparam>
/// <typeparam name="TModel">θ: the parameters, as a value.</typeparam>
public abstract record Iteration<TSelf, TModel> : IIteration<TSelf>
    where TSelf : Iteration<TSelf, TModel>
    where TModel : notnull
{
    private readonly EqualContent<TModel> model;

    /// <summary>An element.</summary>
    /// <param name="index">t, counted from 0.</param>
    /// <param name="model">θ_t.</param>
    /// <param name="objective">The objective at θ_t.</param>
    /// <param name="status">Whether there is a next element.</param>
    protected Iteration(int index, TModel model, Objective objective, Status status)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = new(model);
        Index = index;
        Objective = Given.Value(objective);
        Status = Given.Value(status);
    }

    /// <inheritdoc/>
    public int Index { get; }

    /// <summary>θ_t, the parameters at this element.</summary>
    public TModel Model => model.Value;

    /// <summary>What the algorithm climbs, at θ_t.</summary>
    public Objective Objective { get; }

    /// <inheritdoc/>
    public Status Status { get; private init; }

    /// <summary>N, the total weight of the data.</summary>
    public double TotalWeight => Objective.TotalWeight;

    /// <summary>Whether a component degenerates in the step from here.</summary>
    public bool IsDegenerate => Status is Degenerate;

    /// <summary>Whether a convergence rule was met here.</summary>
    public bool IsConverged => Status is Converged;

    /// <inheritdoc/>
    public abstract double ParameterChangeSince(TSelf earlier);

    /// <inheritdoc/>
    public TSelf WithStatus(Status status) => (TSelf)(this with { Status = Given.Value(status) });

    /// <summary>A short description: index, objective and status.</summary>
    public sealed override string ToString() => FormattableString.Invariant(
        $"Iteration {Index}: {Kind} {Objective.Value}, {Status.Match(_ => "running", _ => "converged", degenerate => degenerate.Cause.Message)}");

    /// <summary>The objective by name.</summary>
    private string Kind => Objective.Kind switch
    {
        ObjectiveKind.LogLikelihood => "log-likelihood",
        ObjectiveKind.Classification => "classification log-likelihood",
        ObjectiveKind.LogPosterior => "log-posterior",
        ObjectiveKind.LowerBound => "lower bound",
        _ => "minus inertia",
    };
}
