namespace GmmPure.Families;

/// <summary>What is said of candidates by the family that they are from.</summary>
internal static class Candidates
{
    /// <summary>The family that candidates are from; any other as it is.</summary>
    public static IEstimator FamilyOf<TDistribution>(IEstimator<TDistribution> family)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        family is CandidateFamily<TDistribution> among ? FamilyOf(among.Family) : family;
}

/// <summary>A finite set of distributions; it has no continuous parameter, and no standard errors.</summary>
internal sealed record CandidateFamily<TDistribution>(
    IEstimator<TDistribution> Family, EqualArray<TDistribution> Each) : IFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>The candidates, one or more.</summary>
    public ImmutableArray<TDistribution> Candidates => Each;

    public string Name => Family.Name;

    public string Estimator => $"the most likely of {Candidates.Length} candidates";

    public int? Columns => Family.Columns;

    public int DimensionOf(TDistribution distribution) => Family.DimensionOf(distribution);

    public Support SupportOf(int column) => Family.SupportOf(column);

    public bool Contains(TDistribution distribution) => Family.Contains(distribution);

    public Outcome<TDistribution, Degeneracy> MaximumLikelihood(Dataset data)
    {
        var (likelihood, best) = Candidates
            .Select(candidate => (Likelihood: Estimate.LogLikelihood(Family, candidate, data), Candidate: candidate))
            .MaxBy(pair => pair.Likelihood);
        return double.IsNegativeInfinity(likelihood)
            ? Estimate.None<TDistribution>("candidate", double.NaN)
            : best;
    }

    public double LogDensity(TDistribution distribution, ReadOnlySpan<double> observation) =>
        Family.LogDensity(distribution, observation);

    public ImmutableArray<Parameter> Parameters(TDistribution distribution, double totalWeight) =>
        [.. FamilyAnswer.Parameters(Family, distribution, totalWeight).Select(each => each with { StandardError = null })];

    public ImmutableArray<double> LogDensities(TDistribution distribution, Dataset data) =>
        Family.LogDensities(distribution, data);

    public long FreeParameters(ImmutableArray<TDistribution> distributions) => 0;
}
