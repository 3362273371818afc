using System.Collections;

namespace GmmPure;

/// <summary>
/// One element of EM for any model: the parameters θ_t with their own log-likelihood ℓ(θ_t), and whether the algorithm goes on.
/// Immutable and equal by content, as far as the model is.
/// </summary>
/// <typeparam name="TModel">θ: the parameters, as a value.</typeparam>
public sealed record EmIteration<TModel> : IIteration<EmIteration<TModel>, TModel>
    where TModel : notnull
{
    internal EmIteration(
        int index, TModel model, ImmutableArray<double> parameters, double logLikelihood, double totalWeight, Status status) =>
        (Index, Model, Parameters, LogLikelihood, TotalWeight, Status) =
        (index, model, parameters, logLikelihood, totalWeight, status);

    /// <inheritdoc/>
    public int Index { get; }

    /// <summary>θ_t.</summary>
    public TModel Model { get; }

    /// <summary>θ_t as numbers.</summary>
    public ImmutableArray<double> Parameters { get; }

    /// <summary>ℓ(θ_t): a total over the data, in nats.</summary>
    public double LogLikelihood { get; }

    /// <inheritdoc/>
    public double TotalWeight { get; }

    /// <inheritdoc/>
    public Status Status { get; private init; }

    /// <summary>The objective is the log-likelihood.</summary>
    public double Objective => LogLikelihood;

    /// <summary>EM climbs.</summary>
    public bool IsMonotone => true;

    /// <summary>2⁻⁴⁰ of the size of what is added up.</summary>
    public double ObjectiveRounding => Convergence.Rounding(this);

    /// <summary>ℓ(θ_t)/N, in nats per sample.</summary>
    public double LogLikelihoodPerSample => LogLikelihood / TotalWeight;

    /// <summary>The largest change of one of the <see cref="Parameters"/>.</summary>
    /// <exception cref="ArgumentException">The other has not as many.</exception>
    public double ParameterChangeSince(EmIteration<TModel> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Parameters.Length == earlier.Parameters.Length
            ? Parameters.Zip(earlier.Parameters, (now, before) => Math.Abs(now - before)).Aggregate(0.0, Math.Max)
            : throw new ArgumentException($"{Parameters.Length} parameters are not {earlier.Parameters.Length}.", nameof(earlier));
    }

    /// <inheritdoc/>
    public EmIteration<TModel> WithStatus(Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return this with { Status = status };
    }

    /// <summary>Whether both are equal by content, also where the model is an array.</summary>
    public bool Equals(EmIteration<TModel>? other) =>
        other is not null
        && Index == other.Index
        && LogLikelihood.Equals(other.LogLikelihood)
        && TotalWeight.Equals(other.TotalWeight)
        && Status.Equals(other.Status)
        && Content.Equal(Parameters, other.Parameters)
        && StructuralComparisons.StructuralEqualityComparer.Equals(Model, other.Model);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, LogLikelihood, Status, Content.Hash(Parameters));

    /// <summary>A short description: index, log-likelihood and status.</summary>
    public override string ToString() => this.Describe(LogLikelihood);
}
