using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>Few rows of very many columns, which a tile shows panel by panel.</summary>
public class ManyColumnsTests
{
    private const int Columns = (2 * Tile.LargestPanel) + 77;

    private static readonly Dataset Wide = Examples.Data(9, Columns, seed: 3);

    /// <summary>Rows from elsewhere stand in a tile with all of their columns.</summary>
    [Theory]
    [InlineData("diagonal")]
    [InlineData("tied-diagonal")]
    [InlineData("spherical")]
    [InlineData("tied-spherical")]
    public void Panels_give_the_bits_of_whole_tiles(string structure)
    {
        var start = Initial.KMeans(Wide, 2, 1, Examples.Structure(structure));
        var whole = Em.Pass(new Elsewhere(Wide), start, start.Means);
        Assert.Equal(whole, Em.Pass(Wide, start, reference: start.Means));
        foreach (var kernels in KernelSet.All)
        {
            var tree = new Passes(kernels).Grow(Wide, start, start.Means, threads: 1, EmVariant.Plain.Assignment);
            Assert.Equal(whole.LogLikelihood, tree.Total().TotalLogLikelihood);
        }
    }

    [Fact]
    public void Densities_and_moments_are_those_of_the_textbook_sums()
    {
        var start = Initial.KMeans(Wide, 2, 1, CovarianceStructure.TiedDiagonal);
        var variances = ((DiagonalCovariance)start.Covariances[0]).Variances;
        double[] expected = [.. Wide.Values.Rows.Select(row => Enumerable.Range(0, 2).Select(k => Math.Log(start.Weights[k])
            - (Enumerable.Range(0, Columns).Sum(j => Math.Pow(row[j] - start.Means[k, j], 2) / variances[j] + Math.Log(2 * Math.PI * variances[j])) / 2)).Max())];
        var found = start.LogDensities(Wide);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-9 * Math.Abs(pair.First)));

        var labels = start.MostProbableComponents(Wide);
        var next = Em.MStep(Wide, Responsibilities.FromLabels(labels, 2), CovarianceStructure.TiedDiagonal).Or(cause => throw new InvalidOperationException(cause.Message));
        foreach (int j in new[] { 0, 1, Tile.LargestPanel - 1, Tile.LargestPanel, Columns - 1 })
        {
            double[] means = [.. Enumerable.Range(0, 2).Select(k => Wide.Values.Rows.Where((_, row) => labels[row] == k).Average(row => row[j]))];
            Assert.Equal(means[0], next.Means[0, j], 1e-12);
            Assert.Equal(means[1], next.Means[1, j], 1e-12);
            Assert.Equal(Wide.Values.Rows.Select((row, n) => Math.Pow(row[j] - means[labels[n]], 2)).Average(), next.Covariances[0][j, j], 1e-12);
        }
    }

    /// <summary>
    /// Lanes of eight for first and second moments, some sums with their errors, and copies of the parameters: not the 296 numbers a
    /// column that a tile of all columns has, nor a covariance to whiten by.
    /// </summary>
    [Fact]
    public void Memory_grows_with_components_times_columns_only()
    {
        const int Many = 200_000;
        var data = Dataset.FromTable(Table.Create(20, Many, ImmutableArray.CreateRange(
            Enumerable.Range(0, 20 * Many).Select(i => (i * 7919L % 10007 * 1e-3) + (i >= 10 * Many ? 20 : 0)))));
        foreach (var kind in SearchOptions.Default.Kinds)
        {
            var start = Initial.Of(kind, data, 2, 1, CovarianceStructure.Diagonal);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Em.Pass(data, start, new EmOptions { Threads = 1 });
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64L * 2 * Many * sizeof(double));
        }
    }

    /// <summary>Rows that are no data set.</summary>
    private sealed class Elsewhere(Dataset data) : IRowSource
    {
        private readonly IRowSource source = data;

        public long Count => source.Count;

        public int Dimension => source.Dimension;

        public bool IsWeighted => source.IsWeighted;

        public void Read(long first, Span<double> rows, Span<double> weights, Span<int> labels) => source.Read(first, rows, weights, labels);
    }
}
