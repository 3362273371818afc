namespace GmmPure.Tests;

/// <summary>The same data far from the origin, and very small and very large.</summary>
public class ExtremeDataTests
{
    private const double Offset = 1e8;

    /// <summary>Numbers that are multiples of 2⁻²⁰ below 4: 1e8 plus any of them, and their differences, are exact.</summary>
    private static readonly ImmutableArray<double> Values =
        [.. Enumerable.Range(0, 60).Select(i => Grid((i % 3 == 0 ? -1 : 1) + (0.4 * Math.Sin(i * i))))];

    private static readonly GaussianMixture Start = GaussianMixture.Univariate([0.5, 0.5], [-0.75, 0.5], [0.25, 0.25]);

    [Fact]
    public void A_step_at_1e8_plus_or_minus_1_is_the_same_step_as_at_0()
    {
        var near = Step(Dataset.FromValues(Values), Start);
        var far = Step(Dataset.FromValues(Values.Select(x => Offset + x)), Start.WithMeans(Moved(Start.Means)));

        // Every x − μ is the same exact number, and the statistics are about μ.
        Assert.Equal(near.Weights, far.Weights);

        // The mean is one sum, rounded at 1e8: to half an ulp of 2⁻²⁶. The variance is about the rounded mean, which adds
        // the rounding's square to it, and came by 8 operations from mean squares of at most (1.4 + 0.75)² < 5.
        double meanRounding = Math.ScaleB(1, -27);
        Assert.All(Enumerable.Range(0, 2), k =>
        {
            Assert.Equal(near.Means[k, 0], far.Means[k, 0] - Offset, meanRounding + Rounding.Unit);
            Assert.Equal(near.Covariances[k][0, 0], far.Covariances[k][0, 0], (meanRounding * meanRounding) + (5 * Rounding.Gamma(8)));
        });
    }

    [Fact]
    public void A_fit_at_1e8_plus_or_minus_1_climbs_as_high()
    {
        double near = Fitted(Dataset.FromValues(Values), Start).LogLikelihood;
        double far = Fitted(Dataset.FromValues(Values.Select(x => Offset + x)), Start.WithMeans(Moved(Start.Means))).LogLikelihood;

        // At a maximum a mean that must be a multiple of 2⁻²⁶ loses at most N·½·(2⁻²⁷/σ)² with σ > 0.2; sums of N terms.
        double meanRounding = 60 * 0.5 * Math.Pow(Math.ScaleB(1, -27) / 0.2, 2);
        Assert.Equal(near, far, meanRounding + (60 * 4 * Rounding.Gamma(60 + 16)));
    }

    [Theory]
    [InlineData(Offset)]
    [InlineData(1099511627776)]
    public void Means_and_variances_of_columns_keep_their_digits_far_from_the_origin(double offset)
    {
        // Multiples of 2⁻¹², which stay exact beside 2⁴⁰. There a mean is rounded to a multiple of 2⁻¹², by up to 2⁻¹³:
        // squared, that is 1e−8 of the variance, if it were not corrected for.
        ImmutableArray<double> coarse = [.. Values.Select(x => Math.Round(x * 4096) / 4096)];
        var near = Dataset.FromValues(coarse);
        var far = Dataset.FromValues(coarse.Select(x => offset + x));

        // What stays is N-fold rounding of squares, of which none is above 4 variances.
        Assert.Equal(near.ColumnMeans[0], far.ColumnMeans[0] - offset, 2 * Rounding.Unit * offset);
        Assert.Equal(near.ColumnVariances[0], far.ColumnVariances[0], 4 * Rounding.Gamma(2 * 60) * near.ColumnVariances[0]);
    }

    [Theory]
    [InlineData(1e-120)]
    [InlineData(1e120)]
    public void A_fit_of_tiny_or_huge_numbers_is_the_scaled_fit(double scale)
    {
        var plain = Fitted(Dataset.FromValues(Values), Start);
        var start = GaussianMixture.Univariate(
            Start.Weights, Start.Means.Elements.Select(mean => mean * scale), Start.Covariances.Select(c => c[0, 0] * scale * scale));
        var scaled = Fitted(Dataset.FromValues(Values.Select(x => x * scale)), start);

        // ln p shifts by −ln s ≈ ∓276, which is then the size that is rounded, in each of N terms and in each ln πₖ𝒩ₖ.
        double expected = plain.LogLikelihood - (60 * Math.Log(scale));
        Assert.Equal(expected, scaled.LogLikelihood, 60 * 280 * Rounding.Gamma(16));

        // A fixed point: the gradient is flat to √ of ℓ's rounding over its curvature N/σ² with σ > 0.2, here in σ's units.
        double flat = 0.2 * Math.Sqrt(2 * 280 * Rounding.Gamma(16));
        Assert.All(Enumerable.Range(0, 2), k =>
        {
            Assert.Equal(plain.Model.Means[k, 0], scaled.Model.Means[k, 0] / scale, 4 * flat);
            Assert.Equal(plain.Model.Covariances[k][0, 0], scaled.Model.Covariances[k][0, 0] / scale / scale, 4 * flat);
        });
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public void A_scale_that_is_a_power_of_two_scales_one_component_exactly(int exponent)
    {
        double scale = Math.ScaleB(1, exponent);
        var start = GaussianMixture.Univariate([1], [0.5], [1]);
        var scaledStart = GaussianMixture.Univariate([1], [0.5 * scale], [scale * scale]);

        var plain = Step(Dataset.FromValues(Values), start);
        var scaled = Step(Dataset.FromValues(Values.Select(x => x * scale)), scaledStart);

        Assert.Equal(plain.Means[0, 0] * scale, scaled.Means[0, 0]);
        Assert.Equal(plain.Covariances[0][0, 0] * scale * scale, scaled.Covariances[0][0, 0]);
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(-1e136)]
    public void A_value_whose_square_would_overflow_is_refused_by_row_and_column(double value)
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.FromRows([[0, 1], [2, value]]));

        Assert.Contains("Row 1, column 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("overflow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_whose_squares_would_underflow_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Dataset.FromRows([[0, 1e-200], [2, 2e-200], [3, 3e-200]]));

        Assert.Contains("Column 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("underflow", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_far_from_the_data_costs_the_first_step_no_digits()
    {
        // One component: whatever the start, the first step is the closed form.
        var data = Dataset.FromValues(Values.Select(x => Offset + x));
        var start = GaussianMixture.Univariate([1], [0], [1e16]);

        var next = Step(data, start);

        // Sums of N squares about a point within the data; the points' spread is below 3 deviations.
        Assert.Equal(data.ColumnMeans[0], next.Means[0, 0], 4 * Rounding.Unit * Offset);
        Assert.Equal(data.ColumnVariances[0], next.Covariances[0][0, 0], 9 * Rounding.Gamma(4 * 60) * data.ColumnVariances[0]);
    }

    [Fact]
    public void A_constant_column_is_named_in_the_first_step_wherever_the_start_is()
    {
        var random = new Random(5);
        Assert.All(Enumerable.Range(0, 500), _ =>
        {
            double constant = 3 * random.NextDouble();
            var data = Dataset.FromRows(Enumerable.Range(0, 20).Select(_ => new[] { random.NextDouble(), constant }));
            var wide = Covariance.Diagonal([1, 1e4]);
            var means = Table.FromRows([[0, random.NextDouble()], [1, 100 * random.NextDouble()]]);
            var start = GaussianMixture.Create([0.5, 0.5], means, [wide, wide]);

            var cause = Em.Step(data, start).Match<Degeneracy?>(_ => null, fault => fault);

            Assert.Equal(1, Assert.IsType<Degeneracy.Singular>(cause).Column);
        });
    }

    private static double Grid(double value) => Math.Round(value * (1 << 20)) / (1 << 20);

    private static Table Moved(Table means) => Table.FromRows(means.Rows.Select(row => row.Select(x => Offset + x)));

    private static GaussianMixture Step(Dataset data, GaussianMixture mixture) =>
        Em.Step(data, mixture).Or(cause => throw new InvalidOperationException(cause.Message));

    private static Iteration<GaussianMixture> Fitted(Dataset data, GaussianMixture start) => Em.Iterate(data, start).ElementAt(300);
}
