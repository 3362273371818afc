using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>A fault tells which argument is wrong, and where in it.</summary>
public class ValueFaultTests
{
    private static readonly Covariance Ball = Covariance.Spherical(2, 1);
    private static readonly Table Identity = Table.FromRows([[1, 0], [0, 1]]);

    [Fact]
    public void A_fault_of_a_mixture_has_the_component_and_the_column()
    {
        Has("weights", 1, null, -0.5, GaussianMixture.TryCreate([0.5, -0.5], Identity, [Ball, Ball]));
        Has("weights", null, null, null, GaussianMixture.TryCreate([0.5, 0.25], Identity, [Ball, Ball]));
        Has("means", 1, 0, 1e200, GaussianMixture.TryCreate([0.5, 0.5], Table.FromRows([[0, 0], [1e200, 0]]), [Ball, Ball]));
        Has("covariances", 1, null, null, GaussianMixture.TryCreate([0.5, 0.5], Identity, [Ball, Covariance.Spherical(3, 1)]));
        Has("covariance", null, null, null, GaussianMixture.TryCreateTied([0.5, 0.5], Identity, Covariance.Spherical(3, 1)));
        Has("means", 1, null, double.NaN, GaussianMixture.TryUnivariate([0.5, 0.5], [0, double.NaN], [1, 1]));
        Has("variances", 1, null, 0, GaussianMixture.TryUnivariate([0.5, 0.5], [0, 1], [1, 0]));
        Has("variances", null, null, null, GaussianMixture.TryUnivariate([0.5, 0.5], [0, 1], [1]));
        Has("components", 1, null, null, Mixture.TryOf(Family.Binomial(3), [0.5, 0.5], [new Binomial(3, 0.5), new Binomial(4, 0.5)]));
    }

    [Fact]
    public void A_fault_of_a_matrix_has_the_entry()
    {
        Has("matrix", 1, 0, 2, Covariance.TryFull(Table.FromRows([[1, 0.5], [2, 1]])));
        Has("matrix", null, null, null, Covariance.TryFull(Table.FromRows([[1, 0.5]])));
        Has("values", 1, 0, 2, Responsibilities.TryFromTable(Table.FromRows([[1, 0], [2, -1]])));
        Has("values", 1, null, null, Responsibilities.TryFromTable(Table.FromRows([[1, 0], [0.5, 0.25]])));
        Has("labels", 1, null, 2, Responsibilities.TryFromLabels([0, 2], 2));
        Has("rows", 1, null, null, Table.TryFromRows([[1, 0], [0]]));
    }

    [Fact]
    public void A_fault_of_a_distribution_has_the_parameter()
    {
        Has("trials", null, null, 0, Binomial.TryCreate(0, 0.5));
        Has("probability", null, null, 2, Binomial.TryCreate(1, 2));
        Has("probabilities", 1, null, 2, Bernoulli.TryCreate(0.5, 2));
        Has("probabilities", 1, 0, 2, Categorical.TryCreate([0.5, 0.5], [2, -1]));
        Has("probabilities", 1, null, null, Categorical.TryCreate([0.5, 0.5], [0.5]));
        Has("levels", 1, null, 0, Family.TryCategorical(2, 0));
        Has("levels", 0, null, -1, Family.TryCategorical(-1, 2));
        Has("levels", null, null, null, Family.TryCategorical());
        Has("mean", 1, null, double.NaN, Gaussian.TryCreate([0, double.NaN], Ball));
        Has("covariance", null, null, null, Gaussian.TryCreate([0], Ball));
        Has("location", 1, null, double.NaN, StudentT.TryCreate([0, double.NaN], Ball, 1));
        Has("scatter", null, null, null, StudentT.TryCreate([0], Ball, 1));
        Has("degreesOfFreedom", null, null, 0, StudentT.TryCreate([0, 0], Ball, 0));
        Has("rate", null, null, -1, Exponential.TryCreate(-1));
        Has("shape", null, null, 0, Gamma.TryCreate(0, 1));
        Has("rate", null, null, double.PositiveInfinity, Gamma.TryCreate(1, double.PositiveInfinity));
        Has("greatest", null, null, 1, Uniform.TryCreate(1, 1));
        Has("least", null, null, null, Support.TryBetween(1, 0));
    }

    [Fact]
    public void Of_two_parameters_the_first_is_told()
    {
        Has("trials", null, null, 0, Binomial.TryCreate(0, 2));
        Has("mean", null, null, double.NaN, Normal.TryCreate(double.NaN, 0));
        Has("shape", null, null, -1, Gamma.TryCreate(-1, -2));
        Has("least", null, null, double.PositiveInfinity, Uniform.TryCreate(double.PositiveInfinity, double.NaN));
        Has("location", 0, null, double.NaN, StudentT.TryCreate([double.NaN, 0], Ball, 0));
        Assert.Equal("It must be finite.", Uniform.TryCreate(0, double.PositiveInfinity).Match(_ => string.Empty, fault => fault.Message));
    }

    [Fact]
    public void A_fault_may_be_handed_on_by_another_name()
    {
        var fault = Poisson.TryCreate(-1).MapFault(fault => fault.Of("intensity"));

        Has("intensity", null, null, -1, fault);
        Assert.Equal("4", Poisson.TryCreate(4).MapFault(fault => fault.Message).Match(one => $"{one.Rate}", message => message));
    }

    private static void Has<T>(string argument, int? index, int? column, double? value, Outcome<T, ValueFault> outcome)
        where T : notnull
    {
        Assert.False(outcome.TryGet(out _, out var fault));
        Assert.Equal((argument, index, column, value), (fault.Argument, fault.Index, fault.Column, fault.Value));
    }
}
