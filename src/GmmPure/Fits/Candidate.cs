namespace GmmPure;

/// <summary>One of the models that are compared: K and a covariance structure, and its fit or why it has none.</summary>
public sealed record Candidate
{
    private Candidate(int components, CovarianceStructure structure, Outcome<Fit<GaussianMixture>, FitFault> outcome, double icl) =>
        (Components, Structure, Outcome, Icl) = (components, structure, outcome, icl);

    /// <summary>K.</summary>
    public int Components { get; }

    /// <summary>The covariance structure.</summary>
    public CovarianceStructure Structure { get; }

    /// <summary>The fit, or why there is none.</summary>
    public Outcome<Fit<GaussianMixture>, FitFault> Outcome { get; }

    /// <summary>The fit; null if there is none.</summary>
    public Fit<GaussianMixture>? Fit => Outcome.TryGet(out var fit, out _) ? fit : null;

    /// <summary>The value of a criterion; +∞ if there is no fit.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such criterion.</exception>
    public double Value(Criterion criterion) => criterion switch
    {
        Criterion.Bic => Fit?.Last.Bic ?? double.PositiveInfinity,
        Criterion.Aic => Fit?.Last.Aic ?? double.PositiveInfinity,
        Criterion.Icl => Icl,
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "There is no such criterion."),
    };

    /// <summary>ICL of the fit; +∞ if there is none.</summary>
    private double Icl { get; }

    /// <summary>
    /// The fit of a model. If a smaller model that it contains was fitted better, the search has missed the optimum, and there are
    /// further runs that start from the best of those.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="structure">The covariance structure.</param>
    /// <param name="before">The models that were fitted before: those with fewer components among them.</param>
    /// <param name="options">How to fit.</param>
    /// <param name="through">Through what every history is led.</param>
    internal static Candidate Of(
        Dataset data,
        int components,
        CovarianceStructure structure,
        ImmutableArray<Candidate> before,
        FitOptions options,
        Func<IEnumerable<Iteration<GaussianMixture>>, IEnumerable<Iteration<GaussianMixture>>>? through)
    {
        var own = options with { Structure = structure };
        var outcome = GaussianMixture.TryFit(data, components, own, through).Map(fit =>
            BestWithin(components, structure, before) is { } smaller && smaller.IsBetterThan(fit)
                ? fit.With(Enlarging.Starts(smaller.Model, components, structure, data.ColumnVariances), data, through)
                : fit);
        double icl = outcome.Match(fit => fit.Model.Icl(data, new EmOptions { Threads = options.Em.Threads }), _ => double.PositiveInfinity);
        return new Candidate(components, structure, outcome, icl);
    }

    /// <summary>The fit of the highest likelihood among the models that a model contains; null if none of them has a fit.</summary>
    private static Fit<GaussianMixture>? BestWithin(int components, CovarianceStructure structure, ImmutableArray<Candidate> before) =>
        before.Where(each => each.Components <= components && Enlarging.IsWithin(each.Structure, structure))
            .Select(each => each.Fit)
            .MaxBy(fit => fit?.Last.LogLikelihood);
}
