using GmmPure.Families;
using Peer = MathNet.Numerics.Distributions;

namespace GmmPure.Tests;

/// <summary>Distribution functions and quantiles of mixtures in one column.</summary>
public class QuantileTests
{
    private static readonly GaussianMixture Two = GaussianMixture.Univariate([0.25, 0.75], [0, 10], [1, 4]);

    /// <summary>To 60 digits by mpmath 1.3.</summary>
    [Theory]
    [InlineData(0, 0.12500021498867891, 0.8749997850113211)]
    [InlineData(5, 0.2546571773314391, 0.7453428226685609)]
    [InlineData(-20, 2.753224649484563e-51, 1)]
    [InlineData(40, 1, 2.753224649484563e-51)]
    public void A_mixture_is_the_weighted_sum_of_its_components(double x, double cdf, double survival)
    {
        Assert.Equal(cdf, Two.Cdf(x), 1e-14 * cdf);
        Assert.Equal(survival, Two.Survival(x), 1e-14 * survival);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(1e-300, -37.04709629936112)]
    [InlineData(0.025, -1.959963984540054)]
    public void Quantiles_of_one_component_are_the_normal_ones(double probability, double expected) =>
        Assert.Equal(expected, GaussianMixture.Univariate([1], [0], [1]).Quantile(probability), 1e-14 * (1 + Math.Abs(expected)));

    [Fact]
    public void A_quantile_is_the_least_number_that_reaches_the_probability()
    {
        foreach (double probability in new[] { 1e-300, 1e-17, 0.1, 0.25, 0.3, 0.5 })
        {
            double x = Two.Quantile(probability);
            Assert.True(Two.Cdf(x) >= probability && Two.Cdf(Math.BitDecrement(x)) < probability);
        }

        foreach (double probability in new[] { 0.6, 0.999, 1 - 1e-12, 1 - Math.ScaleB(1, -53) })
        {
            double x = Two.Quantile(probability);
            Assert.True(Two.Survival(x) <= 1 - probability && Two.Survival(Math.BitDecrement(x)) > 1 - probability);
        }
    }

    [Fact]
    public void Families_agree_with_another_library()
    {
        var gamma = Mixture.Of(Family.Gamma, [0.5, 0.5], [new Gamma(2.5, 3), new Gamma(40, 2)]);
        var poisson = Mixture.Of(Family.Poisson, [0.25, 0.75], [new Poisson(2.5), new Poisson(40)]);
        var exponential = Mixture.Of(Family.Exponential, [0.25, 0.75], [new Exponential(2.5), new Exponential(0.125)]);
        for (double x = 0.25; x < 60; x += 1.5)
        {
            double gammas = new Peer.Gamma(2.5, 3).CumulativeDistribution(x) + new Peer.Gamma(40, 2).CumulativeDistribution(x);
            double counts = new Peer.Poisson(2.5).CumulativeDistribution(Math.Floor(x)) + (3 * new Peer.Poisson(40).CumulativeDistribution(Math.Floor(x)));
            Assert.Equal(gammas / 2, gamma.Cdf(x), 1e-12);
            Assert.Equal(counts / 4, poisson.Cdf(x), 1e-12);
            Assert.Equal(1 - (0.25 * Math.Exp(-2.5 * x)) - (0.75 * Math.Exp(-0.125 * x)), exponential.Cdf(x), 1e-14);
            Assert.Equal(1, gamma.Cdf(x) + gamma.Survival(x), 1e-15);
            Assert.Equal(1, poisson.Cdf(x) + poisson.Survival(x), 1e-15);
        }

        Assert.Equal(0.75 * Math.Exp(-500), exponential.Survival(4000), 1e-14 * Math.Exp(-500));
        Assert.Equal(2.5 * 0.25e-20 + (0.125 * 0.75e-20), exponential.Cdf(1e-20), 1e-35);
    }

    /// <summary>P(X ≤ k) of a Poisson distribution, as the sum it is.</summary>
    [Theory]
    [InlineData(0.75, 3)]
    [InlineData(12, 4)]
    [InlineData(12, 40)]
    [InlineData(300, 250)]
    public void The_distribution_of_counts_is_a_sum(double rate, int count)
    {
        var one = Mixture.Of(Family.Poisson, [1], [new Poisson(rate)]);
        double below = Enumerable.Range(0, count + 1).Sum(k => Math.Exp(CountDensities.LogPoisson(k, rate)));
        double above = Enumerable.Range(count + 1, 2000).Sum(k => Math.Exp(CountDensities.LogPoisson(k, rate)));
        Assert.Equal(below, one.Cdf(count), 1e-13 * below);
        Assert.Equal(below, one.Cdf(count + 0.5), 1e-13 * below);
        Assert.Equal(above, one.Survival(count), 1e-13 * above);
        if (below is < 0.999 and > 0.001)
        {
            Assert.Equal(count, one.Quantile(one.Cdf(count) * (1 - 1e-14)));
            Assert.Equal(count + 1, one.Quantile(one.Cdf(count) * (1 + 1e-14)));
        }

        Assert.Equal((0, 1, 1, 0), (one.Cdf(-1), one.Survival(-1), one.Cdf(double.PositiveInfinity), one.Survival(double.PositiveInfinity)));
    }

    [Fact]
    public void A_coin_has_two_steps()
    {
        var coins = Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0.25), new Bernoulli(0.75)]);
        Assert.Equal((0, 0.5, 0.5, 1), (coins.Cdf(-0.5), coins.Cdf(0), coins.Cdf(0.5), coins.Cdf(1)));
        Assert.Equal((1, 0.5, 0.5, 0), (coins.Survival(-0.5), coins.Survival(0), coins.Survival(0.5), coins.Survival(1)));
        Assert.Equal((0, 1), (coins.Quantile(0.5), coins.Quantile(0.75)));
    }

    [Fact]
    public void What_has_none_is_refused()
    {
        var plane = GaussianMixture.Create([1], Table.FromRows([[0, 0]]), [Covariance.Spherical(2, 1)]);
        var student = Mixture.Of(Family.StudentT, [1], [StudentT.TryCreate([0], Covariance.Spherical(1, 1), 3).Or(_ => throw new InvalidOperationException())]);
        Assert.Contains("one column", Assert.Throws<NotSupportedException>(() => plane.Cdf(0)).Message, StringComparison.Ordinal);
        Assert.Contains("student-t", Assert.Throws<NotSupportedException>(() => student.Quantile(0.5)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => student.CutOffs());
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.Cdf(double.NaN));
        Assert.All(new[] { 0, 1, -0.5, 1.5, double.NaN }, p => Assert.Throws<ArgumentOutOfRangeException>(() => Two.Quantile(p)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.CrossingOf(0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Two.CrossingOf(-1, 0));
    }
}
