namespace GmmPure.Tests;

/// <summary>k-means as the start has it, where clusters are empty, columns are constant and rows count for nothing.</summary>
public class KMeansEdgesTests
{
    [Theory]
    [InlineData(new double[] { 0, 1, 2, 20, 21, 30 }, new double[] { 5, 1e9 }, new[] { 0, 0, 0, 1, 1, 1 })]
    [InlineData(new double[] { 0, 1, 2, 100 }, new double[] { 1, 90, 1e9 }, new[] { 2, 0, 0, 1 })]
    [InlineData(new double[] { 0, 20, 100, 101 }, new[] { 10, 100.5, 1e9, 2e9 }, new[] { 2, 0, 3, 1 })]
    public void A_centre_without_rows_takes_no_cluster_s_last_row_and_goes_on_from_there(double[] values, double[] centres, int[] labels) =>
        Assert.Equal(labels, KMeansLabels.Cluster(Dataset.FromValues(values), Table.Create(centres.Length, 1, centres), threads: 1));

    [Theory]
    [InlineData(new double[] { 0, 1, 2, 30 }, new double[] { 1, 1, 1, 0 })]
    [InlineData(new double[] { 0, 1, 2, 9, 30 }, new double[] { 1, 1, 1, 0, 0 })]
    public void A_row_that_counts_for_nothing_makes_no_cluster(double[] values, double[] weights)
    {
        var labels = KMeansLabels.Cluster(Dataset.FromValues(values).WithWeights(weights), Table.Create(2, 1, [1, 30]), threads: 1);

        Assert.Equal([1, 0, 0], labels[..3]);
    }

    /// <summary>Of 5000 rows, three are the second centre's at first: more moves are worth another pass, whichever it is.</summary>
    [Theory]
    [InlineData(0.2, 1.799)]
    [InlineData(1.799, 0.2)]
    public void Few_rows_that_have_no_label_yet_are_no_end(double first, double second)
    {
        var data = Dataset.FromValues(Enumerable.Range(0, 5000).Select(row => row / 4999.0));

        var labels = KMeansLabels.Cluster(data, Table.Create(2, 1, [first, second]), threads: 1);

        // Of evenly spread rows the border goes half of the way to the middle each time, and stops less than a thousandth before it.
        Assert.InRange(labels.Count(label => label == 0), 2494, 2506);
    }

    [Fact]
    public void A_constant_column_counts_for_nothing()
    {
        var data = Dataset.FromRows([[0, 7], [1, 7], [10, 7], [11, 7]]);

        Assert.Equal([0, 0, 1, 1], KMeansLabels.Cluster(data, Table.Create(2, 2, [0, 7, 10, 7]), threads: 1));
    }

    /// <summary>By weight times the squared distance from the nearest centre before, of the first alone by weight.</summary>
    [Theory]
    [InlineData(new double[] { 1, 1, 1, 1 })]
    [InlineData(new[] { 1, 3, 0.5, 0.25 })]
    public void Each_number_of_the_stream_chooses_a_centre(double[] weights)
    {
        double[] values = [0, 1, 3, 7];
        var data = Dataset.FromValues(values).WithWeights(weights);

        Assert.All(Enumerable.Range(0, 100), seed => Assert.Equal(
            Chosen(seed), KMeansLabels.PlusPlusCentres(data, 3, seed, threads: 1).Elements));

        IEnumerable<double> Chosen(long seed)
        {
            var random = new RandomStream(seed);
            var chosen = new List<double>();
            while (chosen.Count < 3)
            {
                double[] shares = [.. values.Zip(weights, (value, weight) =>
                    weight * chosen.Select(centre => (value - centre) * (value - centre)).DefaultIfEmpty(1).Min())];
                chosen.Add(values[random.NextIndex(shares)]);
            }

            return chosen;
        }
    }

    [Fact]
    public void A_row_whose_distance_underflows_is_a_centre_where_no_other_is_left()
    {
        double[] values = [0, 1, 1e-200];

        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(
            values.Order(),
            KMeansLabels.PlusPlusCentres(Dataset.FromValues(values), 3, seed, threads: 1).Elements.Order()));
    }

    [Theory]
    [InlineData(new[] { 0, 10, 9.5, 1, 9 }, new[] { 0, 1, 0, -1, -1 }, new[] { 0, 1, 0, 0, 1 })]
    [InlineData(new double[] { 0, 10, 12, 12, 12, 12, 12 }, new[] { 0, 1, -1, -1, -1, -1, -1 }, new[] { 0, 1, 1, 1, 1, 1, 1 })]
    public void Known_labels_are_kept_and_alone_say_where_centres_start(double[] values, int[] known, int[] labels) =>
        Assert.Equal(labels, KMeansLabels.Complete(
            Dataset.FromValues(values), [.. known.Select(label => label < 0 ? (int?)null : label)], components: 2, threads: 1)
            .Or(cause => throw new InvalidOperationException(cause.Message)));
}
