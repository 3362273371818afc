namespace GmmPure;

/// <summary>
/// One element of EM for a mixture: the parameters θ_t with their own objective, the effective counts N_k under θ_t, and whether
/// the algorithm goes on. It keeps no responsibilities (the E-step gives them), so a kept history costs only the parameters.
/// </summary>
/// <typeparam name="TMixture">What the components are mixed to: a <see cref="GaussianMixture"/>, or one of another family.</typeparam>
public sealed partial record Iteration<TMixture> : Iteration<Iteration<TMixture>, TMixture>
    where TMixture : class, IMixture
{
    private readonly EqualArray<double> effectiveCounts;

    internal Iteration(
        int index,
        TMixture model,
        Objective objective,
        ImmutableArray<double> effectiveCounts,
        long rowCount,
        long knownLabels,
        double ridge,
        Status status,
        EmVariant variant)
        : base(index, model, objective, status)
    {
        this.effectiveCounts = effectiveCounts;
        RowCount = rowCount;
        KnownLabels = knownLabels;
        Ridge = ridge;
        Variant = variant;
    }

    /// <summary>
    /// ℓ(θ_t), the value of the objective: a total over the rows, weighted, in nats. Of hard EM it is the classification
    /// log-likelihood, that of the rows together with the components they are given to (see <see cref="Objective.Kind"/>).
    /// </summary>
    public double LogLikelihood => Objective.Value;

    /// <summary>ℓ(θ_t)/N, in nats per sample.</summary>
    public double LogLikelihoodPerSample => Objective.PerSample;

    /// <summary>N_k = Σ_n w_n·r_nk under θ_t (K), in rows.</summary>
    public ImmutableArray<double> EffectiveCounts => effectiveCounts;

    /// <summary>The number of rows of the data, whatever their weights.</summary>
    public long RowCount { get; }

    /// <summary>The number of rows whose label is known: they belong to its component.</summary>
    public long KnownLabels { get; }

    /// <summary>The ridge that the M-steps add.</summary>
    public double Ridge { get; }

    /// <summary>What is different from plain EM.</summary>
    public EmVariant Variant { get; }

    /// <summary>p, the number of parameters that were free: the mixture's, without its weights where they are kept.</summary>
    public long FreeParameters => Model.FreeParameters - (Variant.KeepsWeights ? Model.ComponentCount - 1 : 0);

    /// <summary>Akaike's criterion, −2ℓ + 2p, of the rows and of the labels that are known; lower is better. Of hard EM it is not one: its objective is not the model's likelihood.</summary>
    public double Aic => Criteria.Aic(LogLikelihood, FreeParameters);

    /// <summary>Schwarz's criterion, −2ℓ + p·ln N, of the rows and of the labels that are known; lower is better. Of hard EM it is the ICL.</summary>
    public double Bic => Criteria.Bic(LogLikelihood, FreeParameters, TotalWeight);

    /// <summary>
    /// The components that are legal but probably spurious (McLachlan and Peel 2000, 3.10), counted from 0: Gaussian spikes on a
    /// few rows, whose share of the log-likelihood says more about those rows' closeness than about the data. Such a component has
    /// an effective count of at most 2·(D + 1) and a generalised standard deviation |Σ_k|^(1/2D) below a tenth of the largest
    /// component's: a convention, by which a pair of rows must be closer than chance would put two rows of the largest once in
    /// nine times.
    /// </summary>
    public ImmutableArray<int> SpuriousComponents => Model.Spurious(EffectiveCounts);

    /// <summary>
    /// The largest change of a parameter. Of a Gaussian mixture: of a weight, of a mean in units of the component's standard
    /// deviation in that column, or of a covariance in units of the product of the two columns' standard deviations. Of another
    /// family: of a weight, or of a parameter in units of the error that one observation leaves of it (relative to itself, where
    /// that is not known).
    /// </summary>
    /// <exception cref="ArgumentException">The other is of another shape.</exception>
    public override double ParameterChangeSince(Iteration<TMixture> earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Model.ChangeSince(earlier.Model);
    }

    /// <summary>The same element, with its mixture as one of a wider or narrower type.</summary>
    /// <typeparam name="TOther">The type: <see cref="IMixture"/>, or what the mixture is.</typeparam>
    /// <exception cref="ArgumentException">The mixture is not of that type.</exception>
    public Iteration<TOther> Cast<TOther>()
        where TOther : class, IMixture =>
        (IMixture)Model is TOther model
            ? new(Index, model, Objective, EffectiveCounts, RowCount, KnownLabels, Ridge, Status, Variant)
            : throw new ArgumentException($"The mixture is no {typeof(TOther).Name}.");
}
