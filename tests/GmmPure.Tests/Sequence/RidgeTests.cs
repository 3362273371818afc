using GmmPure.Textbook;

namespace GmmPure.Tests;

/// <summary>A ridge added after the M-step keeps covariances apart from 0, and does not climb the likelihood.</summary>
public class RidgeTests
{
    private static readonly Dataset Data = Dataset.FromValues([0, 0, 1, 3, 3]);

    private static readonly GaussianMixture Start = GaussianMixture.Univariate([0.5, 0.5], [0, 4], [1, 1]);

    private static readonly EmOptions WithRidge = new() { Ridge = 1 };

    [Fact]
    public void The_log_likelihood_may_fall()
    {
        var climbs = Em.Iterate(Data, Start, WithRidge).Take(3).Select(step => Math.Round(step.LogLikelihood, 4));
        var textbook = Equations<double>
            .Iterate(TextbookData<double>.From(Data), TextbookMixture<double>.From(Start), ridge: 1)
            .Take(3).Select(step => Math.Round(step.LogLikelihood, 4));

        Assert.Equal([-9.5053, -8.3283, -8.5658], climbs);
        Assert.Equal([-9.5053, -8.3283, -8.5658], textbook);
    }

    [Fact]
    public void With_a_ridge_convergence_is_judged_by_the_gains_size()
    {
        var history = Em.Iterate(Data, Start, WithRidge);

        // The second step loses 0.24: no gain at all, but no standstill either.
        var last = history.Take(1000).TakeUntilConverged(Convergence.TotalGain(1e-9)).Last();

        Assert.All(history.Take(3), step => Assert.False(step.Objective.IsMonotone));
        Assert.True(last.Index > 2);
        Assert.True(last.IsConverged);
    }

    [Fact]
    public void Each_element_says_its_ridge_whatever_makes_the_passes()
    {
        Expect engine = (mixture, reference) => Em.Pass(Data, mixture, reference: reference);
        var history = Em.Iterate(Data, Start, WithRidge).Take(3).ToArray();

        Assert.All(history, step => Assert.Equal(1, step.Ridge));
        Assert.Equal(history, Em.Iterate(Data.Summary, Start, engine, WithRidge).Take(3));
    }

    [Fact]
    public void A_ridge_is_added_to_the_diagonal_of_every_structure()
    {
        var data = Examples.Data(100, 3, seed: 8);
        Assert.All(CovarianceStructure.All, structure =>
        {
            var start = Examples.Mixture(structure, 2, 3, seed: 9);
            var without = Em.Step(data, start).Or(cause => throw new InvalidOperationException(cause.Message));
            var with = Em.Step(data, start, new EmOptions { Ridge = 0.25 }).Or(cause => throw new InvalidOperationException(cause.Message));

            Assert.Equal(without.Means, with.Means);
            Assert.Equal(without.Weights, with.Weights);
            Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(
                without.Covariances[1][i / 3, i % 3] + (i % 4 == 0 ? 0.25 : 0), with.Covariances[1][i / 3, i % 3]));
        });
    }

    [Fact]
    public void A_ridge_keeps_a_constant_column_and_a_single_row_from_collapsing()
    {
        var data = Dataset.FromRows([[0, 7], [1, 7], [0, 7], [1, 7], [100, 7]]);
        var unit = Covariance.Diagonal([1, 1]);
        var start = GaussianMixture.Create([0.5, 0.5], Table.FromRows([[0.5, 7], [100, 7]]), [unit, unit]);

        Assert.True(Em.Iterate(data, start).First().IsDegenerate);
        Assert.DoesNotContain(Em.Iterate(data, start, new EmOptions { Ridge = 1e-6 }).Take(20), step => step.IsDegenerate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(EmOptions.LargestRidge)]
    public void The_least_and_the_largest_ridge_are_accepted(double ridge) => Assert.Equal(ridge, new EmOptions { Ridge = ridge }.Ridge);

    [Theory]
    [InlineData(-1e-9)]
    [InlineData(1.0000001 * EmOptions.LargestRidge)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_ridge_is_finite_and_not_negative(double ridge) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EmOptions { Ridge = ridge });
}
