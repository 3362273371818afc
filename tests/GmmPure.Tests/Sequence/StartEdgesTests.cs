namespace GmmPure.Tests;

/// <summary>Starts from as few rows as there may be, and from fewer.</summary>
public class StartEdgesTests
{
    private static readonly Dataset Equal = Dataset.FromRows([[1, 2], [1, 2], [1, 2]]);

    /// <summary>Σ(x − 2)(y − 4/3) = 4 over three rows, each of which is a component.</summary>
    [Fact]
    public void Where_no_component_has_a_covariance_all_have_the_whole_data_s()
    {
        var start = Initial.FromLabels(Dataset.FromRows([[0, 0], [2, 2], [4, 2]]), [0, 1, 2]);

        Assert.All(start.Covariances, covariance => Assert.Equal(4 / 3.0, covariance[0, 1], Rounding.Gamma(10)));
    }

    /// <summary>The variances are 1 and 0, of which the mean takes the place of 0.</summary>
    [Theory]
    [InlineData("full")]
    [InlineData("diagonal")]
    public void Where_a_column_is_constant_it_takes_the_mean_variance(string name)
    {
        var start = Initial.FromLabels(Dataset.FromRows([[0, 7], [2, 7]]), [0, 1], Examples.Structure(name));

        Assert.All(start.Covariances, covariance => Assert.Equal((1, 0.5), (covariance[0, 0], covariance[1, 1])));
    }

    [Fact]
    public void Fewer_distinct_rows_than_components_are_no_start()
    {
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Equal, [0, 1, 1]));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(Equal, [0, null, 1]));
        Assert.Throws<ArgumentException>(() => Initial.Random(Equal, 2, seed: 1));
        Assert.Throws<ArgumentException>(() => Initial.FromResponsibilities(Equal, Responsibilities.FromLabels([0, 1, 1], 2)));
        Assert.Throws<ArgumentOutOfRangeException>("components", () => Initial.Random(Equal, 0, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>("components", () => Initial.KMeans(Equal, -1, seed: 1));
    }

    [Fact]
    public void Each_known_label_has_a_row_that_counts()
    {
        var data = Dataset.FromValues([0, 1, 2]);

        var error = Assert.Throws<ArgumentException>("labels", () => Initial.FromLabels(data, [1, 1, null]));
        Assert.Contains("label 0, though one has 1", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("labels", () => Initial.FromLabels(data, [0, int.MaxValue, null]));
        Assert.Throws<ArgumentException>(() => Initial.FromLabels(data.WithWeights([1, 0, 1]), [0, 1, null]));
        Assert.Equal(3, Initial.FromLabels(data, new int?[] { 0, 1, 2 }).ComponentCount);
    }
}
