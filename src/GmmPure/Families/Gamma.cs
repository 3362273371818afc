using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>A gamma distribution, p(x) = βᵅ·xᵅ⁻¹·e^(−βx)/Γ(α).</summary>
public sealed record Gamma
{
    /// <param name="shape">α.</param>
    /// <param name="rate">β.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not finite and positive.</exception>
    public Gamma(double shape, double rate)
    {
        FaultOf(shape, rate).Refuse();
        (Shape, Rate) = (shape, rate);
    }

    /// <summary>α.</summary>
    public double Shape { get; }

    /// <summary>β: the mean is α/β.</summary>
    public double Rate { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="shape">α, finite and positive.</param>
    /// <param name="rate">β, finite and positive.</param>
    public static Outcome<Gamma, ValueFault> TryCreate(double shape, double rate) =>
        FaultOf(shape, rate) is { } fault ? fault : new Gamma(shape, rate);

    private static ValueFault? FaultOf(double shape, double rate) => Valid.Positive(shape) ?? Valid.Positive(rate);
}

/// <remarks>
/// The rate is α/x̄; the shape solves ln α − ψ(α) = s with s = ln x̄ − the mean of ln x, which is 0 only for constant data. As a
/// function of 1/α the left side rises and is convex, so that Newton's method comes down to the root from the second step on.
/// </remarks>
internal sealed record GammaFamily : IFamily<Gamma>, ISampler<Gamma>, IUnimodal<Gamma>
{
    /// <summary>
    /// 2⁻⁶⁶: below it α is above 2⁶⁵, and the rounding of β alone, by 2⁻⁵³ of it, moves the mean of ln p by α·2⁻¹⁰⁶/2 or 2⁻⁴², which
    /// comes near to the 2⁻⁴⁰ that the rounding of ℓ may amount to. Of constant data s is 2⁻¹⁰⁰ at most.
    /// </summary>
    private const double SmallestSpread = 1.3552527156068805E-20;

    /// <summary>2⁻⁴⁸, of the result.</summary>
    private const double Precision = 3.552713678800501E-15;

    private const int MostSteps = 60;

    public string Name => "gamma";

    public string Estimator => "the shape by Newton's method, the rate as the shape over the sample mean";

    public Support SupportOf(int column) => Support.Positive;

    public Outcome<Gamma, Degeneracy> MaximumLikelihood(Dataset data)
    {
        double mean = Estimate.Mean(data, 0);
        double spread = Spread(data, mean);
        if (!(spread > SmallestSpread))
        {
            return Estimate.None<Gamma>("shape", double.PositiveInfinity);
        }

        double shape = Shape(spread);
        return double.IsFinite(shape / mean) && shape / mean > 0
            ? new Gamma(shape, shape / mean)
            : Estimate.None<Gamma>("rate", double.PositiveInfinity);
    }

    /// <summary>
    /// ln p(x) = ½·ln(α/2π) − ln x − what Stirling's formula leaves of ln Γ(α) − the deviance of α from βx (Loader 2000), whose
    /// terms do not cancel where α is large. There α − βx counts, and is rounded only once.
    /// </summary>
    public double LogDensity(Gamma distribution, ReadOnlySpan<double> observation)
    {
        var (shape, rate) = (distribution.Shape, distribution.Rate);
        double value = observation[0];
        double scaled = rate * value;
        double deviance = double.IsNormal(scaled)
            ? SpecialFunctions.Deviance(shape, scaled, -Math.FusedMultiplyAdd(rate, value, -shape))
            : (shape * (Elementary.Log(shape) - Elementary.Log(rate) - Elementary.Log(value))) - shape + scaled;
        return (0.5 * (Elementary.Log(shape) - Elementary.LogTwoPi)) - Elementary.Log(value)
            - SpecialFunctions.StirlingRest(shape) - deviance;
    }

    /// <summary>
    /// A shape far below 1 puts draws below the least positive number: 0 is outside the support, so that number stands for them.
    /// </summary>
    public ImmutableArray<double> Draw(Gamma distribution, Func<double> uniform)
    {
        var (shape, rate) = (distribution.Shape, distribution.Rate);
        double drawn = shape < 1
            ? Variates.Exp(Variates.LogGamma(shape, uniform) - Elementary.Log(rate))
            : Variates.Gamma(shape, uniform) / rate;
        return [Math.Max(double.Epsilon, Variates.Finite(drawn))];
    }

    public double Cdf(Gamma distribution, double value) => Tails(distribution, value).Lower;

    public double Survival(Gamma distribution, double value) => Tails(distribution, value).Upper;

    /// <summary>(α − 1)/β; for a shape up to 1 the density falls from the start.</summary>
    public double Mode(Gamma distribution) => Math.Max(0, distribution.Shape - 1) / distribution.Rate;

    public Crossing Cross(Gamma first, Gamma second, double logRatio) => Crossings.OfLogarithm(
        first.Shape - second.Shape, second.Rate - first.Rate, logRatio + LogFactor(first) - LogFactor(second));

    public double LogDensityAt(Gamma distribution, double value) => LogDensity(distribution, [value]);

    /// <summary>The inverse of the information N·[ψ′(α), −1/β; −1/β, α/β²], whose determinant is N²·α·(ψ′(α) − 1/α)/β².</summary>
    public ImmutableArray<Parameter> Parameters(Gamma distribution, double totalWeight)
    {
        double excess = SpecialFunctions.TrigammaExcess(distribution.Shape);
        double trigamma = excess + (1 / distribution.Shape);
        return
        [
            new("shape", distribution.Shape, 1 / Math.Sqrt(totalWeight * excess)),
            new("rate", distribution.Rate, distribution.Rate * Math.Sqrt(trigamma / (totalWeight * distribution.Shape * excess))),
        ];
    }

    private static Tails Tails(Gamma distribution, double value)
    {
        double scaled = distribution.Rate * value;
        return IncompleteGamma.Of(
            distribution.Shape, scaled, double.IsNormal(scaled) ? Math.FusedMultiplyAdd(distribution.Rate, value, -scaled) : 0);
    }

    /// <summary>ln(βᵅ/Γ(α)).</summary>
    private static double LogFactor(Gamma distribution) =>
        (distribution.Shape * Elementary.Log(distribution.Rate)) - SpecialFunctions.LogGamma(distribution.Shape);

    /// <summary>
    /// s, as the mean of ln(x̄/x) + x/x̄ − 1: the last two terms add nothing, but without them what is left of the first, (x/x̄ − 1)²/2,
    /// would drown in what cancels.
    /// </summary>
    private static double Spread(Dataset data, double mean) => Enumerable.Range(0, data.Count)
        .Select(row => data.WeightOf(row) * (SpecialFunctions.Deviance(mean, data[row, 0], mean - data[row, 0]) / mean))
        .Aggregate(default(CompensatedSum), (sum, term) => sum + term)
        .Total / data.TotalWeight;

    /// <summary>From an approximation that is good to a few per cent, usually four steps.</summary>
    private static double Shape(double spread)
    {
        double inverse = 12 * spread / (3 - spread + Math.Sqrt(((spread - 3) * (spread - 3)) + (24 * spread)));
        for (int step = 0; step < MostSteps; step++)
        {
            double shape = 1 / inverse;
            double slope = shape * shape * SpecialFunctions.TrigammaExcess(shape);
            double change = (SpecialFunctions.LogMinusDigamma(shape) - spread) / slope;
            inverse -= change;
            if (Math.Abs(change) <= Precision * inverse)
            {
                break;
            }
        }

        return 1 / inverse;
    }
}
