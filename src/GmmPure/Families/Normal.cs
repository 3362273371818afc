using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>A normal distribution, N(x | μ, σ²).</summary>
public sealed record Normal
{
    /// <param name="mean">μ.</param>
    /// <param name="variance">σ².</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not finite, or the variance not finite and positive.</exception>
    public Normal(double mean, double variance)
    {
        FaultOf(mean, variance).Refuse();
        (Mean, Variance) = (mean, variance);
    }

    /// <summary>μ.</summary>
    public double Mean { get; }

    /// <summary>σ².</summary>
    public double Variance { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="mean">μ, finite.</param>
    /// <param name="variance">σ², finite and positive.</param>
    public static Outcome<Normal, ValueFault> TryCreate(double mean, double variance) =>
        FaultOf(mean, variance) is { } fault ? fault : new Normal(mean, variance);

    private static ValueFault? FaultOf(double mean, double variance) => Valid.Finite(mean) ?? Valid.Positive(variance);
}

/// <summary>A Gaussian in one column, estimated as such.</summary>
internal sealed record NormalFamily : IFamily<Normal>, ISampler<Normal>, IUnimodal<Normal>
{
    private static GaussianFamily Gaussians => new(CovarianceStructure.Full);

    public string Name => "normal";

    public string Estimator => "the sample mean and the biased variance, whose divisor is N";

    public Support SupportOf(int column) => Support.Reals;

    public Outcome<Normal, Degeneracy> MaximumLikelihood(Dataset data) => Gaussians.MaximumLikelihood(data).Map(Of);

    public Outcome<ImmutableArray<Normal>, Degeneracy> MStep(
        Dataset data, Responsibilities responsibilities, ImmutableArray<Normal> previous) =>
        Gaussians.MStep(data, responsibilities, []).Map(each => each.Select(Of).ToImmutableArray());

    public double LogDensity(Normal distribution, ReadOnlySpan<double> observation)
    {
        double difference = observation[0] - distribution.Mean;
        return -0.5 * (Elementary.LogTwoPi + Elementary.Log(distribution.Variance) + (difference * difference / distribution.Variance));
    }

    public ImmutableArray<double> Draw(Normal distribution, Func<double> uniform) =>
        [Variates.Finite(distribution.Mean + (Math.Sqrt(distribution.Variance) * Variates.Normal(uniform)))];

    public ImmutableArray<Parameter> Parameters(Normal distribution, double totalWeight) =>
    [
        new("mean", distribution.Mean, Math.Sqrt(distribution.Variance / totalWeight)),
        new("variance", distribution.Variance, distribution.Variance * Math.Sqrt(2 / totalWeight)),
    ];

    public double Cdf(Normal distribution, double value) => NormalTails.Of(distribution.Mean, distribution.Variance, value).Lower;

    public double Survival(Normal distribution, double value) => NormalTails.Of(distribution.Mean, distribution.Variance, value).Upper;

    public double Mode(Normal distribution) => distribution.Mean;

    public Crossing Cross(Normal first, Normal second, double logRatio) =>
        Crossings.OfNormals((first.Mean, first.Variance), (second.Mean, second.Variance), logRatio);

    public double LogDensityAt(Normal distribution, double value) => NormalTails.LogDensity(distribution.Mean, distribution.Variance, value);

    public (double Mean, double Variance)? AsNormal(Normal distribution) => (distribution.Mean, distribution.Variance);

    private static Normal Of(Gaussian gaussian) => new(gaussian.Mean[0], gaussian.Covariance[0, 0]);
}
