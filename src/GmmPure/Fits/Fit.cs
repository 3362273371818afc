namespace GmmPure;

/// <summary>
/// A mixture fitted to data: θ̂ of the best run, all optima that the search found, and everything that it tried.
/// </summary>
/// <typeparam name="TMixture">What the components are mixed to: a <see cref="GaussianMixture"/>, or one of another family.</typeparam>
public sealed record Fit<TMixture>
    where TMixture : class, IMixture
{
    private readonly EqualArray<Attempt<TMixture>> attempts;
    private readonly EqualArray<Optimum<TMixture>> optima;
    private readonly EqualArray<FitWarning> warnings;

    private Fit(Dataset data, ImmutableArray<Attempt<TMixture>> attempts, ImmutableArray<Optimum<TMixture>> optima, FitOptions options)
    {
        (this.attempts, this.optima, Options) = (attempts, optima, options);
        warnings = FitWarning.Of(data, Last.Cast<IMixture>());
    }

    /// <summary>All starts that were tried, in the order in which they were.</summary>
    public ImmutableArray<Attempt<TMixture>> Attempts => attempts;

    /// <summary>The different optima that runs reached, the highest first: one or more. Runs that were given up, or degenerated, reached none.</summary>
    public ImmutableArray<Optimum<TMixture>> Optima => optima;

    /// <summary>What there is to know before θ̂ is believed; none if nothing is odd.</summary>
    public ImmutableArray<FitWarning> Warnings => warnings;

    /// <summary>How it was fitted.</summary>
    public FitOptions Options { get; }

    /// <summary>The run that is kept: the best of the highest optimum.</summary>
    public Attempt<TMixture> Kept => Optima[0].Best;

    /// <summary>The last element of the kept run: θ̂ with ℓ, criteria, effective counts, and why it stopped.</summary>
    public Iteration<TMixture> Last => Kept.Run.Last;

    /// <summary>θ̂: K components.</summary>
    public TMixture Model => Last.Model;

    /// <summary>
    /// How far the search can be trusted, in words: how many starts reached the kept optimum, of how many kinds, and how many were
    /// given up on the way. Of a run that has not converged it is not known.
    /// </summary>
    public string Agreement
    {
        get
        {
            if (!Last.IsConverged)
            {
                return "not known: the kept run has not converged";
            }

            int kinds = Attempts.DistinctBy(attempt => attempt.Kind).Count();
            int dropped = Attempts.Count(attempt => attempt.IsDropped);
            string tried = kinds > 1 ? "start" : "restart";
            return FormattableString.Invariant($"{Optima[0].Attempts.Length} of {Attempts.Length} {tried}{(Attempts.Length == 1 ? string.Empty : "s")} reached this optimum")
                + (kinds > 1 ? FormattableString.Invariant($", of {Optima[0].KindCount} of {kinds} kinds") : string.Empty)
                + (dropped > 0 ? FormattableString.Invariant($"; {dropped} {(dropped == 1 ? "was" : "were")} given up") : string.Empty);
        }
    }

    /// <summary>The history of the kept run, from its start to its last element, lazily: computed anew, with the same bits.</summary>
    /// <param name="data">N×D: what was fitted.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public IEnumerable<Iteration<TMixture>> History(Dataset data) => Fits.History(data, Kept.Start, Options);

    /// <summary>Whether its log-likelihood is higher than another's, by more than rounding.</summary>
    internal bool IsBetterThan(Fit<TMixture> other) =>
        Last.LogLikelihood > other.Last.LogLikelihood + Last.Objective.Rounding + other.Last.Objective.Rounding;

    /// <summary>The fit with further starts, which are given.</summary>
    internal Fit<TMixture> With(
        ImmutableArray<TMixture> starts,
        Dataset data,
        Func<IEnumerable<Iteration<TMixture>>, IEnumerable<Iteration<TMixture>>>? through) =>
        Of(data, Attempts.AddRange(Fits.RunFrom(data, starts, Options, through)), Options)!;

    /// <summary>The fit that some attempts make; null if all of them degenerated.</summary>
    internal static Fit<TMixture>? Of(Dataset data, ImmutableArray<Attempt<TMixture>> attempts, FitOptions options)
    {
        ImmutableArray<Attempt<TMixture>> left =
            [.. attempts.Where(attempt => attempt is { IsDropped: false, Run.Last.Status: not Degenerate })];
        var found = ImmutableArray.CreateBuilder<Optimum<TMixture>>();
        while (left.MaxBy(attempt => attempt.Run.Last.Objective.Value) is { } best)
        {
            var byOptimum = left.ToLookup(attempt => ReferenceEquals(attempt, best) || best.Run.AgreesWith(attempt.Run));
            found.Add(new([.. byOptimum[true]]));
            left = [.. byOptimum[false]];
        }

        return found.Count > 0 ? new(data, attempts, found.ToImmutable(), options) : null;
    }
}
