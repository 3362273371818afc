using GmmPure.Families;
using Number = GmmPure.Textbook.BigFloat<GmmPure.Textbook.Bits256>;

namespace GmmPure.Tests;

/// <summary>Where components are equally probable, and where the most probable one changes.</summary>
public class CutOffTests
{
    [Fact]
    public void Equal_variances_cross_once_and_equal_weights_half_way()
    {
        Assert.Equal([1.5], Univariate([0.5, 0.5], [1, 2], [4, 4]).CrossingOf(0, 1).Points);

        // (μ₁ + μ₂)/2 + σ²·ln(π₁/π₂)/(μ₂ − μ₁)
        var unequal = Univariate([0.75, 0.25], [0, 2], [3, 3]).CrossingOf(0, 1);
        Assert.Equal(1 + (3 * Math.Log(3) / 2), Assert.Single(unequal.Points), 1e-15);
        Assert.False(unequal.IsEverywhere);
    }

    [Fact]
    public void A_narrow_component_within_a_wide_one_has_two_cut_offs_or_one_or_none()
    {
        // ln p₁ − ln p₂ = ln(w/(1 − w)) + ln 2 − ⅜·x²: it vanishes at 0 for w = ⅓.
        Assert.Equal(2, Univariate([0.5, 0.5], [0, 0], [1, 4]).CrossingOf(0, 1).Points.Length);
        Assert.Empty(Univariate([0.25, 0.75], [0, 0], [1, 4]).CrossingOf(0, 1).Points);

        var touching = Univariate([1.0 / 3, 2.0 / 3], [0, 0], [1, 4]).CrossingOf(0, 1);
        Assert.All(touching.Points, point => Assert.Equal(0, point, 1e-7));
        var mixture = Univariate([0.5, 0.5], [0, 0], [1, 4]);
        double root = Math.Sqrt(8 * Math.Log(2) / 3);
        Assert.Equal([-root, root], mixture.CrossingOf(0, 1).Points, Close);
        Assert.Equal([(1, 0), (0, 1)], mixture.CutOffs().Select(cutOff => (cutOff.Below, cutOff.Above)));
    }

    [Fact]
    public void Two_of_the_same_distribution_cross_everywhere_or_nowhere()
    {
        Assert.True(Univariate([0.5, 0.5], [3, 3], [2, 2]).CrossingOf(0, 1).IsEverywhere);
        Assert.False(Univariate([0.75, 0.25], [3, 3], [2, 2]).CrossingOf(0, 1).IsEverywhere);
        Assert.Empty(Univariate([0.75, 0.25], [3, 3], [2, 2]).CutOffs());
        Assert.Empty(Univariate([0.5, 0.5], [3, 3], [2, 2]).CutOffs());
        Assert.Empty(Univariate([1, 0], [0, 3], [2, 2]).CrossingOf(0, 1).Points);
    }

    /// <summary>The roots in 256 bits: nearly equal variances, where the usual formula cancels; far means; far-apart scales.</summary>
    [Theory]
    [InlineData(0.5, 0.5, 0, 1, 1, 1.0000000001)]
    [InlineData(0.3, 0.7, 0, 1, 1, 1.25)]
    [InlineData(0.9, 0.1, 100000000, 100000003, 1, 2)]
    [InlineData(0.5, 0.5, 0, 1000, 1e-6, 1e6)]
    [InlineData(0.999, 0.001, -5, 40, 1, 100)]
    [InlineData(1e-9, 0.999999999, 0, 30, 9, 1)]
    [InlineData(0.25, 0.75, 1e-5, -1e-5, 1e-10, 3e-10)]
    public void The_roots_are_those_of_the_quadratic(double p, double q, double m, double n, double v, double w)
    {
        var points = Univariate([p, q], [m, n], [v, w]).CrossingOf(0, 1).Points;
        Assert.Equal(Roots(p, q, m, n, v, w).Length, points.Length);

        // The means are rounded to the last digit, the roots to a few of their distance from these.
        double size = Math.Max(Math.Abs(m), Math.Abs(n)) + Math.Abs(m - n) + Math.Sqrt(Math.Max(v, w));
        foreach (var (expected, actual) in Roots(p, q, m, n, v, w).Zip(points))
        {
            Assert.Equal(expected, actual, 16 * Math.ScaleB(1, -53) * (size + Math.Abs(expected)));
        }
    }

    [Fact]
    public void Three_components_leave_out_the_crossings_below_a_third()
    {
        var mixture = Univariate([0.4, 0.2, 0.4], [0, 5, 10], [1, 1, 1]);
        Assert.Equal([(0, 1), (1, 2)], mixture.CutOffs().Select(cutOff => (cutOff.Below, cutOff.Above)));
        var weak = Univariate([0.5, 1e-9, 0.5 - 1e-9], [0, 1, 2], [1, 1, 1]);
        Assert.Equal([(0, 2)], weak.CutOffs().Select(cutOff => (cutOff.Below, cutOff.Above)));
    }

    [Fact]
    public void The_most_probable_component_changes_at_cut_offs_and_nowhere_else()
    {
        var mixture = Univariate([0.2, 0.3, 0.1, 0.4], [-4, 0, 0.5, 7], [1, 9, 0.01, 2]);
        var cutOffs = mixture.CutOffs();
        Assert.True(cutOffs.Length >= 5);
        for (double x = -20; x < 20; x += 0.0078125)
        {
            int passed = cutOffs.Count(cutOff => cutOff.Value < x);
            int expected = passed == 0 ? cutOffs[0].Below : cutOffs[passed - 1].Above;
            Assert.Equal(expected, mixture.MostProbableComponent([x]));
        }
    }

    [Fact]
    public void Families_cross_where_their_densities_do()
    {
        var exponential = Mixture.Of(Family.Exponential, [0.5, 0.5], [new Exponential(2), new Exponential(0.5)]);
        Assert.Equal(Math.Log(4) / 1.5, Assert.Single(exponential.CutOffs()).Value, 1e-15);

        var poisson = Mixture.Of(Family.Poisson, [0.5, 0.5], [new Poisson(2), new Poisson(8)]);
        Assert.Equal(6 / Math.Log(4), Assert.Single(poisson.CutOffs()).Value, 1e-14);

        var gamma = Mixture.Of(Family.Gamma, [0.5, 0.5], [new Gamma(2, 1), new Gamma(9, 1.5)]);
        Assert.Equal([0, 1], gamma.CutOffs().SelectMany(cutOff => new[] { cutOff.Below, cutOff.Above }).Distinct());
        Assert.All(gamma.CrossingOf(0, 1).Points, point =>
            Assert.Equal(LogDensity(gamma, 0, point), LogDensity(gamma, 1, point), 1e-12));

        var coins = Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0.25), new Bernoulli(0.75)]);
        Assert.Equal(new CutOff(0.5, 0, 1), Assert.Single(coins.CutOffs()));
        var sure = Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0.0), new Bernoulli(0.75)]);
        Assert.Equal(new CutOff(0.5, 0, 1), Assert.Single(sure.CutOffs()));
    }

    private static double LogDensity(Mixture<Gamma> mixture, int component, double x) =>
        mixture.Family.LogDensity(mixture.Components[component], [x]);

    private static bool Close(double expected, double actual) => Math.Abs(expected - actual) < 1e-14;

    private static double[] Roots(double p, double q, double m, double n, double v, double w)
    {
        // (w − v)·x² + 2·(v·n − w·m)·x + w·m² − v·n² − v·w·L = 0 with L = 2·ln(p/q) + ln(w/v)
        var (narrow, wide, first, second) = ((Number)v, (Number)w, (Number)m, (Number)n);
        Number two = 2;
        var logs = (two * Number.Log((Number)p / (Number)q)) + Number.Log(wide / narrow);
        var a = wide - narrow;
        var b = (narrow * second) - (wide * first);
        var c = (wide * first * first) - (narrow * second * second) - (narrow * wide * logs);
        var root = Number.Sqrt((b * b) - (a * c));
        return [.. new[] { (double)((-b - root) / a), (double)((-b + root) / a) }.Order()];
    }

    private static GaussianMixture Univariate(double[] weights, double[] means, double[] variances) =>
        GaussianMixture.Univariate(weights, means, variances);
}
