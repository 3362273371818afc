using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Maximum likelihood of one distribution: what course notes work out, and what R computes.</summary>
public class EstimateTests
{
    private static readonly double[] Positive = [0.5, 1.2, 3.4, 2.2, 0.9, 1.7, 4.1, 2.8];

    [Fact]
    public void Sixty_one_heads_of_a_hundred()
    {
        var tosses = Dataset.FromValues([61]);

        var estimate = Of(Family.Binomial(100), tosses);

        Assert.Equal(0.61, estimate.Distribution.Probability);
        Assert.Equal(-2.5062406781058115, estimate.LogLikelihood, 1e-13);
        Assert.Equal(Math.Sqrt(0.61 * 0.39 / 100), Assert.Single(estimate.Parameters).StandardError!.Value, 1e-16);
        Assert.Equal("the share of successes in all trials", estimate.Estimator);

        var each = Dataset.FromValues([1, 0]).WithWeights([61, 39]);
        Assert.Equal(0.61, Of(Family.Bernoulli, each).Distribution.Probabilities[0], 1e-16);
    }

    [Fact]
    public void Of_a_finite_set_of_candidates_the_most_likely()
    {
        var tosses = Dataset.FromValues([61]);
        Binomial[] candidates = [new(100, 1 / 3.0), new(100, 0.5), new(100, 2 / 3.0)];

        var estimate = Of(Family.Among(Family.Binomial(100), candidates), tosses);
        double[] likelihoods =
            [.. candidates.Select(candidate => Math.Exp(Estimate.LogLikelihood(Family.Binomial(100), candidate, tosses)))];

        Assert.Equal(2 / 3.0, estimate.Distribution.Probability);
        Assert.Equal(9.6151984557219706e-09, likelihoods[0], 1e-21);
        Assert.Equal(0.0071107322699265575, likelihoods[1], 1e-15);
        Assert.Equal(0.04032906534362881, likelihoods[2], 1e-15);
        Assert.Equal(likelihoods[2], Math.Exp(estimate.LogLikelihood));
        Assert.Null(estimate.Parameters[0].StandardError);
        Assert.Equal("the most likely of 3 candidates", estimate.Estimator);
        var none = Estimate.Of(Family.Among(Family.Binomial(100), new Binomial(100, 0)), tosses);
        Assert.Equal("the likelihood is 0 whatever the candidate", Assert.IsType<Degeneracy.NoMaximum>(Fault(none)).Message);
    }

    [Fact]
    public void Two_ones_in_six() =>
        Assert.Equal(1 / 3.0, Of(Family.Bernoulli, Dataset.FromValues([0, 1, 0, 0, 1, 0])).Distribution.Probabilities[0]);

    [Fact]
    public void Poisson_is_the_sample_mean()
    {
        var estimate = Of(Family.Poisson, Dataset.FromValues([3, 1, 4, 1, 5, 9, 2, 6]));

        Assert.Equal(3.875, estimate.Distribution.Rate);
        Assert.Equal(-18.840615368044944, estimate.LogLikelihood, 1e-13);
        Assert.Equal(Math.Sqrt(3.875 / 8), estimate.Parameters[0].StandardError!.Value, 1e-15);
    }

    [Fact]
    public void Normal_is_the_mean_and_the_biased_variance()
    {
        var estimate = Of(Family.Normal, Dataset.FromValues(Positive));

        Assert.Equal(2.1, estimate.Distribution.Mean, 1e-15);
        Assert.Equal(1.395, estimate.Distribution.Variance, 1e-15);
        Assert.Equal(-12.683085926730698, estimate.LogLikelihood, 1e-13);
        Assert.Equal(Math.Sqrt(1.395 / 8), estimate.Parameters[0].StandardError!.Value, 1e-15);
        Assert.Equal(1.395 / 2, estimate.Parameters[1].StandardError!.Value, 1e-15);
    }

    [Fact]
    public void Exponential_is_one_over_the_mean()
    {
        var estimate = Of(Family.Exponential, Dataset.FromValues(Positive));

        Assert.Equal(1 / 2.1, estimate.Distribution.Rate, 1e-15);
        Assert.Equal(-13.935498757835019, estimate.LogLikelihood, 1e-13);
        Assert.Equal(1 / 2.1 / Math.Sqrt(8), estimate.Parameters[0].StandardError!.Value, 1e-15);
    }

    /// <summary>R: uniroot on log(a) - digamma(a), and solve on the information matrix.</summary>
    [Fact]
    public void Gamma_is_that_of_R()
    {
        var estimate = Of(Family.Gamma, Dataset.FromValues(Positive));

        Assert.Equal(2.7057574279766445, estimate.Distribution.Shape, 1e-13);
        Assert.Equal(1.2884559180841164, estimate.Distribution.Rate, 1e-13);
        Assert.Equal(-12.225784419481981, estimate.LogLikelihood, 1e-13);
        Assert.Equal(1.2782885838633469, estimate.Parameters[0].StandardError!.Value, 1e-12);
        Assert.Equal(0.66874529385801496, estimate.Parameters[1].StandardError!.Value, 1e-12);
    }

    /// <summary>Of x² and 1 the logarithm of the mean is ln cosh ln x above the mean logarithm: data for any shape.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(1e3)]
    [InlineData(1e6)]
    public void The_shape_of_gamma_solves_its_equation(double shape)
    {
        double x = Math.Exp(-Math.Acosh(Math.Exp(SpecialFunctions.LogMinusDigamma(shape))));

        double found = Of(Family.Gamma, Dataset.FromValues([x * x, 1])).Distribution.Shape;

        // The data are off by an ulp or so, of which the spread, 1/(2·shape), is a small part.
        Assert.Equal(1, found / shape, 1e-14 * (10 + shape));
    }

    /// <summary>R: optim and Newton steps on the sum of dt; the information of Lange, Little and Taylor in one dimension.</summary>
    [Fact]
    public void Student_is_that_of_R()
    {
        var estimate = Of(Family.StudentT, Dataset.FromValues([-4.2, -1.1, -0.7, -0.3, 0.1, 0.2, 0.4, 0.8, 1.5, 9.6]));

        Assert.Equal(-21.738193118901769, estimate.LogLikelihood, 1e-12);
        Assert.Equal(0.08705234145908794, estimate.Distribution.Location[0], 1e-6);
        Assert.Equal(0.49604663960671147, estimate.Distribution.Scatter[0, 0], 1e-6);
        Assert.Equal(1.0058528815431522, estimate.Distribution.DegreesOfFreedom, 1e-6);
        Assert.Equal(0.3147452722246874, estimate.Parameters[0].StandardError!.Value, 1e-6);
        Assert.Equal(0.52176878683346473, estimate.Parameters[1].StandardError!.Value, 1e-6);
        Assert.Equal(0.56157329576036918, estimate.Parameters[2].StandardError!.Value, 1e-6);
    }

    [Fact]
    public void Student_of_many_degrees_is_a_Gaussian_and_says_that_it_stands_at_the_edge()
    {
        var data = Dataset.FromValues([-1, 1, -1, 1, 0]);
        var student = Of(Family.StudentT, data);

        Assert.Equal(StudentT.LargestDegrees, student.Distribution.DegreesOfFreedom);
        Assert.True(student.IsBoundary);
        Assert.Equal(Of(Family.Normal, data).LogLikelihood, student.LogLikelihood, 1e-3);
    }

    [Fact]
    public void Uniform_is_a_boundary_maximum_without_standard_errors()
    {
        var estimate = Of(Family.Uniform, Dataset.FromValues([3, 1, 2, 7, 5]));

        Assert.Equal(new Uniform(1, 7), estimate.Distribution);
        Assert.Equal(-5 * Math.Log(6), estimate.LogLikelihood, 1e-14);
        Assert.True(estimate.IsBoundary);
        Assert.All(estimate.Parameters, parameter => Assert.True(parameter is { StandardError: null, IsBoundary: true }));
        Assert.Equal(estimate.Distribution, Of(Family.Uniform, Dataset.FromValues([0, 3, 1, 7, 9]).WithWeights([0, 2, 1, 1, 0])).Distribution);
        Assert.Contains("boundary maximum", estimate.Estimator, StringComparison.Ordinal);
    }

    [Fact]
    public void Categories_are_counted()
    {
        var estimate = Of(Family.Categorical(3, 2), Dataset.FromRows([[0, 1], [2, 1], [2, 1], [1, 1]]));

        Assert.Equal(new Categorical([0.25, 0.25, 0.5], [0, 1]), estimate.Distribution);
        Assert.Equal(3, estimate.FreeParameters);
        Assert.True(estimate.IsBoundary);
    }

    /// <summary>p = 0, ½ and 1.</summary>
    [Fact]
    public void A_probability_that_is_certain_has_no_standard_error()
    {
        var parameters = Of(Family.Bernoulli, Dataset.FromRows([[0, 1, 1], [0, 0, 1]])).Parameters;

        Assert.Equal([null, Math.Sqrt(0.25 / 2), null], parameters.Select(parameter => parameter.StandardError));
        Assert.Equal([true, false, true], parameters.Select(parameter => parameter.IsBoundary));
    }

    [Fact]
    public void Gaussians_have_the_errors_of_their_information()
    {
        var estimate = Of(Family.Gaussian(), Dataset.FromRows([[0, 0], [2, 1], [0, 2], [2, 3]]));

        Assert.Equal(5, estimate.FreeParameters);
        Assert.Equal(["mean", "mean", "variance", "covariance", "variance"], estimate.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([1, 1.5, 1, 0.5, 1.25], estimate.Parameters.Select(parameter => parameter.Value));
        Assert.Equal(Math.Sqrt((1.25 + 0.25) / 4), estimate.Parameters[3].StandardError!.Value, 1e-15);
        Assert.Equal([0.5, Math.Sqrt(1.25 / 4)], estimate.Parameters[..2].Select(parameter => parameter.StandardError!.Value));
    }

    /// <summary>Variances 1 and 1.25 of four rows; a ball has their mean, of eight numbers.</summary>
    [Theory]
    [InlineData("diagonal", new[] { 1, 1.25 }, 0.5)]
    [InlineData("spherical", new[] { 1.125 }, 0.25)]
    public void Variances_have_the_errors_of_their_information(string name, double[] variances, double relativeSquare)
    {
        var family = Family.Gaussian(Examples.Structure(name));
        var found = Of(family, Dataset.FromRows([[0, 0], [2, 1], [0, 2], [2, 3]])).Parameters[2..];

        Assert.Equal(variances, found.Select(parameter => parameter.Value));
        Assert.Equal(variances.Select(variance => variance * Math.Sqrt(relativeSquare)), found.Select(parameter => parameter.StandardError!.Value));
    }

    [Fact]
    public void Data_without_an_estimate_are_a_value_that_says_so()
    {
        var zeros = Dataset.FromValues([0, 0, 0]);
        var twos = Dataset.FromValues([2, 2, 2]);

        Assert.Equal(
            "the likelihood has no maximum: it rises as the rate goes to 0", Fault(Estimate.Of(Family.Poisson, zeros)).Message);
        Assert.Equal(
            "the likelihood has no maximum: it rises as the shape goes to infinity", Fault(Estimate.Of(Family.Gamma, twos)).Message);
        Assert.IsType<Degeneracy.NoMaximum>(Fault(Estimate.Of(Family.Exponential, zeros)));
        Assert.IsType<Degeneracy.NoMaximum>(Fault(Estimate.Of(Family.Uniform, twos)));
        Assert.IsType<Degeneracy.Singular>(Fault(Estimate.Of(Family.Normal, twos)));
        Assert.IsType<Degeneracy.Singular>(Fault(Estimate.Of(Family.StudentT, twos)));
        Assert.IsType<Degeneracy.Singular>(Fault(Estimate.Of(Family.StudentT, Dataset.FromValues([0, 0, 0, 0, 0, 0, 1]))));
    }

    [Fact]
    public void Values_outside_the_support_are_named_by_row_and_column()
    {
        Outside(Family.Poisson, [[1], [-1]], "Row 1, column 0: -1 is not a whole number from 0 on");
        Outside(Family.Poisson, [[1.5]], "Row 0, column 0: 1.5 is not");
        Outside(Family.Bernoulli, [[0, 1], [1, 2]], "Row 1, column 1: 2 is not 0 or 1");
        Outside(Family.Gamma, [[1], [0]], "Row 1, column 0: 0 is not a number above 0");
        Outside(Family.Exponential, [[-0.5]], "Row 0, column 0: -0.5 is not a number from 0 on");
        Outside(Family.Binomial(10), [[10], [11]], "Row 1, column 0: 11 is not a whole number from 0 to 10");
        Outside(Family.Categorical(3, 2), [[2, 2]], "Row 0, column 1: 2 is not 0 or 1");
        Outside(Family.Poisson, [[1, 2]], "An observation of poisson has 1 columns, not 2");
    }

    private static void Outside<TDistribution>(IEstimator<TDistribution> family, double[][] rows, string message)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Assert.Contains(
            message, Assert.Throws<ArgumentException>(() => Estimate.Of(family, Dataset.FromRows(rows))).Message, StringComparison.Ordinal);

    private static Estimate<TDistribution> Of<TDistribution>(IEstimator<TDistribution> family, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        Estimate.Of(family, data).Or(cause => throw new InvalidOperationException(cause.Message));

    private static Degeneracy Fault<TDistribution>(Outcome<Estimate<TDistribution>, Degeneracy> outcome)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        outcome.Match(_ => throw new InvalidOperationException("There is an estimate."), cause => cause);
}
