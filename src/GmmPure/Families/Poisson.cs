namespace GmmPure.Families;

/// <summary>A Poisson distribution, p(x) = λˣ·e^−λ/x!.</summary>
public sealed record Poisson
{
    /// <param name="rate">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite and positive.</exception>
    public Poisson(double rate)
    {
        FaultOf(rate).Refuse();
        Rate = rate;
    }

    /// <summary>λ, the mean.</summary>
    public double Rate { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="rate">λ, finite and positive.</param>
    public static Outcome<Poisson, ValueFault> TryCreate(double rate) => FaultOf(rate) is { } fault ? fault : new Poisson(rate);

    private static ValueFault? FaultOf(double rate) => Valid.Positive(rate);
}

internal sealed record PoissonFamily : ITabulatedFamily<Poisson>, ISampler<Poisson>, IUnimodal<Poisson>
{
    public string Name => "poisson";

    public string Estimator => "the sample mean";

    public Support SupportOf(int column) => Support.Counts;

    public Outcome<Poisson, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums) => sums[0] / count is > 0 and var mean
        ? new Poisson(mean)
        : Families.Estimate.None<Poisson>("rate", 0);

    public double LogDensity(Poisson distribution, ReadOnlySpan<double> observation) => LogDensity(distribution, 0, observation[0]);

    public double LogDensity(Poisson distribution, int column, double value) =>
        CountDensities.LogPoisson(value, distribution.Rate);

    public ImmutableArray<double> Draw(Poisson distribution, Func<double> uniform) =>
    [
        LogConcave.Draw(
            Math.Floor(distribution.Rate), count => CountDensities.LogPoisson(count, distribution.Rate), uniform),
    ];

    public ImmutableArray<Parameter> Parameters(Poisson distribution, double totalWeight) =>
        [new("rate", distribution.Rate, Math.Sqrt(distribution.Rate / totalWeight))];

    public double Cdf(Poisson distribution, double value) => Tails(distribution.Rate, value).Lower;

    public double Survival(Poisson distribution, double value) => Tails(distribution.Rate, value).Upper;

    public double Mode(Poisson distribution) => Math.Floor(distribution.Rate);

    public Crossing Cross(Poisson first, Poisson second, double logRatio) => Crossings.OfLine(
        logRatio + (second.Rate - first.Rate), Crossings.LogRatio(first.Rate, second.Rate), least: 0, double.MaxValue);

    public double LogDensityAt(Poisson distribution, double value) => CountDensities.LogPoisson(value, distribution.Rate);

    /// <summary>P(X ≤ k) = Q(k + 1, λ) (DLMF 8.11, Abramowitz and Stegun 26.4.21).</summary>
    private static Tails Tails(double rate, double value)
    {
        if (value < 0 || double.IsInfinity(value))
        {
            return value < 0 ? Families.Tails.Below : Families.Tails.Above;
        }

        var (above, atMost) = IncompleteGamma.Of(Math.Floor(value) + 1, rate);
        return new Tails(atMost, above);
    }
}
