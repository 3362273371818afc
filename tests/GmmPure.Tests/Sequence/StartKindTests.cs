namespace GmmPure.Tests;

/// <summary>The kinds of starts that do not depend on which affine map the data went through.</summary>
public class StartKindTests
{
    [Theory]
    [InlineData(StartKind.WhitenedKMeans)]
    [InlineData(StartKind.Hierarchical)]
    [InlineData(StartKind.NearestRows)]
    [InlineData(StartKind.Random)]
    [InlineData(StartKind.Swap)]
    public void An_affine_map_of_the_data_maps_the_start(StartKind kind)
    {
        var data = Examples.Data(400, 3, seed: 5);
        double[][] map = [[2, 1, 0], [-1, 3, 0.5], [0, 0.25, -1]];
        double[] shift = [100, -7, 3];
        double[] Mapped(ReadOnlySpan<double> row)
        {
            double[] x = row.ToArray();
            return [.. map.Select((coefficients, i) => shift[i] + coefficients.Zip(x, (a, b) => a * b).Sum())];
        }

        var mapped = Dataset.FromRows(Enumerable.Range(0, data.Count).Select(row => Mapped(data.Row(row))));

        foreach (long seed in new long[] { 1, 2, 3 })
        {
            var start = Start(kind, data, seed);
            var other = Start(kind, mapped, seed);
            double[][] expected = [.. start.Means.Rows.Select(mean => Mapped(mean.AsSpan())).OrderBy(mean => mean[0])];
            double[][] found = [.. other.Means.Rows.Select(mean => mean.ToArray()).OrderBy(mean => mean[0])];

            Assert.All(expected.Zip(found), pair => Assert.All(
                pair.First.Zip(pair.Second), each => Assert.Equal(each.First, each.Second, 1e-9)));
            Assert.Equal(start.Weights.Order(), other.Weights.Order(), (one, two) => Math.Abs(one - two) < 1e-12);
        }
    }

    /// <summary>A swap is one of a mixture that an affine map maps, too.</summary>
    private static GaussianMixture Start(StartKind kind, Dataset data, long seed) => kind is StartKind.Swap
        ? Initial.Swap(data, Initial.WhitenedKMeans(data, 4, seed), seed)
        : Initial.Of(kind, data, 4, seed);

    [Theory]
    [InlineData(StartKind.KMeans)]
    [InlineData(StartKind.WhitenedKMeans)]
    [InlineData(StartKind.Hierarchical)]
    [InlineData(StartKind.NearestRows)]
    [InlineData(StartKind.Random)]
    public void Every_kind_starts_from_whatever_has_K_distinct_rows(StartKind kind)
    {
        Dataset[] each =
        [
            Dataset.FromRows([[0, 0], [1, 1], [2, 2]]),
            Dataset.FromRows([[0, 5], [0, 5], [0, 5], [1, 5], [3, 5]]),
            Dataset.FromValues([1e9, 1e9 + 1, 1e9 + 2, 1e9 + 2]),
            Dataset.FromValues([1, 2, 3, 4]).WithWeights([0, 1, 1, 1]),
        ];

        Assert.All(each, data => Assert.All(CovarianceStructure.All, structure =>
        {
            Assert.Equal(3, Initial.Of(kind, data, 3, seed: 4, structure).ComponentCount);
            Assert.Throws<ArgumentException>(() => Initial.Of(kind, data, 5, seed: 4, structure));
        }));
        Assert.All(
            new[] { StartKind.Swap, StartKind.Given, (StartKind)9 },
            other => Assert.Throws<ArgumentOutOfRangeException>(() => Initial.Of(other, each[0], 2, seed: 1)));
    }

    /// <summary>Three pairs and one row between two of them, which costs least to join to the nearer.</summary>
    [Fact]
    public void Ward_joins_what_costs_least()
    {
        var data = Dataset.FromValues([0, 1, 10, 11, 30, 31, 4]);

        Assert.Equal([0.5, 4, 10.5, 30.5], Ward.Centres(data, 4).Elements.Order());
        Assert.Equal([5 / 3.0, 10.5, 30.5], Ward.Centres(data, 3).Elements.Order(), (one, two) => Math.Abs(one - two) < 1e-15);
        Assert.Equal([0, 1, 4, 10, 11, 30, 31], Ward.Centres(data, 7).Elements.Order());
        Assert.Equal([(0 + 1 + 4 + 10 + 11) / 5.0, 30.5], Ward.Centres(data, 2).Elements.Order());
    }

    /// <summary>A row of weight 3 is three rows.</summary>
    [Fact]
    public void Ward_counts_weights()
    {
        var repeated = Dataset.FromValues([0, 0, 0, 2, 9, 9, 13]);
        var weighted = Dataset.FromValues([0, 2, 9, 13]).WithWeights([3, 1, 2, 1]);

        Assert.Equal(Ward.Centres(repeated, 2).Elements.Order(), Ward.Centres(weighted, 2).Elements.Order(), (one, two) => Math.Abs(one - two) < 1e-14);
    }
}
