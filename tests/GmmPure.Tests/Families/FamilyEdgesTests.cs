using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>Parameters and observations at the ends of what they may be, and just beyond.</summary>
public class FamilyEdgesTests
{
    private static readonly double Above1 = Math.BitIncrement(1.0);

    [Fact]
    public void A_support_has_its_ends_unless_it_is_open()
    {
        Contains(Support.Reals, [-1e300, 0, 0.5], []);
        Contains(Support.Positive, [double.Epsilon, 1e300], [0, -1, double.NaN]);
        Contains(Support.NonNegative, [0, 0.5], [-double.Epsilon, double.NaN]);
        Contains(Support.Counts, [0, 1, 1e15], [-1, 0.5]);
        Contains(Support.CountsTo(2), [0, 1, 2], [-1, 3, 1.5]);
        Contains(Support.CountsTo(0), [0], [1]);
        Contains(Support.Between(1, 2), [1, 1.5, 2], [Math.BitDecrement(1.0), Math.BitIncrement(2.0)]);
        Contains(Support.Between(1, 2, isOpen: true), [Above1, Math.BitDecrement(2.0)], [1, 2]);
        Contains(Support.Between(1.5, 3.5, isWhole: true), [2, 3], [1, 1.5, 2.5, 3.5, 4]);

        static void Contains(Support support, double[] inside, double[] outside)
        {
            Assert.All(inside, value => Assert.True(support.Contains(value)));
            Assert.All(outside, value => Assert.False(support.Contains(value)));
        }
    }

    [Fact]
    public void A_support_says_what_belongs_to_it()
    {
        Assert.Equal("0 or 1", Support.Binary.Description);
        Assert.Equal("a number", Support.Reals.Description);
        Assert.Equal("a number above 0", Support.Positive.Description);
        Assert.Equal("a number from 0 on", Support.NonNegative.Description);
        Assert.Equal("a whole number from 0 to 2", Support.CountsTo(2).Description);
        Assert.Equal("a number from 0 to 1", Support.Between(0, 1).Description);
        Assert.Equal("a number between 1 and 2.5", Support.Between(1, 2.5, isOpen: true).Description);
        Assert.Equal("a whole number from 3 on", Support.Between(3, double.PositiveInfinity, isWhole: true).Description);
    }

    [Fact]
    public void A_support_is_not_empty()
    {
        Assert.Throws<ArgumentException>(() => Support.Between(1, 1));
        Assert.Throws<ArgumentException>(() => Support.Between(2, 1));
        Assert.Throws<ArgumentException>(() => Support.Between(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Support.CountsTo(-1));
    }

    [Fact]
    public void Parameters_may_be_as_small_and_as_large()
    {
        var unit = Covariance.Spherical(1, 1);

        Assert.Equal([0, 1], new Bernoulli(0, 1).Probabilities);
        Assert.Equal([0, 1], new[] { new Binomial(1, 0), new Binomial(1, 1) }.Select(each => each.Probability));
        Assert.Equal(double.Epsilon, new Poisson(double.Epsilon).Rate);
        Assert.Equal(double.MaxValue, new Exponential(double.MaxValue).Rate);
        Assert.Equal(StudentT.SmallestDegrees, new StudentT([0], unit, StudentT.SmallestDegrees).DegreesOfFreedom);
        Assert.Equal(StudentT.LargestDegrees, new StudentT([0], unit, StudentT.LargestDegrees).DegreesOfFreedom);
        Assert.Equal([1, Family.MostCategories], ((CategoricalFamily)Family.Categorical(1, Family.MostCategories)).Levels);
        Assert.Equal(1, Assert.Single(new Categorical([0.5, 0.5 + 0.9e-9]).Probabilities).Sum(), 1e-9);
    }

    [Fact]
    public void Parameters_beyond_their_ends_are_refused()
    {
        var unit = Covariance.Spherical(1, 1);

        Assert.All<Func<object>>(
            [
                () => new Bernoulli(-double.Epsilon),
                () => new Bernoulli(Above1),
                () => new Bernoulli(),
                () => new Binomial(1, Above1),
                () => new Binomial(0, 0.5),
                () => Family.Binomial(0),
                () => new Poisson(0),
                () => new Poisson(double.PositiveInfinity),
                () => new Exponential(0),
                () => new Exponential(double.NaN),
                () => new Gamma(0, 1),
                () => new Gamma(1, double.PositiveInfinity),
                () => new Normal(double.NegativeInfinity, 1),
                () => new Normal(0, 0),
                () => new Uniform(double.MinValue, double.MaxValue),
                () => new StudentT([0], unit, Math.BitDecrement(StudentT.SmallestDegrees)),
                () => new StudentT([0], unit, Math.BitIncrement(StudentT.LargestDegrees)),
            ],
            make => Assert.ThrowsAny<ArgumentException>(make));
        Assert.All<Func<object>>(
            [
                () => new Categorical(),
                () => new Categorical([0.5, 0.5 + 1.1e-9]),
                () => new Categorical([0.5, 0.5 - 1.1e-9]),
                () => Family.Categorical(2, 0),
                () => Family.Categorical(Family.MostCategories + 1),
                () => Family.Among<Poisson>(Family.Poisson),
                () => Mixture.Of(Family.Binomial(3), [0.5, 0.5], [new Binomial(3, 0.5), new Binomial(4, 0.5)]),
                () => Estimate.None<double>("", 0),
            ],
            make => Assert.Throws<ArgumentException>(make));
    }

    /// <summary>Where the family is known at run time only.</summary>
    [Fact]
    public void Parameters_are_of_a_component_of_a_mixture_of_the_family()
    {
        var poissons = Mixture.Of(Family.Poisson, [0.5, 0.5], [new Poisson(1), new Poisson(4)]);
        var core = GaussianMixture.Univariate([0.5, 0.5], [0, 4], [1, 1]);
        var gaussians = Mixture.Of(Family.Gaussian(), [0.5, 0.5], core.Covariances.Select((each, k) => new Gaussian([4.0 * k], each)));
        (IFamily Family, IMixture Mixture)[] pairs = [(Family.Poisson, poissons), (Family.Gaussian(), core), (Family.Gaussian(), gaussians)];

        Assert.Equal([1, 0, 0], pairs.Select(pair => pair.Family.ParametersOf(pair.Mixture, 0)[0].Value));
        Assert.Equal([4, 4, 4], pairs.Select(pair => pair.Family.ParametersOf(pair.Mixture, 1)[0].Value));
        Assert.All(pairs, pair => Assert.All([-1, 2], k =>
            Assert.Throws<ArgumentOutOfRangeException>("component", () => pair.Family.ParametersOf(pair.Mixture, k))));
        IFamily other = Family.Gaussian(CovarianceStructure.Diagonal);
        Assert.Throws<ArgumentException>("mixture", () => pairs[0].Family.ParametersOf(core, 0));
        Assert.Throws<ArgumentException>("mixture", () => pairs[1].Family.ParametersOf(poissons, 0));
        Assert.Throws<ArgumentException>("mixture", () => other.ParametersOf(core, 0));
    }

    [Fact]
    public void Responsibilities_are_one_a_row_and_component_of_data_in_the_support()
    {
        var data = Dataset.FromValues([0, 1, 5]);
        var mixture = Mixture.Of(Family.Poisson, [0.5, 0.5], [new Poisson(1), new Poisson(4)]);
        Responsibilities Of(int rows, int components) => Responsibilities.FromLabels(new int[rows], components);

        Assert.Throws<ArgumentException>("responsibilities", () => Em.MStep(data, Of(2, 2), mixture));
        Assert.Throws<ArgumentException>("responsibilities", () => Em.MStep(data, Of(3, 3), mixture));
        Assert.Throws<ArgumentException>("responsibilities", () => Em.MStep(data, Of(2, 1), Family.Poisson));
        Assert.Throws<ArgumentException>("data", () => Em.MStep(Dataset.FromValues([0, -1, 5]), Of(3, 1), Family.Poisson));
    }

    /// <summary>Where the squares of all distances overflow, no row has a share of the next step.</summary>
    [Fact]
    public void A_component_out_of_reach_of_all_rows_is_emptied_too()
    {
        var data = Dataset.FromValues([1e130, 2e130]);
        var far = new StudentT([0], Covariance.Spherical(1, 1e-60), 3);

        var outcome = Family.StudentT.MStep(data, Responsibilities.FromLabels([0, 0], 1), [far]);

        Assert.Equal(0, Assert.IsType<Degeneracy.Emptied>(outcome.Match<Degeneracy?>(_ => null, cause => cause)).EffectiveCount);
    }

    /// <summary>t with ν = 3, μ = 1, σ = 2, of MathNet; one row as all together.</summary>
    [Fact]
    public void Student_s_densities_are_MathNet_s()
    {
        var student = new StudentT([1], Covariance.Spherical(1, 4), 3);
        double[] values = [-30, 0.5, 1, 7];
        double[] each = [.. values.Select(value => Family.StudentT.LogDensity(student, [value]))];

        Assert.Equal(each, Family.StudentT.LogDensities(student, Dataset.FromValues(values)));
        Assert.All(values.Zip(each), pair =>
            Assert.Equal(MathNet.Numerics.Distributions.StudentT.PDFLn(1, 2, 3, pair.First), pair.Second, 1e-14 * (1 + Math.Abs(pair.Second))));
    }

    [Fact]
    public void A_component_without_rows_is_emptied_by_the_family_s_own_M_step()
    {
        var outcome = Family.Gamma.MStep(Dataset.FromValues([1, 2]), Responsibilities.FromLabels([0, 0], 2), []);

        Assert.Equal(1, Assert.IsType<Degeneracy.Emptied>(outcome.Match<Degeneracy?>(_ => null, cause => cause)).Component);
    }

    [Fact]
    public void A_start_has_as_many_distinct_rows_as_components()
    {
        var equal = Dataset.FromValues([1, 1]);

        Assert.Throws<ArgumentException>("components", () => Initial.TryKMeans(equal, Family.Poisson, 2, seed: 1));
        Assert.Throws<ArgumentException>("components", () => Initial.TryRandom(equal, Family.Poisson, 2, seed: 1));
    }

    /// <summary>A row whose label is not known is half its cluster's, and with the other half of all components alike.</summary>
    [Fact]
    public void Starts_are_certain_of_known_labels_only()
    {
        var data = Dataset.FromValues([2, 8, 8]);

        Assert.Equal([2, 8], Rates(Initial.FromLabels(data, Family.Poisson, [0, 1, 1])));
        Assert.Equal([4 / 1.25, 8], Rates(Initial.FromLabels(data, Family.Poisson, [0, 1, null])));
        Assert.Equal([3.5, 6.5], Rates(Initial.KMeans(Dataset.FromValues([2, 8]), Family.Poisson, 2, seed: 1)));

        static IEnumerable<double> Rates(Mixture<Poisson> mixture) => mixture.Components.Select(each => each.Rate);
    }

    [Fact]
    public void What_is_no_number_has_no_density() => Assert.All(
        [
            Family.Poisson.LogDensity(new Poisson(1), [double.NaN]),
            Family.Poisson.LogDensity(new Poisson(1), [double.PositiveInfinity]),
            Family.Binomial(3).LogDensity(new Binomial(3, 0.5), [double.NaN]),
            Family.Gamma.LogDensity(new Gamma(1, 1), [double.NaN]),
        ],
        logDensity => Assert.Equal(double.NaN, logDensity));

    [Fact]
    public void Columns_of_a_row_are_independent()
    {
        Assert.Equal(
            Math.Log(0.25 * 0.6), Family.Bernoulli.LogDensity(new Bernoulli(0.25, 0.4), [1, 0]), 8 * Rounding.Unit);
        Assert.Equal(
            Math.Log(0.4 * 0.25), Family.Categorical(2, 3).LogDensity(new Categorical([0.6, 0.4], [0.25, 0.5, 0.25]), [1, 2]), 8 * Rounding.Unit);
    }

    /// <summary>Weights 1, 2 and 3.</summary>
    [Fact]
    public void Sums_of_categories_are_the_weights_of_their_rows()
    {
        var data = Dataset.FromRows([[0, 2], [1, 1], [1, 0]]).WithWeights([1, 2, 3]);

        Assert.Equal([1, 5, 3, 2, 1], ((ISummedFamily<Categorical>)Family.Categorical(2, 3)).Sums(data));
    }

    [Fact]
    public void A_uniform_density_is_the_same_at_both_ends_and_0_beyond()
    {
        double LogDensity(double value) => Family.Uniform.LogDensity(new Uniform(1, 5), [value]);

        Assert.All([1.0, 2, 5], value => Assert.Equal(-Math.Log(4), LogDensity(value), 2 * Rounding.Unit));
        Assert.All([Math.BitDecrement(1.0), Math.BitIncrement(5.0)], value => Assert.Equal(double.NegativeInfinity, LogDensity(value)));
    }
}
