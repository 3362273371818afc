using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>How unusual an observation is: P(p(X) ≤ p(x)).</summary>
public class OutlierLevelTests
{
    /// <summary>The χ² distribution's tail with D degrees of freedom, to 60 digits by mpmath 1.3.</summary>
    [Theory]
    [InlineData(1, 3, 0.002699796063260189)]
    [InlineData(2, 3, 0.011108996538242306)]
    [InlineData(3, 5, 1.5440498291101365e-05)]
    [InlineData(5, 20, 2.9666446590828848e-84)]
    [InlineData(10, 37.5, 4.4369597880075364e-296)]
    public void One_component_has_the_tail_of_chi_squared(int dimension, double distance, double expected)
    {
        var ball = GaussianMixture.Create([1], Table.FromRows([new double[dimension]]), [Covariance.Spherical(dimension, 1)]);
        double[] row = new double[dimension];
        row[0] = distance;
        var levels = ball.OutlierLevelsOf(Dataset.FromRows([row, new double[dimension]]), seed: 1);
        Assert.True(levels.IsExact);
        Assert.Equal(expected, levels.Levels[0], 1e-13 * expected);
        Assert.Equal(1, levels.Levels[1]);
        Assert.Equal([0, 0], levels.StandardErrors);
    }

    /// <summary>Of two equal components a density is as low in four intervals: two tails, and both sides of the valley.</summary>
    [Fact]
    public void Intervals_of_two_components_far_apart_keep_their_digits()
    {
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, 100], [1, 1]);
        var levels = mixture.OutlierLevelsOf(Dataset.FromValues([12, -12, 88, 112, 0, 100, 50]), seed: 1);
        double tail = 2 * NormalTails.Of(0, 1, 12).Upper;
        Assert.All(levels.Levels[..4], level => Assert.Equal(tail, level, 1e-12 * tail));
        Assert.Equal(1, levels.Levels[4], 1e-15);
        Assert.Equal(1, levels.Levels[5], 1e-15);
        Assert.Equal(0, levels.Levels[6]);
    }

    [Fact]
    public void What_is_computed_in_one_column_is_what_draws_find()
    {
        var mixture = GaussianMixture.Univariate([0.2, 0.3, 0.1, 0.4], [-4, 0, 0.5, 7], [1, 9, 0.01, 2]);
        Same(mixture, Dataset.FromValues(Enumerable.Range(-40, 120).Select(i => i / 4.0)), draws: 200_000);
        Same(Mixture.Of(Family.Poisson, [0.5, 0.5], [new Poisson(2), new Poisson(30)]), Dataset.FromValues(Enumerable.Range(0, 60).Select(i => (double)i)), 200_000);
        Same(Mixture.Of(Family.Exponential, [0.5, 0.5], [new Exponential(2), new Exponential(0.1)]), Dataset.FromValues(Enumerable.Range(0, 60).Select(i => i / 3.0)), 200_000);
        Same(Mixture.Of(Family.Bernoulli, [0.5, 0.5], [new Bernoulli(0.25), new Bernoulli(0.5)]), Dataset.FromValues([0, 1]), 200_000);
        Same(Mixture.Of(Family.Gamma, [1], [new Gamma(3, 2)]), Dataset.FromValues(Enumerable.Range(1, 60).Select(i => i / 10.0)), 200_000);
        Same(Mixture.Of(Family.Normal, [0.5, 0.5], [new Normal(0, 1), new Normal(3, 1)]), Dataset.FromValues(Enumerable.Range(-10, 60).Select(i => i / 10.0)), 200_000);

        static void Same(IMixture mixture, Dataset data, int draws)
        {
            var exact = mixture.OutlierLevelsOf(data, seed: 1);
            Assert.True(exact.IsExact);
            var drawn = SampledLevels.Of(mixture.Draws(7), draws, mixture.LogDensities)(data);
            for (int row = 0; row < data.Count; row++)
            {
                // Six standard errors, and one draw.
                double error = Math.Sqrt(exact.Levels[row] * (1 - exact.Levels[row]) / draws);
                Assert.Equal(exact.Levels[row], drawn.Levels[row], (6 * error) + (2.0 / draws));
            }
        }
    }

    [Fact]
    public void Several_components_in_several_columns_are_drawn_from_with_an_error_and_a_seed()
    {
        var mixture = GaussianMixture.CreateTied([0.5, 0.5], Table.FromRows([[0, 0], [0, 0]]), Covariance.Spherical(2, 1));
        var data = Dataset.FromRows([[0, 0], [3, 0], [0, 1]]);
        var levels = mixture.OutlierLevelsOf(data, seed: 5, draws: 40_000);
        Assert.Equal((false, 40_000), (levels.IsExact, levels.Draws));
        Assert.Equal(levels, mixture.OutlierLevelsOf(data, seed: 5, draws: 40_000));
        Assert.NotEqual(levels, mixture.OutlierLevelsOf(data, seed: 6, draws: 40_000));
        var scale = mixture.OutlierScale(seed: 5, draws: 40_000);
        Assert.Equal(levels, scale(data));
        Assert.Equal(levels.Levels, Enumerable.Range(0, 3).SelectMany(row => scale(Dataset.FromRows([data.Values.Rows.ElementAt(row)])).Levels));

        // Both components are the same, so that e^(−r²/2) is exact.
        foreach (var (expected, level, error) in new[] { 1, Math.Exp(-4.5), Math.Exp(-0.5) }.Zip(levels.Levels, levels.StandardErrors))
        {
            Assert.Equal(expected, level, (6 * error) + (2.0 / 40_000));
        }
    }

    [Fact]
    public void A_row_of_density_0_has_level_0_whichever_way()
    {
        var far = Dataset.FromRows([[1e130, 1e130], [0, 0]]);
        var ball = GaussianMixture.CreateTied([1], Table.FromRows([[0, 0]]), Covariance.Spherical(2, 1e-60));
        var balls = GaussianMixture.CreateTied([0.5, 0.5], Table.FromRows([[0, 0], [1, 1]]), Covariance.Spherical(2, 1e-60));
        Assert.Equal(0, ball.OutlierLevelsOf(far, 1).Levels[0]);
        Assert.Equal(0, balls.OutlierLevelsOf(far, 1, 100).Levels[0]);
        var coins = Mixture.Of(Family.Bernoulli, [1], [new Bernoulli(1.0)]);
        Assert.Equal([0, 1], coins.OutlierLevelsOf(Dataset.FromValues([0, 1]), 1).Levels);
    }

    /// <summary>Two components of separation 2σ have a flat top, and three turning points in one.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(2.000001)]
    [InlineData(1.9)]
    [InlineData(1e-9)]
    public void A_flat_top_is_one_place(double separation)
    {
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, separation], [1, 1]);
        var levels = mixture.OutlierLevelsOf(Dataset.FromValues([separation / 2, separation + 3]), seed: 1);
        Assert.True(levels.IsExact);
        Assert.Equal(1, levels.Levels[0], 0.002);
        Assert.Equal(mixture.Survival(separation + 3) * 2, levels.Levels[1], 1e-14);
    }

    [Fact]
    public void Draws_are_needed_and_their_number_is_positive()
    {
        var mixture = GaussianMixture.Univariate([1], [0], [1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => mixture.OutlierLevelsOf(Dataset.FromValues([1]), 1, draws: 0));
        Assert.Throws<ArgumentException>(() => mixture.OutlierLevelsOf(Dataset.FromRows([[1, 2]]), 1));
        Assert.Throws<ArgumentNullException>(() => mixture.OutlierLevelsOf(null!, 1));
    }
}
