namespace GmmPure.Families;

/// <content>What lies where, in one column: the distribution function, quantiles, and where components cross.</content>
public sealed partial record Mixture<TDistribution>
{
    /// <summary>F(x) = P(X ≤ x) = Σ π_k·F_k(x)/Σ π_k, accurate also where it is tiny.</summary>
    /// <param name="value">x: any number, or ±∞.</param>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family is no <see cref="ICumulative{TDistribution}"/>.</exception>
    public double Cdf(double value)
    {
        Axis.CheckNumber(value);
        var tails = Cumulative;
        return Share(component => FamilyAnswer.Probability(Family, tails.Cdf(component, value), value));
    }

    /// <summary>P(X &gt; x) = 1 − F(x), accurate also where it is tiny.</summary>
    /// <param name="value">x: any number, or ±∞.</param>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family is no <see cref="ICumulative{TDistribution}"/>.</exception>
    public double Survival(double value)
    {
        Axis.CheckNumber(value);
        var tails = Cumulative;
        return Share(component => FamilyAnswer.Probability(Family, tails.Survival(component, value), value));
    }

    /// <summary>
    /// The p-quantile: the least number x with F(x) ≥ p, to the last digit; above the median, as one with P(X &gt; x) ≤ 1 − p. It
    /// never falls as p rises.
    /// </summary>
    /// <param name="probability">p, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1).</exception>
    /// <exception cref="NotSupportedException">There are several columns, or the family is no <see cref="ICumulative{TDistribution}"/>.</exception>
    public double Quantile(double probability)
    {
        Axis.CheckInside(probability);
        _ = Cumulative;
        return Bisection.First(double.MinValue, double.MaxValue, probability <= Axis.Half
            ? x => Cdf(x) >= probability || Survival(x) < Axis.Half
            : x => Survival(x) <= 1 - probability);
    }

    /// <summary>
    /// Where two components are equally probable, π_j·p_j(x) = π_k·p_k(x). Densities of whole numbers are continued to all numbers;
    /// a component of weight 0 crosses none.
    /// </summary>
    /// <param name="first">j, counted from 0.</param>
    /// <param name="second">k, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    /// <exception cref="NotSupportedException">
    /// There are several columns, or the family is none of normal, Gaussian, exponential, gamma, Poisson and Bernoulli distributions.
    /// </exception>
    public Crossing CrossingOf(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)first, (uint)ComponentCount, nameof(first));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)second, (uint)ComponentCount, nameof(second));
        var unimodal = Unimodal;

        // In the order of the components, so that it is the same to the last bit either way round.
        var (one, other) = (Math.Min(first, second), Math.Max(first, second));
        return Weights[one] > 0 && Weights[other] > 0
            ? unimodal.Cross(Components[one], Components[other], Crossings.LogRatio(Weights[one], Weights[other]))
            : Crossing.Nowhere;
    }

    /// <summary>
    /// The numbers at which the most probable component changes, ascending; none if one component is the most probable everywhere.
    /// </summary>
    /// <exception cref="NotSupportedException">
    /// There are several columns, or the family is none of normal, Gaussian, exponential, gamma, Poisson and Bernoulli distributions.
    /// </exception>
    public ImmutableArray<CutOff> CutOffs() => Axis.CutOffs(
        Pairs.SelectMany(pair => CrossingOf(pair.First, pair.Second).Points), Family.SupportOf(0), Modes(Unimodal), MostProbableAt(Unimodal));

    private IEnumerable<(int First, int Second)> Pairs =>
        from second in Enumerable.Range(0, ComponentCount)
        from first in Enumerable.Range(0, second)
        select (first, second);

    /// <summary>The family, as one of one column that has a distribution function.</summary>
    private ICumulative<TDistribution> Cumulative => OneColumn<ICumulative<TDistribution>>(
        "has no distribution function here: it does not implement ICumulative");

    private IUnimodal<TDistribution> Unimodal => OneColumn<IUnimodal<TDistribution>>("has no cut-offs here");

    private TFace OneColumn<TFace>(string lack)
        where TFace : class => Dimension != 1
        ? throw Axis.Refusal(Dimension)
        : FaceOf<TFace>(Family) ?? throw new NotSupportedException($"The family {Family.Name} {lack}.");

    /// <summary>Candidates are what their family is.</summary>
    private static TFace? FaceOf<TFace>(IEstimator<TDistribution> family)
        where TFace : class => family is CandidateFamily<TDistribution> among ? FaceOf<TFace>(among.Family) : family as TFace;

    /// <summary>The components that have a weight.</summary>
    private IEnumerable<(double Weight, TDistribution Component)> Present =>
        Weights.Zip(Components).Where(pair => pair.First > 0);

    private ImmutableArray<double> Modes(IUnimodal<TDistribution> unimodal) =>
        [.. Present.Select(pair => unimodal.Mode(pair.Component))];

    /// <summary>Σ π_k·f(θ_k)/Σ π_k.</summary>
    private double Share(Func<TDistribution, double> of)
    {
        double sum = 0;
        double total = 0;
        for (int k = 0; k < ComponentCount; k++)
        {
            sum += Weights[k] * of(Components[k]);
            total += Weights[k];
        }

        return sum == total ? 1 : sum / total;
    }

    private Func<double, int> MostProbableAt(IUnimodal<TDistribution> unimodal)
    {
        double[] logWeights = LogWeights;
        return value => Axis.Largest(Components.Select((component, k) =>
            Weights[k] > 0 ? logWeights[k] + unimodal.LogDensityAt(component, value) : double.NegativeInfinity));
    }
}
