namespace GmmPure.Families;

/// <summary>A finite set of distributions; it has no continuous parameter, and no standard errors.</summary>
internal sealed record CandidateFamily<TDistribution>(
    IEstimator<TDistribution> Family, ImmutableArray<TDistribution> Candidates) : IFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    public string Name => Family.Name;

    public string Estimator => $"the most likely of {Candidates.Length} candidates";

    public int? Columns => Family.Columns;

    public int DimensionOf(TDistribution distribution) => Family.DimensionOf(distribution);

    public Support SupportOf(int column) => Family.SupportOf(column);

    public Outcome<TDistribution, Degeneracy> MaximumLikelihood(Dataset data)
    {
        var (likelihood, best) = Candidates
            .Select(candidate => (Likelihood: Estimate.LogLikelihood(Family, candidate, data), Candidate: candidate))
            .MaxBy(pair => pair.Likelihood);
        return double.IsNegativeInfinity(likelihood)
            ? Estimate.None<TDistribution>("candidate", double.NaN)
            : Estimate.Found(best);
    }

    public double LogDensity(TDistribution distribution, ReadOnlySpan<double> observation) =>
        Family.LogDensity(distribution, observation);

    public ImmutableArray<Parameter> Parameters(TDistribution distribution, double totalWeight) =>
        [.. Family.Parameters(distribution, totalWeight).Select(each => each with { StandardError = null })];

    public ImmutableArray<double> LogDensities(TDistribution distribution, Dataset data) =>
        Family.LogDensities(distribution, data);

    public long FreeParameters(ImmutableArray<TDistribution> distributions) => 0;

    public bool Equals(CandidateFamily<TDistribution>? other) =>
        other is not null && Family.Equals(other.Family) && Content.Equal(Candidates, other.Candidates);

    public override int GetHashCode() => HashCode.Combine(Family, Content.Hash(Candidates));
}
