namespace GmmPure.Tests;

public class CriteriaTests
{
    /// <summary>K = 3, D = 4: 2 weights, 12 means, and the covariances' own.</summary>
    [Theory]
    [InlineData("full", 14 + 30)]
    [InlineData("tied", 14 + 10)]
    [InlineData("diagonal", 14 + 12)]
    [InlineData("tied-diagonal", 14 + 4)]
    [InlineData("spherical", 14 + 3)]
    [InlineData("tied-spherical", 14 + 1)]
    public void Free_parameters_are_counted_by_structure(string structure, int count) =>
        Assert.Equal(count, Examples.Mixture(Examples.Structure(structure), 3, 4, seed: 1).FreeParameters);

    [Fact]
    public void Lower_is_better_and_N_is_the_total_weight()
    {
        var mixture = Examples.Mixture(CovarianceStructure.Diagonal, 2, 3, seed: 1);
        var data = Examples.Weighted(Examples.Data(50, 3, seed: 2), seed: 3);
        double logLikelihood = Em.EStep(data, mixture).LogLikelihood;

        Assert.Equal(logLikelihood, mixture.LogLikelihood(data));
        Assert.Equal((-2 * logLikelihood) + (2 * 13), mixture.Aic(data));

        // ln N to an ulp or so, times 13 < 16, in a sum of about 1000.
        Assert.Equal((-2 * logLikelihood) + (13 * Math.Log(data.TotalWeight)), mixture.Bic(data), 1024 * Rounding.Gamma(4));
        var first = Em.Iterate(data, mixture).First();
        Assert.Equal((mixture.Aic(data), mixture.Bic(data)), (first.Aic, first.Bic));
        Assert.Equal(logLikelihood / data.TotalWeight, first.LogLikelihoodPerSample);
    }

    [Fact]
    public void A_total_log_likelihood_is_the_weighted_sum_of_log_densities()
    {
        var mixture = Examples.Mixture(CovarianceStructure.Full, 2, 3, seed: 1);
        var data = Examples.Weighted(Examples.Data(1000, 3, seed: 2), seed: 3);

        var densities = mixture.LogDensities(data);

        double size = Enumerable.Range(0, 1000).Sum(row => data.WeightOf(row) * Math.Abs(densities[row]));
        Assert.Equal(
            Enumerable.Range(0, 1000).Sum(row => data.WeightOf(row) * densities[row]),
            mixture.LogLikelihood(data),
            2 * Rounding.Gamma(1000) * size);
    }
}
