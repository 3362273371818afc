using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Families where digits are easily lost: nearly constant data, weights and scales far apart, very many rows.</summary>
public class ExtremeFamilyTests
{
    private const int Many = 1_000_000;

    /// <summary>The first row is far off and weighs next to nothing: with it the mean is (1 + 3)/3, without it 1.</summary>
    [Fact]
    public void A_mean_does_not_lose_its_digits_to_a_row_that_hardly_counts()
    {
        var data = Dataset.FromValues([1e15, 1, 1, 1]).WithWeights([1e-15, 1, 1, 1]);
        Assert.Equal(4 / 3.0, Of(Family.Poisson, data).Rate, 1e-15);
        Assert.Equal(0.75, Of(Family.Exponential, data).Rate, 1e-15);

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

        Assert.Equal(expected, first.LogLikelihood, first.ObjectiveRounding);
        Assert.Equal(expected, Estimate.LogLikelihood(family, distribution, data), first.ObjectiveRounding);
    }

    [Fact]
    public void The_inertia_of_a_million_rows_is_within_its_rounding()
    {
        double apart = Math.Sqrt(0.1);
        var data = Dataset.FromValues(Enumerable.Range(0, Many).Select(row => row % 2 == 0 ? apart : -apart));

        var first = Clustering.KMeans(data, Table.FromRows([[0.0]])).First();

        Assert.Equal(Many * (apart * apart), first.Inertia, first.ObjectiveRounding);
    }

    private static TDistribution Of<TDistribution>(IEstimator<TDistribution> family, Dataset data)
        where TDistribution : notnull, IEquatable<TDistribution> =>
        family.MaximumLikelihood(data).Or(cause => throw new InvalidOperationException(cause.Message));
}
