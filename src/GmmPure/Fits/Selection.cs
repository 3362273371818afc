namespace GmmPure;

/// <summary>A comparison of Gaussian mixtures of different numbers of components and covariance structures.</summary>
public sealed record Selection
{
    private readonly EqualArray<Candidate> candidates;

    internal Selection(ImmutableArray<Candidate> candidates, Criterion criterion) =>
        (this.candidates, Criterion) = (candidates, criterion);

    /// <summary>The models, by K and then by structure: one or more, of which at least one has a fit.</summary>
    public ImmutableArray<Candidate> Candidates => candidates;

    /// <summary>By what the best is chosen.</summary>
    public Criterion Criterion { get; }

    /// <summary>The model of the lowest value of the criterion; of equals the first.</summary>
    public Candidate Best => BestBy(Criterion);

    /// <summary>The fit of the best model.</summary>
    public Fit<GaussianMixture> Fit => Best.Fit!;

    /// <summary>Whether the best model has the most components of all that were tried: more might be better still.</summary>
    public bool IsAtLargest => Candidates.Min(each => each.Components) < Best.Components
        && Best.Components == Candidates.Max(each => each.Components);

    /// <summary>Whether the best model has the fewest components of all that were tried, and more than one: fewer might be better still.</summary>
    public bool IsAtSmallest => Best.Components > 1
        && Best.Components == Candidates.Min(each => each.Components)
        && Best.Components < Candidates.Max(each => each.Components);

    /// <summary>The model of the lowest value of a criterion; of equals the first.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such criterion.</exception>
    public Candidate BestBy(Criterion criterion) =>
        Candidates.Where(candidate => candidate.Fit is not null).MinBy(candidate => candidate.Value(criterion))!;
}
