namespace GmmPure;

/// <content>The two steps of EM for Gaussian mixtures as one value, whatever makes the passes over the data.</content>
public static partial class Em
{
    /// <summary>One iteration of EM for Gaussian mixtures as a value, θ → M(E(θ)), with the expectation between its steps.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="variant">What is to be different from plain EM; nothing by default.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">
    /// When a step is made: the columns or labels do not fit.
    /// </exception>
    public static EmMap<GaussianMixture, Expectation> Map(Dataset data, EmVariant? variant = null, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return MapOf(data, variant ?? EmVariant.Plain, options);
    }

    /// <summary>The same, whatever makes the passes over the data: another machine, a file, a cluster.</summary>
    /// <param name="about">What is known of the whole data.</param>
    /// <param name="engine">Makes a pass.</param>
    /// <param name="options">Ridge.</param>
    /// <exception cref="ArgumentException">When a step is made: the engine gives nothing, or not what it was asked for.</exception>
    public static EmMap<GaussianMixture, Expectation> Map(DataSummary about, Expect engine, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(engine);
        return MapOf(about, engine, EmVariant.Plain, options ?? EmOptions.Default);
    }

    private static EmMap<GaussianMixture, Expectation> MapOf(Dataset data, EmVariant variant, EmOptions? options)
    {
        var chosen = options ?? EmOptions.Default;
        var assignment = variant.Assignment;
        return MapOf(
            data.Summary, (mixture, reference) => Expect(data, mixture, reference, chosen, assignment), variant, chosen);
    }

    private static EmMap<GaussianMixture, Expectation> MapOf(
        DataSummary about, Expect engine, EmVariant variant, EmOptions options) => new(
        mixture =>
        {
            ArgumentNullException.ThrowIfNull(mixture);
            Check(about, mixture, nameof(mixture));
            return Ask(about, engine, mixture, ReferencePoints.For(about, mixture));
        },
        (mixture, pass) => ObjectiveOf(
            mixture, pass.LogLikelihood, about.TotalWeight, variant, isMonotone: options.Ridge == 0),
        (mixture, pass) => (pass.Unreachable is { } row
                ? Outcome.Failure<GaussianMixture, Degeneracy>(row)
                : Maximise(about, engine, mixture, pass, options))
            .Map(next => Named(next, mixture, about))
            .Map(next => variant.KeepsWeights ? next.WithWeights(mixture.Weights) : next));

    /// <summary>
    /// The M-step after a pass. Where a mean jumps so far that the covariance about it would be lost in the second moments
    /// about the old one, or is lost, a second pass sums them about the new means, before anything is called degenerate.
    /// </summary>
    private static Outcome<GaussianMixture, Degeneracy> Maximise(
        DataSummary about, Expect engine, GaussianMixture mixture, Expectation pass, EmOptions options)
    {
        var next = MStep(pass.Statistics, about.ColumnVariances, mixture, options);
        return ReferencePoints.AreTooFar(pass.Statistics.Reference, next)
            && UpdateMeans(pass.Statistics).TryGet(out var means, out _)
                ? MStep(Ask(about, engine, mixture, means).Statistics, about.ColumnVariances, mixture, options)
                : next;
    }

    private static Expectation Ask(DataSummary about, Expect engine, GaussianMixture mixture, Table reference) =>
        engine(mixture, reference) is { } pass
            && pass.FirstLeaf == 0 && pass.RowCount == about.RowCount && pass.Layout == mixture.Structure.Moments && pass.Reference == reference
            ? pass
            : throw new ArgumentException("The engine did not give the expectation that it was asked for.");

    /// <summary>
    /// ℓ(θ), or of hard EM the classification log-likelihood. Rounding may have moved it by 2⁻⁴⁰ of its own size, and for each
    /// row by what the components' condition makes of it.
    /// </summary>
    private static Objective ObjectiveOf(
        IMixture mixture, double value, double totalWeight, EmVariant variant, bool isMonotone = true) => new(
        value,
        variant.IsHard ? ObjectiveKind.Classification : ObjectiveKind.LogLikelihood,
        totalWeight,
        Objective.RoundingOf(value, totalWeight) + (totalWeight * mixture.RoundingPerRow),
        isMonotone);
}
