namespace GmmPure.Tests;

/// <summary>k-means as the start has it: what it computes, and that its bits depend on nothing else.</summary>
public class KMeansTests
{
    /// <summary>Around a vector, a tile and a segment.</summary>
    [Theory]
    [InlineData(9, 1, 2)]
    [InlineData(100, 2, 3)]
    [InlineData(513, 3, 5)]
    [InlineData(1000, 5, 9)]
    [InlineData(9000, 4, 8)]
    public void Clusters_are_those_of_the_plain_algorithm(int count, int dimension, int components)
    {
        var data = Examples.Data(count, dimension, seed: count);
        Assert.All(new[] { data, Examples.Weighted(data, seed: 1) }, each =>
        {
            var centres = KMeansLabels.PlusPlusCentres(each, components, seed: 3, threads: 2);
            Assert.Equal(Plain(each, centres), KMeansLabels.Cluster(each, centres, threads: 2));
        });
    }

    /// <summary>
    /// A hash (FNV), of a sample of one row of each two, with one of two that are far off.
    /// </summary>
    [Theory]
    [InlineData(false, 6511943176994357500UL)]
    [InlineData(true, 12744504756760509164UL)]
    public void The_labels_of_a_sample_are_those_they_always_were(bool isWeighted, ulong expected)
    {
        var plain = Dataset.FromValues([.. Examples.Data(149_998, 1, seed: 3).Values.Elements, 1000, 1000]);
        var data = isWeighted ? Examples.Weighted(plain, seed: 4) : plain;

        ulong hash = KMeansLabels.Of(StartSample.Of(data, 3, seed: 1), 3, seed: 1, threads: 2)
            .Aggregate(14695981039346656037, (sum, label) => unchecked((sum ^ (ulong)label) * 1099511628211));

        Assert.Equal(expected, hash);
    }

    [Fact]
    public void A_centre_without_rows_takes_the_row_farthest_from_its_own()
    {
        var data = Dataset.FromValues([0, 1, 2, 10, 11, 30]);

        Assert.Equal([0, 0, 0, 0, 0, 1], KMeansLabels.Cluster(data, Table.Create(2, 1, [5, 1e9]), threads: 1));
        Assert.Equal(4, KMeansLabels.Cluster(data, Table.Create(4, 1, [1e9, 1e9, 5, 1e9]), threads: 1).Distinct().Count());
    }

    /// <summary>Lloyd's algorithm, one row after the other.</summary>
    private static int[] Plain(Dataset data, Table centres)
    {
        int[] labels = [.. Enumerable.Repeat(-1, data.Count)];
        for (int moved = data.Count; moved * 1000L >= data.Count;)
        {
            int[] next = [.. Enumerable.Range(0, data.Count).Select(row => Nearest(data, row, centres))];
            moved = next.Zip(labels).Count(pair => pair.First != pair.Second);
            labels = next;
            centres = Table.FromRows(Enumerable.Range(0, centres.RowCount).Select(k => Mean(data, labels, k)));
        }

        return labels;
    }

    private static int Nearest(Dataset data, int row, Table centres) => Enumerable.Range(0, centres.RowCount).MinBy(k =>
        Enumerable.Range(0, data.Dimension).Sum(j => Math.Pow(data[row, j] - centres[k, j], 2) / data.ColumnVariances[j]));

    private static IEnumerable<double> Mean(Dataset data, int[] labels, int cluster)
    {
        int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => labels[row] == cluster)];
        return Enumerable.Range(0, data.Dimension).Select(j =>
            rows.Sum(row => data.WeightOf(row) * data[row, j]) / rows.Sum(data.WeightOf));
    }
}
