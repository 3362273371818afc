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

internal sealed record PoissonFamily : ITabulatedFamily<Poisson>, ISampler<Poisson>
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
}
