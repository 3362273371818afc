using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Families where digits are easily lost: nearly constant data, weights and scales far apart, very many rows.</summary>
public class ExtremeFamilyTests
{
    private const int Many = 1_000_000;

    /// <summary>α, β, x, ln p(x) with sixty digits (mpmath).</summary>
    public static TheoryData<double, double, double, double> GammaDensities => new()
    {
        { 1e15, 1e5, 10000000948.683298, -11.175401076526604 },
        { 1e15, 1e-100, 1e115, -248.44683603006458 },
        { 1e8, 2, 5.0004e7, -9.756194656611682 },
        { 300, 1e100, 2.9e-98, 226.35083780016817 },
        { 15.5, 3, 5, -1.171574286465458 },
        { 1, 1, 1, -1 },
        { 0.5, 1e-300, 1e-100, -230.83087424232927 },
        { 1e-8, 1, 1e-300, 672.35484025227822 },
        { 1e8, 1, 1e130, -1e130 },
        { 1, 1e300, 1e130, double.NegativeInfinity },
    };

    /// <summary>The terms are those of ln Γ below 16, ln α, ln x and the deviance, none larger than 100 and the result.</summary>
    [Theory]
    [MemberData(nameof(GammaDensities))]
    public void Gamma_densities_do_not_cancel(double shape, double rate, double value, double expected)
    {
        double found = Family.Gamma.LogDensity(new Gamma(shape, rate), [value]);

        Assert.True(found == expected || (double.IsFinite(expected) && Math.Abs(found - expected) <= 4 * (100 + Math.Abs(expected)) * Math.ScaleB(1, -53)), $"{found:R}");
    }

    /// <summary>Of 1 − c and 1 + c, s = −½·ln(1 − c²). The shape is as good as s, which is the sum of some twenty rounded terms.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(-10)]
    [InlineData(-20)]
    [InlineData(-32)]
    public void Nearly_constant_data_have_the_shape_of_their_spread(int exponent)
    {
        double c = Math.ScaleB(1, exponent);
        double spread = -0.5 * SpecialFunctions.LogOnePlus(-c * c);

        double shape = Of(Family.Gamma, Dataset.FromValues([1 - c, 1 + c])).Shape;

        Assert.Equal(1, SpecialFunctions.LogMinusDigamma(shape) / spread, 64 * Math.ScaleB(1, -53));
    }

    /// <summary>mpmath: the root of ln α − ψ(α) = s.</summary>
    [Fact]
    public void The_shape_of_gamma_is_found_however_far_values_are_apart()
    {
        Assert.Equal(1, Of(Family.Gamma, Dataset.FromValues([1e-300, 1e100])).Shape / 0.0021487213083965888, 1e-14);
        Assert.Equal(1, Of(Family.Gamma, Dataset.FromValues([1e8, 1e8 + 1, 1e8 + 2])).Shape / 15000000300000001, 1e-14);
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-7)]
    [InlineData(1e-9)]
    public void Gammas_of_nearly_constant_data_climb(double variation)
    {
        var data = Dataset.FromValues(Enumerable.Range(0, 200).Select(i => 1 + (variation * Math.Sin(i * i))));
        var steps = Em.Iterate(data, Initial.Random(data, Family.Gamma, 2, seed: 1)).Take(100).ToArray();

        Assert.All(
            steps.Zip(steps.Skip(1)),
            pair => Assert.True(pair.First.Objective.Value - pair.Second.Objective.Value <= pair.Second.Objective.Rounding));
    }

    /// <summary>The first row is far off and weighs next to nothing: with it the mean is (1 + 3)/3, without it 1.</summary>
    [Fact]
    public void A_mean_does_not_lose_its_digits_to_a_row_that_hardly_counts()
    {
        var data = Dataset.FromValues([1e15, 1, 1, 1]).WithWeights([1e-15, 1, 1, 1]);
        Assert.Equal(4 / 3.0, Of(Family.Poisson, data).Rate, 1e-15);
        Assert.Equal(0.75, Of(Family.Exponential, data).Rate, 1e-15);
        var gamma = Of(Family.Gamma, data);
        Assert.Equal(4 / 3.0, gamma.Shape / gamma.Rate, 1e-15);

        var rare = Dataset.FromValues([1, 0, 0, 0]).WithWeights([3e-20, 1, 1, 1]);
        Assert.Equal(1e-20, Of(Family.Bernoulli, rare).Probabilities[0], 1e-35);
        Assert.Equal(1e-20, Of(Family.Binomial(1), rare).Probability, 1e-35);
        Assert.Equal(1e-20, Of(Family.Poisson, rare).Rate, 1e-35);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-20)]
    [InlineData(1e-10)]
    public void Failures_are_as_exact_as_successes(double probability) => Assert.Equal(
        1, Family.Bernoulli.LogDensity(new Bernoulli(probability), [0]) / (-probability * (1 + (probability / 2))), 4 * Math.ScaleB(1, -53));

    /// <summary>Equal terms, added one by one, are rounded in the same direction for as long as their sum has the same exponent.</summary>
    [Fact]
    public void The_sum_over_a_million_rows_is_within_its_rounding()
    {
        var family = Family.Exponential;
        var distribution = new Exponential(0.37);
        var data = Dataset.FromValues(Enumerable.Range(0, Many).Select(row => row % 2 == 0 ? 3.3 : 1.1));
        double expected = Many / 2 * (family.LogDensity(distribution, [3.3]) + family.LogDensity(distribution, [1.1]));

        var first = Em.Iterate(data, Mixture.Of(family, [1], [distribution])).First();

        Assert.Equal(expected, first.LogLikelihood, first.Objective.Rounding);
        Assert.Equal(expected, Estimate.LogLikelihood(family, distribution, data), first.Objective.Rounding);
    }

    [Fact]
    public void The_inertia_of_a_million_rows_is_within_its_rounding()
    {
        double apart = Math.Sqrt(0.1);
        var data = Dataset.FromValues(Enumerable.Range(0, Many).Select(row => row % 2 == 0 ? apart : -apart));

        var first = Clustering.KMeans(data, Table.FromRows([[0.0]])).First();

        Assert.Equal(Many * (apart * apart), first.Inertia, first.Objective.Rounding);
    }

    /// <summary>mpmath: D, ν, and the standard error of ν that one observation leaves. What cancels is of the size ν⁻², what is left ν⁻⁴.</summary>
    [Theory]
    [InlineData(1, 30, 759.61296906038175)]
    [InlineData(1, 1000, 817313.34967322911)]
    [InlineData(1, 16000, 209036188.93495823)]
    [InlineData(3, 30, 361.3757218968499)]
    [InlineData(3, 16000, 93495510.147672394)]
    public void The_error_of_many_degrees_of_freedom_keeps_what_digits_it_can(int dimension, double degrees, double expected)
    {
        var scatter = Covariance.Full(Table.FromRows(Identity(dimension)));
        var parameters = Family.StudentT.Parameters(new StudentT(new double[dimension], scatter, degrees), 1);

        Assert.Equal(1, parameters[^1].StandardError!.Value / expected, 64 * degrees * degrees * Math.ScaleB(1, -53));
    }

    /// <summary>
    /// The Fisher information of one observation of Σ = (2 ½; ½ 1) and ν, integrated numerically and inverted with 25 digits (mpmath);
    /// at either edge ν counts as known.
    /// </summary>
    [Theory]
    [InlineData(5, 4.0426299784740556, 1.8087090897733033, 2.0213149892370278, 17.5)]
    [InlineData(StudentT.LargestDegrees, 2.8286860525962633, 1.5001017118790863, 1.4143430262981317, null)]
    [InlineData(StudentT.SmallestDegrees, 16.367003020675101, 4.4932609471734378, 8.1835015103375505, null)]
    public void Student_in_two_columns_has_the_errors_of_its_information(double degrees, double first, double both, double second, double? ofDegrees)
    {
        var scatter = Covariance.Full(Table.FromRows([[2, 0.5], [0.5, 1]]));
        var parameters = Family.StudentT.Parameters(new StudentT([0, 0], scatter, degrees), 1);

        Assert.Equal([first, both, second], parameters[2..5].Select(each => each.StandardError!.Value), (one, other) => Math.Abs((one / other) - 1) < 1e-12);
        Assert.Equal(ofDegrees is null, parameters[5].StandardError is null);
        Assert.Equal(ofDegrees ?? 0, parameters[5].StandardError ?? 0, 1e-11);
        Assert.Equal(ofDegrees is null, parameters[5].IsBoundary);
    }

    /// <summary>All but nothing of the weight lies at 10⁻³⁰⁶, so close together that the shape is above 400: over the mean, beyond the largest number.</summary>
    [Fact]
    public void A_rate_beyond_the_largest_number_is_no_maximum()
    {
        var data = Dataset.FromValues([1e-306, 1.1e-306, 1]).WithWeights([1, 1, 1e-320]);

        var cause = Family.Gamma.MaximumLikelihood(data).Match<Degeneracy?>(_ => null, cause => cause);
        Assert.Equal(("rate", double.PositiveInfinity), cause is Degeneracy.NoMaximum none ? (none.Parameter, none.Limit) : default);
    }

    /// <summary>A unit that is a power of two rounds nothing.</summary>
    [Theory]
    [InlineData(332)]
    [InlineData(-332)]
    public void Standard_errors_have_the_units_of_their_covariances(int exponent)
    {
        double[][] rows = [[0, 0], [2, 1], [0, 2], [2, 3], [1, 7]];
        double unit = Math.ScaleB(1, exponent);
        var plain = Dataset.FromRows(rows);
        var scaled = Dataset.FromRows(rows.Select(row => row.Select(value => value * unit)));

        Compare(Family.Gaussian(), Of(Family.Gaussian(), plain), Of(Family.Gaussian(), scaled));
        var (gaussian, large) = (Of(Family.Gaussian(), plain), Of(Family.Gaussian(), scaled));
        Compare(
            Family.StudentT, new StudentT(gaussian.Mean, gaussian.Covariance, 5), new StudentT(large.Mean, large.Covariance, 5));

        void Compare<TDistribution>(IFamily<TDistribution> family, TDistribution one, TDistribution other)
            where TDistribution : notnull, IEquatable<TDistribution> =>
            Assert.All(
                family.Parameters(one, 5).Zip(family.Parameters(other, 5)).Where(pair => pair.First.Name is "variance" or "scatter" or "covariance"),
                pair => Assert.Equal(pair.First.StandardError * unit * unit, pair.Second.StandardError));
    }

    /// <summary>Known rows that weigh next to nothing beside the others cannot move a centre, but they are a start.</summary>
    [Fact]
    public void Known_rows_may_weigh_next_to_nothing()
    {
        var data = Dataset.FromValues([0, 10, 10.5, 11, 9, 9.5]).WithWeights([1e-20, 1e-20, 1, 1, 1, 1]);
        int?[] labels = [0, 1, null, null, null, null];

        Assert.Equal(2, Initial.FromLabels(data, Family.Normal, labels).ComponentCount);
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(data, labels));
    }

    private static IEnumerable<double[]> Identity(int dimension) => Enumerable.Range(0, dimension)
        .Select(i => Enumerable.Range(0, dimension).Select(j => i == j ? 1.0 : 0).ToArray());

    private static TDistribution Of<TDistribution>(IEstimator<TDistribution> family, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        family.MaximumLikelihood(data).Or(cause => throw new InvalidOperationException(cause.Message));
}
