namespace GmmPure.Tests;

/// <summary>Densities far out, small and in many dimensions.</summary>
public class ExtremeMixtureTests
{
    [Fact]
    public void A_point_1e6_deviations_from_all_components_has_a_finite_log_density_and_responsibilities_that_sum_to_1()
    {
        double[] means = [-1, 0, 2];
        var mixture = GaussianMixture.Univariate([0.2, 0.3, 0.5], means, [1, 1, 1]);

        var result = Em.EStep(Dataset.FromValues([1e6]), mixture);

        // Component 2 is nearer by more than 1e6 nats than any other: ln p = ln ½ − ½·(ln 2π + (1e6 − 2)²), rounded to
        // ulps of 5e11 at most four times.
        double expected = Math.Log(0.5) - (0.5 * (Math.Log(2 * Math.PI) + (999998.0 * 999998.0)));
        Assert.Equal(expected, result.LogLikelihood, 4 * Rounding.Unit * Math.Abs(expected));
        Assert.Equal([0, 0, 1], result.Responsibilities.Row(0).ToArray());
    }

    [Fact]
    public void So_far_out_equal_distances_share_the_point()
    {
        var mixture = GaussianMixture.Univariate([0.25, 0.25, 0.5], [-1, 1, 1], [1, 1, 1]);

        var row = Em.EStep(Dataset.FromValues([1e6]), mixture).Responsibilities.Row(0);

        // Two components at the same distance: a = ln π − ½Δ² differ by ln 2, but Δ² ≈ 1e12 makes each a a multiple of
        // 2⁻¹⁴, so r is right to 2⁻¹⁴ only; their sum is right to K roundings.
        Assert.Equal(1, row[0] + row[1] + row[2], Rounding.Gamma(6));
        Assert.Equal(2 / 3.0, row[2], 1 / 16384.0);
    }

    [Theory]
    [InlineData(CovarianceShape.Full)]
    [InlineData(CovarianceShape.Diagonal)]
    [InlineData(CovarianceShape.Spherical)]
    public void Seventy_dimensions_of_variance_1e_10_have_log_density_741_579_at_the_mean(CovarianceShape shape)
    {
        double[] mean = [.. Enumerable.Range(0, 70).Select(j => j / 7.0)];
        var mixture = GaussianMixture.Create([1], Table.FromRows([mean]), [Multiple(shape, 70, 1e-10)]);

        double logDensity = mixture.LogDensity(mean);

        // −35·ln 2π + 35·10·ln 10: 70 logarithms near 11.5, each good to 2 ulps, added up.
        double expected = 35 * ((10 * Math.Log(10)) - Math.Log(2 * Math.PI));
        Assert.Equal(741.579, Math.Round(logDensity, 3));
        Assert.Equal(expected, logDensity, Rounding.Gamma(70 + 8) * 70 * 23);
    }

    [Theory]
    [InlineData(CovarianceShape.Full)]
    [InlineData(CovarianceShape.Diagonal)]
    [InlineData(CovarianceShape.Spherical)]
    public void A_thousand_dimensions_of_variance_1e_3_have_log_determinant_minus_6907_755(CovarianceShape shape)
    {
        double logDeterminant = Multiple(shape, 1000, 1e-3).LogDeterminant;

        double expected = -3000 * Math.Log(10);
        Assert.Equal(-6907.755, Math.Round(logDeterminant, 3));
        Assert.Equal(expected, logDeterminant, Rounding.Gamma(1000 + 8) * -expected);
    }

    [Fact]
    public void Densities_underflow_to_0_and_reach_the_largest_doubles()
    {
        var narrow = GaussianMixture.Create([1], Table.FromRows([new double[30]]), [Covariance.Spherical(30, 1e-20)]);

        // p(0) = (2π·1e−20)^−15 = 10^(300 − 15·log₁₀ 2π); eˡ is as good as l is: |l|·2⁻⁵³ relative.
        double expected = Math.Exp(15 * (20 * Math.Log(10))) / Math.Pow(2 * Math.PI, 15);
        Assert.Equal(1, narrow.Density(new double[30]) / expected, 2000 * Rounding.Gamma(40));
        Assert.Equal(0, narrow.Density([.. Enumerable.Repeat(1.0, 30)]));
    }

    [Fact]
    public void A_subnormal_weight_has_its_own_logarithm()
    {
        var mixture = GaussianMixture.Univariate([double.Epsilon, 1], [0, 1e6], [1, 1]);

        // ln 2⁻¹⁰⁷⁴ − ½·ln 2π: the other component is 5e11 nats below.
        double expected = (-1074 * Math.Log(2)) - (0.5 * Math.Log(2 * Math.PI));
        Assert.Equal(expected, mixture.LogDensity([0]), 4 * Rounding.Unit * Math.Abs(expected));
    }

    [Fact]
    public void A_component_of_weight_0_adds_nothing()
    {
        var two = GaussianMixture.Univariate([0.4, 0.6], [0, 3], [1, 2]);
        var three = GaussianMixture.Univariate([0.4, 0, 0.6], [0, 1, 3], [1, 1e-3, 2]);
        var data = Examples.Data(100, 1, seed: 4);

        var (expected, found) = (Em.EStep(data, two), Em.EStep(data, three));

        Assert.Equal(expected.LogLikelihood, found.LogLikelihood);
        Assert.All(Enumerable.Range(0, 100), row =>
            Assert.Equal([expected.Responsibilities[row, 0], 0, expected.Responsibilities[row, 1]], found.Responsibilities.Row(row).ToArray()));
    }

    [Fact]
    public void A_row_whose_squared_distance_overflows_is_named()
    {
        var mixture = GaussianMixture.Univariate([1], [0], [1e-100]);

        var error = Assert.Throws<UnreachableRowException>(() => Em.EStep(Dataset.FromValues([0, 1, 1e120]), mixture));

        Assert.Contains("Row 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("overflow", error.Message, StringComparison.Ordinal);
    }

    private static Covariance Multiple(CovarianceShape shape, int dimension, double variance) => shape switch
    {
        CovarianceShape.Full => Covariance.Full(Table.Create(
            dimension,
            dimension,
            [.. Enumerable.Range(0, dimension * dimension).Select(i => i % (dimension + 1) == 0 ? variance : 0)])),
        CovarianceShape.Diagonal => Covariance.Diagonal(Enumerable.Repeat(variance, dimension)),
        _ => Covariance.Spherical(dimension, variance),
    };
}
