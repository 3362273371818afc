namespace GmmPure.Tests;

/// <summary>What a mixture accepts, and its components' order.</summary>
public class MixtureTests
{
    private static readonly Table Means = Table.FromRows([[0, 1], [2, 3]]);

    private static readonly ImmutableArray<Covariance> Covariances = [Covariance.Spherical(2, 1), Covariance.Spherical(2, 2)];

    [Theory]
    [InlineData(0.33, 0.33)]
    [InlineData(1.5, -0.5)]
    [InlineData(1 + 5e-10, -5e-10)]
    [InlineData(double.NaN, 1)]
    [InlineData(0.5, 0.500001)]
    public void Weights_are_in_0_1_and_sum_to_1(double first, double second) =>
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([first, second], Means, Covariances));

    [Fact]
    public void Weights_that_sum_to_1_but_for_rounding_are_kept_as_they_are()
    {
        var mixture = GaussianMixture.Create([0.1 + 0.2, 0.7], Means, Covariances);

        Assert.Equal([0.1 + 0.2, 0.7], mixture.Weights);
    }

    [Fact]
    public void Parts_that_do_not_fit_together_are_refused()
    {
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([1], Means, Covariances));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([], Table.FromRows([]), []));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Means, Covariances[..1]));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Means, [Covariances[0], Covariance.Spherical(3, 1)]));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Means, [Covariances[0], Covariance.Diagonal([1, 1])]));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Means, [Covariances[0], null!]));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Table.FromRows([[0, 1], [2, double.NaN]]), Covariances));
        Assert.Throws<ArgumentNullException>(() => GaussianMixture.Create(null!, Means, Covariances));
        Assert.Equal("variances", Assert.Throws<ArgumentException>(() => GaussianMixture.Univariate([1], [0], [0])).ParamName);
    }

    [Fact]
    public void A_tied_mixture_shares_one_covariance()
    {
        var tied = GaussianMixture.CreateTied([0.5, 0.5], Means, Covariances[0]);

        Assert.Equal(CovarianceStructure.TiedSpherical, tied.Structure);
        Assert.Equal([Covariances[0], Covariances[0]], tied.Covariances);
        Assert.Throws<ArgumentException>(() => tied.WithCovariances(Covariances));
    }

    [Fact]
    public void A_mixture_of_a_given_structure_has_covariances_that_fit_it()
    {
        var tied = CovarianceStructure.TiedSpherical;

        Assert.Equal(
            GaussianMixture.CreateTied([0.5, 0.5], Means, Covariances[0]),
            GaussianMixture.Create([0.5, 0.5], Means, [Covariances[0], Covariances[0]], tied));
        Assert.Equal(
            GaussianMixture.Create([0.5, 0.5], Means, Covariances),
            GaussianMixture.Create([0.5, 0.5], Means, Covariances, CovarianceStructure.Spherical));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Means, Covariances, tied));
        Assert.Throws<ArgumentException>(() => GaussianMixture.Create([0.5, 0.5], Means, Covariances, CovarianceStructure.Full));
    }

    [Fact]
    public void With_replaces_one_part_and_checks_it()
    {
        var mixture = GaussianMixture.Create([0.5, 0.5], Means, Covariances).WithColumnNames(["a", "b"]);

        Assert.Equal(["a", "b"], mixture.WithWeights([0.25, 0.75]).ColumnNames);
        Assert.Equal([0.25, 0.75], mixture.WithWeights([0.25, 0.75]).Weights);
        Assert.Throws<ArgumentException>(() => mixture.WithWeights([1]));
        Assert.Throws<ArgumentException>(() => mixture.WithMeans(Table.FromRows([[0, 1]])));
        Assert.Throws<ArgumentException>(() => mixture.WithCovariances([Covariances[0], Covariance.Diagonal([1, 1])]));
        Assert.Throws<ArgumentException>(() => mixture.WithColumnNames(["a", "a"]));
    }

    [Fact]
    public void The_canonical_order_is_by_mean_column_by_column()
    {
        var mixture = GaussianMixture.Create(
            [0.1, 0.2, 0.3, 0.4],
            Table.FromRows([[1, 5], [1, 2], [-3, 9], [1, 2]]),
            [.. Enumerable.Range(1, 4).Select(k => Covariance.Spherical(2, k))]);

        var ordered = mixture.InCanonicalOrder();

        Assert.Equal([0.3, 0.2, 0.4, 0.1], ordered.Weights);
        Assert.Equal(Table.FromRows([[-3, 9], [1, 2], [1, 2], [1, 5]]), ordered.Means);
        Assert.Equal([3, 2, 4, 1], ordered.Covariances.Select(covariance => covariance[0, 0]));
        Assert.Equal(ordered, mixture.Reorder([2, 1, 3, 0]));
        Assert.Throws<ArgumentException>(() => mixture.Reorder([0, 1, 2, 2]));
        Assert.Throws<ArgumentException>(() => mixture.Reorder([0, 1, 2]));
    }

    [Fact]
    public void The_most_probable_component_is_the_largest_responsibility_and_of_equals_the_first()
    {
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [-1, 1], [1, 1]);

        Assert.Equal([0, 0, 1], new[] { -0.5, 0, 0.5 }.Select(x => mixture.MostProbableComponent([x])));
        Assert.Throws<ArgumentException>(() => mixture.MostProbableComponent([1, 2]));
        Assert.Equal("observation", Assert.Throws<ArgumentException>(() => mixture.LogDensity([double.NaN])).ParamName);
    }

    /// <summary>10⁻⁹ is documented; what the sum and the numbers here round by, 10⁻¹⁶, is far below the tenth beside it.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Weights_sum_to_1_within_a_billionth(int sign)
    {
        GaussianMixture Of(double excess) => GaussianMixture.Univariate([0.5, 0.5 + (sign * excess)], [0, 1], [1, 1]);

        Assert.Equal(2, Of(0.9e-9).ComponentCount);
        Assert.Throws<ArgumentException>(() => Of(1.1e-9));
    }

    /// <summary>2·(D + 1) rows are few, one more is not: the components are so far apart that each row is of one alone.</summary>
    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_narrow_component_is_suspicious_on_few_rows_only(int few, bool isSuspicious)
    {
        double[] spike = [.. Enumerable.Repeat(1000.0, few)];
        var data = Dataset.FromValues([-1, -0.5, 0, 0.5, 1, .. spike]);

        var step = Em.Iterate(data, GaussianMixture.Univariate([0.5, 0.5], [0, 1000], [1, 1e-4])).First();

        Assert.Equal(few, step.EffectiveCounts[1]);
        Assert.Equal(isSuspicious ? [1] : [], step.SpuriousComponents);
    }

    /// <summary>In a plane six rows are few; a tenth of the deviation is a hundredth of the variance.</summary>
    [Theory]
    [InlineData(6, 0.0399, true)]
    [InlineData(7, 0.0399, false)]
    [InlineData(6, 0.0401, false)]
    public void A_component_is_narrow_below_a_tenth_of_the_widest_s_deviation(int few, double variance, bool isSuspicious)
    {
        var data = Dataset.FromRows([[-1, 0], [1, 0], [0, 1], .. Enumerable.Repeat<double[]>([1000, 0], few)]);
        var mixture = GaussianMixture.Create(
            [0.5, 0.5], Table.FromRows([[0, 0], [1000, 0]]), [Covariance.Spherical(2, 4), Covariance.Spherical(2, variance)]);

        Assert.Equal(isSuspicious ? [1] : [], Em.Iterate(data, mixture).First().SpuriousComponents);
    }

    [Fact]
    public void A_mixture_counts_its_components_and_dimensions_in_words()
    {
        Assert.Equal("GaussianMixture of 2 components in 2 dimensions, spherical", GaussianMixture.Create([0.5, 0.5], Means, Covariances).ToString());
        Assert.Equal("GaussianMixture of 1 component in 1 dimension, full", GaussianMixture.Univariate([1], [0], [1]).ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Means_are_at_most_2_to_the_500(int sign)
    {
        double largest = sign * Math.ScaleB(1, 500);
        GaussianMixture Of(double mean) => GaussianMixture.Univariate([1], [mean], [1]);

        Assert.Equal(largest, Of(largest).Means[0, 0]);
        Assert.Throws<ArgumentException>("means", () => Of(sign > 0 ? Math.BitIncrement(largest) : Math.BitDecrement(largest)));
    }
}
