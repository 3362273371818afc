using GmmPure.Families;
using Theirs = MathNet.Numerics.Distributions;

namespace GmmPure.Tests;

/// <summary>Densities of counts whose terms are huge but cancel.</summary>
public class CountDensitiesTests
{
    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.7)]
    [InlineData(16)]
    [InlineData(300)]
    public void Poisson_probabilities_sum_to_1_and_are_MathNets(double rate)
    {
        double[] logs = [.. Enumerable.Range(0, 1000).Select(x => CountDensities.LogPoisson(x, rate))];

        Assert.Equal(1, logs.Sum(Math.Exp), 1e-13);
        Assert.All(logs.Take(400), (log, x) => Assert.Equal(Theirs.Poisson.PMFLn(rate, x), log, 1e-12 * (1 + Math.Abs(log) + (2 * rate))));
        Assert.Equal(double.NegativeInfinity, CountDensities.LogPoisson(-1, rate));
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(20, 1e-200)]
    [InlineData(20, 0.5)]
    [InlineData(900, 0.01)]
    [InlineData(900, 0.4)]
    public void Binomial_probabilities_sum_to_1_and_are_MathNets(int trials, double probability)
    {
        double[] logs = [.. Enumerable.Range(0, trials + 1).Select(x => CountDensities.LogBinomial(x, trials, probability))];

        Assert.Equal(1, logs.Sum(Math.Exp), 1e-13);
        Assert.All(logs, (log, x) => Assert.Equal(Theirs.Binomial.PMFLn(probability, trials, x), log, 1e-12 * (1 + Math.Abs(log) + trials)));
        Assert.Equal(double.NegativeInfinity, CountDensities.LogBinomial(-1, trials, probability));
        Assert.Equal(double.NegativeInfinity, CountDensities.LogBinomial(trials + 1, trials, probability));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, double.NegativeInfinity)]
    [InlineData(4, double.NegativeInfinity)]
    public void What_cannot_be_or_must_be(double count, double expected)
    {
        Assert.Equal(expected, Family.Binomial(4).LogDensity(new Binomial(4, 0), [count]));
        Assert.Equal(expected, Family.Binomial(4).LogDensity(new Binomial(4, 1), [4 - count]));
    }

    /// <summary>Of successes as of failures, also where the probability is near 1.</summary>
    [Fact]
    public void A_family_of_counts_loses_no_digits()
    {
        Assert.Equal(Theirs.Binomial.PMFLn(0.75, 20, 13), Family.Binomial(20).LogDensity(new Binomial(20, 0.75), [13]), 1e-14);
        Assert.Equal(1, Family.Binomial(20).LogDensity(new Binomial(20, 1e-200), [1]) / Math.Log(20e-200), 8 * Rounding.Unit);
        Assert.Equal(1, Family.Binomial(20).LogDensity(new Binomial(20, 1e-200), [0]) / -20e-200, 8 * Rounding.Unit);
        Assert.Equal(CountDensities.LogPoisson(1e15, 1e15), Family.Poisson.LogDensity(new Poisson(1e15), [1e15]));
        Assert.Equal(-0.5 * Math.Log(2 * Math.PI * 1e15), Family.Poisson.LogDensity(new Poisson(1e15), [1e15]), 1e-13);
    }

    /// <summary>At z standard deviations from a large mean, −z²/2 + (z³ − 3z)/(6σ) − ln(σ·√2π) but for terms in 1/λ.</summary>
    [Theory]
    [InlineData(1e10)]
    [InlineData(1e15)]
    public void Large_rates_lose_no_digits(double rate)
    {
        double deviation = Math.Sqrt(rate);
        Assert.All([-3e0, -1, 0, 2, 6], about =>
        {
            double z = Math.Floor(about * deviation) / deviation;
            double expected = (-z * z / 2) + (((z * z * z) - (3 * z)) / (6 * deviation)) - Math.Log(deviation * Math.Sqrt(2 * Math.PI));
            Assert.Equal(expected, CountDensities.LogPoisson(rate + (z * deviation), rate), 200 / rate + 1e-13);
        });
    }
}
