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

    /// <summary>
    /// Components at ±1 of one variance share 0 in halves, and take ¾ and ¼ of ±½·ln 3, by r = 1/(1 + e^(−2x)): the rows'
    /// largest responsibilities are ½, ¾ and ¾, or by their weights 1, 2 and 0 just ½, ¾ and ¾.
    /// </summary>
    [Fact]
    public void ICL_adds_to_BIC_what_rows_are_in_doubt()
    {
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [-1, 1], [1, 1]);
        double x = 0.5 * Math.Log(3);
        var data = Dataset.FromValues([0, x, -x]);
        double doubt = Math.Log(2) + (2 * Math.Log(4 / 3.0));

        // Numbers below 16, of some ten roundings each.
        Assert.Equal(2 * doubt, mixture.Icl(data) - mixture.Bic(data), 16 * Rounding.Gamma(16));
        Assert.Equal(
            2 * doubt, mixture.Icl(data.WithWeights([1, 2, 0])) - mixture.Bic(data.WithWeights([1, 2, 0])), 16 * Rounding.Gamma(16));
        Assert.Equal(7.5, Criteria.Icl(bic: 4, logLargestResponsibilities: -1.75));
    }

    /// <summary>
    /// Far apart, r of the other component is e^(−2·20²) = e^(−800), which vanishes: the logarithms are exactly 0. Of two
    /// equal components each has one half of everything.
    /// </summary>
    [Fact]
    public void ICL_is_BIC_for_certain_rows_and_N_ln_K_above_for_clones()
    {
        var apart = GaussianMixture.Univariate([0.5, 0.5], [-20, 20], [1, 1]);
        var clones = GaussianMixture.Univariate([0.25, 0.25, 0.25, 0.25], [1, 1, 1, 1], [2, 2, 2, 2]);
        var data = Dataset.FromValues([-21, -20, 19, 20]);

        Assert.Equal(apart.Bic(data), apart.Icl(data));
        Assert.Equal(2 * 4 * Math.Log(4), clones.Icl(data) - clones.Bic(data), 1024 * Rounding.Gamma(4));
    }

    [Fact]
    public void A_row_that_nothing_reaches_makes_ICL_infinite()
    {
        var mixture = GaussianMixture.Univariate([1], [0], [1e-60]);

        Assert.Equal(double.PositiveInfinity, mixture.Icl(Dataset.FromValues([0, 1e130])));
        Assert.Throws<ArgumentException>(() => mixture.Icl(Dataset.FromRows([[1, 2]])));
        Assert.Throws<ArgumentNullException>(() => mixture.Icl(null!));
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
