using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>A gamma distribution, p(x) = βᵅ·xᵅ⁻¹·e^(−βx)/Γ(α).</summary>
public sealed record Gamma
{
    /// <param name="shape">α.</param>
    /// <param name="rate">β.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not finite and positive.</exception>
    public Gamma(double shape, double rate) => (Shape, Rate) = (Valid.Positive(shape), Valid.Positive(rate));

    /// <summary>α.</summary>
    public double Shape { get; }

    /// <summary>β: the mean is α/β.</summary>
    public double Rate { get; }
}

/// <remarks>
/// The rate is α/x̄; the shape solves ln α − ψ(α) = s with s = ln x̄ − the mean of ln x, which is 0 only for constant data. As a
/// function of 1/α the left side rises and is convex, so that Newton's method comes down to the root from the second step on.
/// </remarks>
internal sealed record GammaFamily : IFamily<Gamma>, ISampler<Gamma>
{
    /// <summary>2⁻⁵⁰: below it, s cannot be told from the 0 of constant data.</summary>
    private const double SmallestSpread = 8.881784197001252E-16;

    private const int MostSteps = 60;

    public string Name => "gamma";

    public string Estimator => "the shape by Newton's method, the rate as the shape over the sample mean";

    public Support SupportOf(int column) => Support.Positive;

    public Outcome<Gamma, Degeneracy> MaximumLikelihood(Dataset data)
    {
        double mean = data.ColumnMeans[0];
        double spread = 0;
        for (int row = 0; row < data.Count; row++)
        {
            spread -= data.WeightOf(row) / data.TotalWeight * Elementary.Log(data[row, 0] / mean);
        }

        if (!(data.ColumnVariances[0] > 0 && spread > SmallestSpread))
        {
            return Estimate.None<Gamma>("shape", double.PositiveInfinity);
        }

        double shape = Shape(spread);
        return double.IsFinite(shape / mean) && shape / mean > 0
            ? Estimate.Found(new Gamma(shape, shape / mean))
            : Estimate.None<Gamma>("rate", double.PositiveInfinity);
    }

    public double LogDensity(Gamma distribution, ReadOnlySpan<double> observation)
    {
        double logScaled = Elementary.Log(distribution.Rate) + Elementary.Log(observation[0]);
        return (distribution.Shape * logScaled) - Elementary.Log(observation[0])
            - (distribution.Rate * observation[0]) - SpecialFunctions.LogGamma(distribution.Shape);
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
            if (Math.Abs(change) <= 4 * SmallestSpread * inverse)
            {
                break;
            }
        }

        return 1 / inverse;
    }
}
