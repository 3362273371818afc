using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>An exponential distribution, p(x) = λ·e^(−λx).</summary>
public sealed record Exponential
{
    /// <param name="rate">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite and positive.</exception>
    public Exponential(double rate)
    {
        FaultOf(rate).Refuse();
        Rate = rate;
    }

    /// <summary>λ, one over the mean.</summary>
    public double Rate { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="rate">λ, finite and positive.</param>
    public static Outcome<Exponential, ValueFault> TryCreate(double rate) => FaultOf(rate) is { } fault ? fault : new Exponential(rate);

    private static ValueFault? FaultOf(double rate) => Valid.Positive(rate);
}

internal sealed record ExponentialFamily : ILinearFamily<Exponential>, ISampler<Exponential>, IUnimodal<Exponential>
{
    public string Name => "exponential";

    public string Estimator => "one over the sample mean";

    public Support SupportOf(int column) => Support.NonNegative;

    public Outcome<Exponential, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums) =>
        1 / (sums[0] / count) is < double.PositiveInfinity and var rate
            ? new Exponential(rate)
            : Families.Estimate.None<Exponential>("rate", double.PositiveInfinity);

    public double LogDensity(Exponential distribution, ReadOnlySpan<double> observation)
    {
        var (intercept, slope) = Line(distribution);
        return intercept - (slope * observation[0]);
    }

    public (double Intercept, double Slope) Line(Exponential distribution) => (Elementary.Log(distribution.Rate), distribution.Rate);

    public ImmutableArray<double> Draw(Exponential distribution, Func<double> uniform) =>
        [Variates.Finite(-Elementary.Log(uniform()) / distribution.Rate)];

    public ImmutableArray<Parameter> Parameters(Exponential distribution, double totalWeight) =>
        [new("rate", distribution.Rate, distribution.Rate / Math.Sqrt(totalWeight))];

    public double Cdf(Exponential distribution, double value) => Tails(distribution.Rate, value).Lower;

    public double Survival(Exponential distribution, double value) => Tails(distribution.Rate, value).Upper;

    public double Mode(Exponential distribution) => 0;

    public Crossing Cross(Exponential first, Exponential second, double logRatio) => Crossings.OfLine(
        logRatio + Crossings.LogRatio(first.Rate, second.Rate), second.Rate - first.Rate, least: 0, double.MaxValue);

    public double LogDensityAt(Exponential distribution, double value) => LogDensity(distribution, [value]);

    /// <summary>e^(−λx) with what the rounding of λx lost, and 1 less it (Kahan's way where it is near 1).</summary>
    private static Tails Tails(double rate, double value)
    {
        double product = rate * value;
        if (!(product > 0) || double.IsInfinity(product))
        {
            return product > 0 ? Families.Tails.Above : Families.Tails.Below;
        }

        double lost = double.IsNormal(product) ? Math.FusedMultiplyAdd(rate, value, -product) : 0;
        double root = Elementary.Exp(-product / 2);
        double upper = root * root * (1 - lost);
        double near = Elementary.Exp(-product);
        return near == 1 ? new Tails(product, 1)
            : near > 0.5 ? new Tails((1 - near) * (product / -Elementary.Log(near)), upper)
            : Families.Tails.OfUpper(upper);
    }
}
