namespace GmmPure;

/// <summary>One element of EM for any model: the parameters θ_t with their own objective, and whether the algorithm goes on.</summary>
/// <typeparam name="TModel">θ: the parameters, as a value.</typeparam>
public sealed record EmIteration<TModel> : Iteration<EmIteration<TModel>, TModel>
    where TModel : notnull
{
    private readonly EqualArray<double> parameters;

    internal EmIteration(int index, TModel model, ImmutableArray<double> parameters, Objective objective, Status status)
        : base(index, model, objective, status) => this.parameters = parameters;

    /// <summary>θ_t as numbers.</summary>
    public ImmutableArray<double> Parameters => parameters;

    /// <summary>ℓ(θ_t), the value of the objective: a total over the data, in nats.</summary>
    public double LogLikelihood => Objective.Value;

    /// <summary>ℓ(θ_t)/N, in nats per sample.</summary>
    public double LogLikelihoodPerSample => Objective.PerSample;

    /// <summary>The largest change of one of the <see cref="Parameters"/>.</summary>
    /// <exception cref="ArgumentException">The other has not as many.</exception>
    public override double ParameterChangeSince(EmIteration<TModel> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Parameters.Length == earlier.Parameters.Length
            ? Parameters.Zip(earlier.Parameters, (now, before) => Math.Abs(now - before)).Aggregate(0.0, Math.Max)
            : throw new ArgumentException($"{Parameters.Length} parameters are not {earlier.Parameters.Length}.", nameof(earlier));
    }
}
