namespace GmmPure;

/// <summary>
/// One element of <see cref="Em.Iterate(Dataset, GaussianMixture, EmOptions)"/>: the parameters θ_t with their own log-likelihood ℓ(θ_t), the effective
/// counts N_k under θ_t, and whether the algorithm goes on. It keeps no responsibilities (<see cref="Em.EStep(Dataset, GaussianMixture)"/> gives
/// them), so a kept history costs K·D² an element. Immutable, equal by content.
/// </summary>
public sealed partial class Iteration : IIteration<Iteration, GaussianMixture>, IEquatable<Iteration>
{
    internal Iteration(
        int index,
        GaussianMixture model,
        double logLikelihood,
        ImmutableArray<double> effectiveCounts,
        DataSummary about,
        EmOptions options,
        Status status,
        EmVariant variant)
        : this(index, model, logLikelihood, effectiveCounts, about.RowCount, about.TotalWeight, options.Ridge, status, variant)
    {
    }

    private Iteration(
        int index,
        GaussianMixture model,
        double logLikelihood,
        ImmutableArray<double> effectiveCounts,
        long rowCount,
        double totalWeight,
        double ridge,
        Status status,
        EmVariant variant)
    {
        Index = index;
        Model = model;
        LogLikelihood = logLikelihood;
        EffectiveCounts = effectiveCounts;
        RowCount = rowCount;
        TotalWeight = totalWeight;
        Ridge = ridge;
        Status = status;
        Variant = variant;
    }

    /// <inheritdoc/>
    public int Index { get; }

    /// <summary>θ_t.</summary>
    public GaussianMixture Model { get; }

    /// <summary>
    /// ℓ(θ_t): a total over the rows, weighted, in nats; of a row that belongs to one component, ln π_k·p_k(x) of that component
    /// alone (see <see cref="Variant"/>).
    /// </summary>
    public double LogLikelihood { get; }

    /// <summary>N_k = Σ_n w_n·r_nk under θ_t (K), in rows.</summary>
    public ImmutableArray<double> EffectiveCounts { get; }

    /// <summary>The number of rows of the data.</summary>
    public long RowCount { get; }

    /// <inheritdoc/>
    public double TotalWeight { get; }

    /// <summary>The ridge that the M-steps add.</summary>
    public double Ridge { get; }

    /// <inheritdoc/>
    public Status Status { get; }

    /// <summary>What was different from plain EM.</summary>
    public EmVariant Variant { get; }

    /// <summary>The objective is the log-likelihood.</summary>
    public double Objective => LogLikelihood;

    /// <summary>
    /// How far rounding may have moved ℓ: 2⁻⁴⁰ of its own size, and for each row D·2⁻⁵⁰ over the smallest Cholesky pivot
    /// relative to its column's variance.
    /// </summary>
    public double ObjectiveRounding =>
        Convergence.Rounding(this) + (TotalWeight * Degeneracy.SmallestRelativePivot(Model.Dimension) / SmallestRelativePivot);

    /// <summary>EM climbs; with a ridge it may fall.</summary>
    public bool IsMonotone => Ridge == 0;

    /// <summary>ℓ(θ_t)/N, in nats per sample.</summary>
    public double LogLikelihoodPerSample => LogLikelihood / TotalWeight;

    /// <summary>Akaike's criterion, −2ℓ + 2p; lower is better. Of hard EM it is not one: ℓ is not the model's likelihood there.</summary>
    public double Aic => Criteria.Aic(LogLikelihood, Model.FreeParameters);

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N; lower is better. Of hard EM it is the ICL.</summary>
    public double Bic => Criteria.Bic(LogLikelihood, Model.FreeParameters, TotalWeight);

    private double SmallestRelativePivot => Model.Covariances.Min(covariance => covariance is FullCovariance full
        ? Enumerable.Range(0, full.Dimension).Min(j =>
            full.CholeskyFactor[j, j] * full.CholeskyFactor[j, j] / full.Matrix[j, j])
        : 1);

    /// <summary>Whether a component degenerates in the step from here.</summary>
    public bool IsDegenerate => Status is Degenerate;

    /// <summary>Whether a convergence rule was met here.</summary>
    public bool IsConverged => Status is Converged;

    /// <summary>
    /// The components that are legal but suspicious, counted from 0: spikes on a few rows, whose share of the
    /// log-likelihood says more about those rows' closeness than about the data. Such a component has an effective count
    /// of at most 2·(D + 1) and a generalised standard deviation |Σ_k|^(1/2D) below a tenth of the largest component's: a
    /// convention, by which a pair of rows must be closer than chance would put two rows of the largest once in nine times.
    /// </summary>
    public ImmutableArray<int> SuspiciousComponents => Suspicion.Components(Model, EffectiveCounts);

    /// <summary>
    /// The largest change of a parameter: of a weight, of a mean in units of the component's standard deviation in that
    /// column, or of a covariance in units of the product of the two columns' standard deviations.
    /// </summary>
    /// <exception cref="ArgumentException">The other is of another shape.</exception>
    public double ParameterChangeSince(Iteration earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return ParameterChange.Largest(earlier.Model, Model);
    }

    /// <inheritdoc/>
    public Iteration WithStatus(Status status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new Iteration(Index, Model, LogLikelihood, EffectiveCounts, RowCount, TotalWeight, Ridge, status, Variant);
    }

    /// <summary>Whether both are equal by content.</summary>
    public static bool operator ==(Iteration? left, Iteration? right) => Equals(left, right);

    /// <summary>Whether both differ in content.</summary>
    public static bool operator !=(Iteration? left, Iteration? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(Iteration? other) =>
        other is not null
        && Index == other.Index
        && LogLikelihood.Equals(other.LogLikelihood)
        && RowCount == other.RowCount
        && TotalWeight.Equals(other.TotalWeight)
        && Ridge.Equals(other.Ridge)
        && Status.Equals(other.Status)
        && Variant.Equals(other.Variant)
        && Content.Equal(EffectiveCounts, other.EffectiveCounts)
        && Model.Equals(other.Model);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Iteration);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, LogLikelihood, Status, Model);

    /// <summary>A short description: index, log-likelihood and status.</summary>
    public override string ToString() => this.Describe(LogLikelihood);
}
