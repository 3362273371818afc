namespace GmmPure;

/// <content>The sequence that the two steps unfold into.</content>
public static partial class Em
{
    /// <summary>
    /// The iterations as a lazy sequence. It is endless, unless a component degenerates, or a row is out of every component's reach
    /// (ℓ = −∞): then the last element is the one that has no next, and its status says why. Element 0 is the start, element t pairs θ_t with ℓ(θ_t). Each
    /// element that is pulled makes one pass over the data (and a second one where a mean jumps by more than eight of its new
    /// standard deviations, or a covariance collapses, so that no digits are lost); nothing is computed before it is pulled, and enumerating
    /// again gives equal values. The start is kept as it is given; the mixtures after it take the data's column names if
    /// it has none.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public static IEnumerable<Iteration<GaussianMixture>> Iterate(Dataset data, GaussianMixture start, EmOptions? options = null) =>
        Iterate(data, start, EmVariant.Plain, options);

    /// <summary>
    /// The iterations as a lazy sequence, whatever makes the passes over the data: another machine, a file, a cluster. The same
    /// bits as from data at hand, if the engine merges its parts as <see cref="Expectation.Merge"/> does.
    /// </summary>
    /// <param name="about">What is known of the whole data.</param>
    /// <param name="start">θ₀.</param>
    /// <param name="engine">Makes a pass.</param>
    /// <param name="options">Ridge.</param>
    /// <exception cref="ArgumentException">
    /// The columns do not fit. When an element is pulled: the engine gives nothing, or not what it was asked for.
    /// </exception>
    public static IEnumerable<Iteration<GaussianMixture>> Iterate(
        DataSummary about, GaussianMixture start, Expect engine, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(engine);
        Check(about, start, nameof(about));
        var chosen = options ?? EmOptions.Default;
        return Unfold(start, MapOf(about, engine, EmVariant.Plain, chosen), about, EmVariant.Plain, chosen);
    }

    /// <summary>
    /// The iterations of a variant of EM, as a lazy sequence like the others: hard EM, EM with fixed weights.
    /// It makes the same passes as the plain sequence, and stores no responsibilities. Element t pairs θ_t with the variant's own objective at θ_t.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="start">θ₀. The data's labels count its components.</param>
    /// <param name="variant">What is to be different from plain EM.</param>
    /// <param name="options">Ridge and threads.</param>
    /// <exception cref="ArgumentException">The columns or labels do not fit.</exception>
    public static IEnumerable<Iteration<GaussianMixture>> Iterate(
        Dataset data, GaussianMixture start, EmVariant variant, EmOptions? options = null)
    {
        Check(data, start);
        return Unfold(start, MapOf(data, Given.Value(variant), options), data.Summary, variant, options ?? EmOptions.Default);
    }

    private static IEnumerable<Iteration<GaussianMixture>> Unfold(
        GaussianMixture start,
        EmMap<GaussianMixture, Expectation> map,
        DataSummary about,
        EmVariant variant,
        EmOptions options) => map.Unfold(
        start,
        (index, mixture, expected, objective, status) => new Iteration<GaussianMixture>(
            index, mixture, objective, expected.EffectiveCounts, about.RowCount, about.KnownLabels, options.Ridge, status, variant));
}
