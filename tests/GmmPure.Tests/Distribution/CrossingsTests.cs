using GmmPure.Families;
using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>Where two distributions of one column cross, at the ends of what can be told; and what their families tell for it.</summary>
public class CrossingsTests
{
    [Fact]
    public void The_logarithm_of_a_ratio_keeps_its_digits_where_it_is_near_0_and_where_the_ratio_overflows()
    {
        double little = Math.ScaleB(1, -40);

        Assert.Equal(1, Crossings.LogRatio(3 + (3 * little), 3) / (little * (1 - (little / 2))), 4 * Rounding.Unit);
        Assert.Equal(Math.Log(3), Crossings.LogRatio(6, 2), 8 * Rounding.Unit);
        Assert.Equal(-Math.Log(3), Crossings.LogRatio(2, 6), 8 * Rounding.Unit);
        Assert.Equal(600 * Math.Log(10), Crossings.LogRatio(1e300, 1e-300), 4096 * Rounding.Unit);
    }

    /// <summary>x − 5 and −x − 1, which vanish at 5 and −1.</summary>
    [Fact]
    public void A_line_crosses_within_its_interval_and_at_its_ends()
    {
        Assert.Equal([5.0], Crossings.OfLine(-5, 1, 0, 5).Points);
        Assert.Equal([5.0], Crossings.OfLine(-5, 1, 5, 7).Points);
        Assert.Empty(Crossings.OfLine(-5, 1, 0, Math.BitDecrement(5.0)).Points);
        Assert.Empty(Crossings.OfLine(-1, -1, 0, double.MaxValue).Points);
        Assert.Empty(Crossings.OfLine(1, double.Epsilon, double.MinValue, double.MaxValue).Points);
        Assert.Equal([true, false], new[] { Crossings.OfLine(0, 0, 0, 1), Crossings.OfLine(1, 0, 0, 1) }.Select(crossing => crossing.IsEverywhere));
    }

    /// <summary>
    /// N(0, 4) and N(m, 1): with δ = m/2 and u = ¾ they touch where δ² + u·M is 0, M being ln 4 less twice the logarithm of the
    /// weights' ratio, and at 2·δ/u.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(-77)]
    [InlineData(300)]
    public void Normal_distributions_that_only_touch_have_one_point(double mean)
    {
        double logRatio = (Math.Log(4) + (mean * mean / 3)) / 2;

        double point = Assert.Single(Crossings.OfNormals((0, 4), (mean, 1), logRatio).Points);
        Assert.Equal([point], Crossings.OfNormals((mean, 1), (0, 4), -logRatio).Points);
        Assert.Equal(1, point / (mean / 0.75), 4 * Rounding.Unit);
        Assert.Empty(Crossings.OfNormals((0, 4), (mean, 1), logRatio * (1 + 1e-12)).Points);
        Assert.Equal(2, Crossings.OfNormals((0, 4), (mean, 1), logRatio * (1 - 1e-12)).Points.Length);
    }

    /// <summary>However the last digit of the weights' ratio is rounded.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(-77)]
    [InlineData(300)]
    public void Rounding_does_not_part_what_touches(double mean)
    {
        double logRatio = (Math.Log(4) + (mean * mean / 3)) / 2;

        Assert.All([Math.BitDecrement(logRatio), logRatio, Math.BitIncrement(logRatio)], ratio =>
            Assert.Single(Crossings.OfNormals((0, 4), (mean, 1), ratio).Points));
    }

    [Fact]
    public void Normal_distributions_of_one_mean_touch_there() =>
        Assert.Equal([7.0], Crossings.OfNormals((7, 4), (7, 1), Crossings.LogRatio(4, 1) / 2).Points);

    /// <summary>Variances v and w, of which v is nothing beside w: x² = v·ln(w/v). Means some 10²³⁰ or 10⁻²⁰⁰ deviations apart: half way.</summary>
    [Fact]
    public void Scales_may_be_as_far_apart_as_numbers_are()
    {
        double root = 1e-100 * Math.Sqrt(400 * Math.Log(10));
        var nested = Crossings.OfNormals((0, 1e-200), (0, 1e200), 0).Points;

        Assert.Equal(2, nested.Length);
        Assert.Equal(-1, nested[0] / root, 16 * Rounding.Unit);
        Assert.Equal(1, nested[1] / root, 16 * Rounding.Unit);
        Assert.Equal([5e-201], Crossings.OfNormals((0, 1), (1e-200, 1), 0).Points);
        Assert.Equal(5e129, Assert.Single(Crossings.OfNormals((0, 1e-200), (1e130, 1e-200), 0).Points), 5e129 * 4 * Rounding.Unit);
    }

    [Fact]
    public void Two_of_the_same_distribution_cross_everywhere_if_their_weights_are_equal()
    {
        Same(Family.Normal, new Normal(1, 2));
        Same(Family.Exponential, new Exponential(3));
        Same(Family.Poisson, new Poisson(3));
        Same(Family.Gamma, new Gamma(3, 2));
        Same(Family.Bernoulli, new Bernoulli(0.25));

        static void Same<TDistribution>(IFamily<TDistribution> family, TDistribution distribution)
            where TDistribution : notnull, IEquatable<TDistribution>
        {
            var equal = Mixture.Of(family, [0.5, 0.5], [distribution, distribution]).CrossingOf(0, 1);
            var unequal = Mixture.Of(family, [0.75, 0.25], [distribution, distribution]).CrossingOf(0, 1);
            Assert.Equal((true, false), (equal.IsEverywhere, unequal.IsEverywhere));
            Assert.Empty(equal.Points.Concat(unequal.Points));
        }
    }

    /// <summary>A straight line between ln 1½ at 0 and −ln 2 at 1, moved up by the weights; and a touch at 0.</summary>
    [Fact]
    public void Coins_cross_between_0_and_1_or_nowhere()
    {
        Bernoulli[] coins = [new(0.25), new(0.5)];
        var unimodal = (IUnimodal<Bernoulli>)Family.Bernoulli;
        double half = Elementary.Log(0.5);

        double point = Assert.Single(Mixture.Of(Family.Bernoulli, [0.5, 0.5], coins).CrossingOf(0, 1).Points);
        Assert.Equal(Math.Log(1.5) / Math.Log(3), point, 4 * Rounding.Unit);
        Assert.Empty(Mixture.Of(Family.Bernoulli, [0.9, 0.1], coins).CrossingOf(0, 1).Points);
        Assert.Empty(Mixture.Of(Family.Bernoulli, [0.1, 0.9], coins).CrossingOf(0, 1).Points);
        Assert.Empty(Mixture.Of(Family.Bernoulli, [0.9, 0.1], [new(0.25), new(0.0)]).CrossingOf(0, 1).Points);
        Assert.Equal([0.0], unimodal.Cross(new Bernoulli(0.5), new Bernoulli(0.75), half).Points);
        Assert.Equal([0.0], unimodal.Cross(new Bernoulli(0.75), new Bernoulli(0.5), -half).Points);
        Assert.Equal([1.0], unimodal.Cross(new Bernoulli(0.5), new Bernoulli(0.25), half).Points);
        Assert.Equal([1.0], unimodal.Cross(new Bernoulli(0.25), new Bernoulli(0.5), -half).Points);
    }

    /// <summary>At a crossing both weighted densities are equal, and beyond it the other is the larger.</summary>
    [Theory]
    [InlineData(0.5, 3, 2, 5, 1)]
    [InlineData(0.2, 3, 2, 5, 1)]
    [InlineData(0.7, 0.5, 0.25, 4, 3)]
    [InlineData(0.5, 2, 1, 2, 4)]
    [InlineData(0.5, 2, 3, 4, 3)]
    public void Gammas_cross_where_their_densities_are_equal(double weight, double shape, double rate, double otherShape, double otherRate)
    {
        Gamma[] gammas = [new(shape, rate), new(otherShape, otherRate)];
        var crossing = Mixture.Of(Family.Gamma, [weight, 1 - weight], gammas).CrossingOf(0, 1);
        double Excess(double x) => Math.Log(weight / (1 - weight))
            + Family.Gamma.LogDensity(gammas[0], [x]) - Family.Gamma.LogDensity(gammas[1], [x]);

        Assert.NotEmpty(crossing.Points);
        Assert.All(crossing.Points, x => Assert.Equal(0, Excess(x), 256 * Rounding.Unit));
        Assert.All(crossing.Points, x => Assert.NotEqual(Excess(x * 0.99) > 0, Excess(x * 1.01) > 0));
        Assert.Equal(
            Enumerable.Range(1, 4000).Count(i => Excess(i * 0.01) > 0 != Excess((i + 1) * 0.01) > 0), crossing.Points.Count(x => x is > 0.01 and < 40));
    }

    /// <summary>The first density is at most 1.03 times the second, at 1.</summary>
    [Fact]
    public void Gammas_of_which_one_is_nowhere_the_more_probable_do_not_cross()
    {
        Gamma[] gammas = [new(3, 2), new(2.9, 1.9)];

        Assert.Empty(Mixture.Of(Family.Gamma, [0.01, 0.99], gammas).CrossingOf(0, 1).Points);
        Assert.Empty(Mixture.Of(Family.Gamma, [0.99, 0.01], [gammas[1], gammas[0]]).CrossingOf(0, 1).Points);
    }

    [Fact]
    public void A_mode_is_the_least_number_at_which_the_density_is_largest()
    {
        Assert.Equal([0, 0, 1], new[] { 0.25, 0.5, 0.75 }.Select(p => Mode(Family.Bernoulli, new Bernoulli(p))));
        Assert.Equal([0, 3], new[] { 0.5, 3.75 }.Select(rate => Mode(Family.Poisson, new Poisson(rate))));
        Assert.Equal([1, 0, 0], new[] { 3, 1, 0.5 }.Select(shape => Mode(Family.Gamma, new Gamma(shape, 2))));
        Assert.Equal((0, 7), (Mode(Family.Exponential, new Exponential(2)), Mode(Family.Normal, new Normal(7, 2))));

        static double Mode<TDistribution>(IFamily<TDistribution> family, TDistribution distribution)
            where TDistribution : notnull, IEquatable<TDistribution> => ((IUnimodal<TDistribution>)family).Mode(distribution);
    }

    [Fact]
    public void Densities_go_on_between_whole_numbers_but_not_beyond_the_last()
    {
        var unimodal = (IUnimodal<Bernoulli>)Family.Bernoulli;
        double At(double value) => unimodal.LogDensityAt(new Bernoulli(0.2), value);

        Assert.All([-0.5, 1.5, double.PositiveInfinity], value => Assert.Equal(double.NegativeInfinity, At(value)));
        Assert.Equal(Math.Log(0.8), At(0), 2 * Rounding.Unit);
        Assert.Equal(Math.Log(0.2), At(1), 2 * Rounding.Unit);
        Assert.Equal((0.25 * Math.Log(0.2)) + (0.75 * Math.Log(0.8)), At(0.25), 4 * Rounding.Unit);
        Assert.Equal(
            -0.5 * (Math.Log(2 * Math.PI) + Math.Log(4) + 9), ((IUnimodal<Normal>)Family.Normal).LogDensityAt(new Normal(1, 4), 7), 16 * Rounding.Unit);
    }
}
