namespace GmmPure.Tests;

/// <summary>k-means as the start has it, of so many rows that centres are sought in a sample first.</summary>
public class ManyRowsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_labels_of_many_rows_do_not_depend_on_the_number_of_threads(bool isWeighted)
    {
        var plain = Examples.Data(150_001, 3, seed: 3);
        var data = isWeighted ? Examples.Weighted(plain, seed: 4) : plain;

        var alone = KMeansLabels.Of(data, 5, seed: 1, threads: 1);

        Assert.All(new[] { 2, 3, 8, -1 }, threads => Assert.Equal(alone, KMeansLabels.Of(data, 5, seed: 1, threads)));
        Assert.Equal(5, alone.Distinct().Count());
        Assert.NotEqual(alone, KMeansLabels.Of(data, 5, seed: 2, threads: 2));
    }

    [Fact]
    public void In_many_rows_those_that_differ_are_found_however_few()
    {
        double[] values = new double[200_000];
        (values[7], values[123_456]) = (1, 2);
        var data = Dataset.FromValues(values);

        var start = Initial.KMeansPlusPlus(data, 3, seed: 1);

        Assert.Equal([0, 1, 2], start.Means.Elements, (one, two) => Math.Abs(one - two) < 1e-15);
        Assert.All(start.Weights.Skip(1), weight => Assert.InRange(weight, 1 / 200_000.0, 4 / 200_000.0)); // Of a sample of a third.
        Assert.Throws<ArgumentException>(() => Initial.KMeansPlusPlus(data, 4, seed: 1));
    }

    [Fact]
    public void Clusters_far_apart_are_found_among_many_rows_in_any_order()
    {
        double[] sorted = [.. Enumerable.Range(0, 300_000).Select(row => (row / 75_000 * 10) + (row % 100 / 100.0))];
        double[] alternating = [.. Enumerable.Range(0, 300_000).Select(row => (row % 4 * 10) + (row % 100 / 100.0))];

        Assert.All(new[] { sorted, alternating }, values =>
            Assert.All(KMeansLabels.Of(Dataset.FromValues(values), 4, seed: 1, threads: 2).Zip(values).GroupBy(row => row.First), cluster =>
                Assert.InRange(cluster.Max(row => row.Second) - cluster.Min(row => row.Second), 0, 1)));
    }
}
