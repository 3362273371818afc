namespace GmmPure.Families;

/// <summary>
/// One element of EM for a mixture of any family: the parameters θ_t with their own log-likelihood ℓ(θ_t), the effective counts
/// N_k under θ_t, and whether the algorithm goes on.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
public sealed record Iteration<TDistribution> : IIteration<Iteration<TDistribution>, Mixture<TDistribution>>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    internal Iteration(
        int index,
        Mixture<TDistribution> model,
        double logLikelihood,
        ImmutableArray<double> effectiveCounts,
        double totalWeight,
        Status status) =>
        (Index, Model, LogLikelihood, EffectiveCounts, TotalWeight, Status) =
        (index, model, logLikelihood, effectiveCounts, totalWeight, status);

    /// <inheritdoc/>
    public int Index { get; }

    /// <summary>θ_t.</summary>
    public Mixture<TDistribution> Model { get; }

    /// <summary>
    /// ℓ(θ_t): a total over the rows, weighted, in nats; of a row that belongs to one component, ln π_k·p_k(x) of that component
    /// alone (see <see cref="EmVariant"/>).
    /// </summary>
    public double LogLikelihood { get; }

    /// <summary>N_k = Σ_n w_n·r_nk under θ_t (K), in rows.</summary>
    public ImmutableArray<double> EffectiveCounts { get; }

    /// <inheritdoc/>
    public double TotalWeight { get; }

    /// <inheritdoc/>
    public Status Status { get; private init; }

    /// <summary>The objective is the log-likelihood.</summary>
    public double Objective => LogLikelihood;

    /// <summary>EM climbs.</summary>
    public bool IsMonotone => true;

    /// <inheritdoc/>
    public double ObjectiveRounding => Convergence.Rounding(this);

    /// <summary>ℓ(θ_t)/N, in nats per sample.</summary>
    public double LogLikelihoodPerSample => LogLikelihood / TotalWeight;

    /// <summary>Akaike's criterion, −2ℓ + 2p; lower is better. Of hard EM it is not one: ℓ is not the model's likelihood there.</summary>
    public double Aic => Criteria.Aic(LogLikelihood, Model.FreeParameters);

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N; lower is better. Of hard EM it is the ICL.</summary>
    public double Bic => Criteria.Bic(LogLikelihood, Model.FreeParameters, TotalWeight);

    /// <summary>
    /// The largest change of a parameter: of a weight, or of a parameter in units of the error that one observation leaves of it
    /// (relative to itself, where that is not known).
    /// </summary>
    public double ParameterChangeSince(Iteration<TDistribution> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Model.ChangeSince(earlier.Model);
    }

    /// <inheritdoc/>
    public Iteration<TDistribution> WithStatus(Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return this with { Status = status };
    }

    /// <summary>Whether both are equal by content.</summary>
    public bool Equals(Iteration<TDistribution>? other) =>
        other is not null
        && Index == other.Index
        && LogLikelihood.Equals(other.LogLikelihood)
        && TotalWeight.Equals(other.TotalWeight)
        && Status.Equals(other.Status)
        && Content.Equal(EffectiveCounts, other.EffectiveCounts)
        && Model.Equals(other.Model);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, LogLikelihood, Status, Model);

    /// <summary>A short description: index, log-likelihood and status.</summary>
    public override string ToString() => this.Describe(LogLikelihood);
}
