using GmmPure.Kernels;

namespace GmmPure.Tests;

/// <summary>Rows that lie elsewhere than in a data set give its bits.</summary>
public class RowSourceTests
{
    private const int Rows = (3 * Expectation.LeafRows) + 300;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_fit_has_the_bits_of_one_in_memory(bool isWeighted, bool isLabelled)
    {
        var source = new Computed(Rows) { IsWeighted = isWeighted, IsLabelled = isLabelled };
        var data = source.InMemory();
        var start = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 3);
        var about = DataSummary.Of(source);

        Assert.Equal(data.Summary, about);
        Assert.All<int?>([1, 3, null], threads => Assert.Equal(
            Em.Iterate(data, start).Take(4),
            Em.Iterate(about, start, (mixture, reference) => Em.Pass(source, mixture, reference, new EmOptions { Threads = threads })).Take(4)));
    }

    [Fact]
    public void Narrow_numbers_are_widened_when_they_are_read()
    {
        float[] numbers = [.. Examples.Data(Rows, 3, seed: 1).Values.Elements.Select(number => (float)number)];
        var data = Dataset.FromTable(Table.Create(Rows, 3, [.. numbers.Select(number => (double)number)]));
        var source = new Narrow(numbers, 3);
        var start = Examples.Mixture(CovarianceStructure.Tied, 3, 3, seed: 3);

        Assert.Equal(data.Summary, DataSummary.Of(source));
        Assert.Equal(
            Em.Iterate(data, start).Take(4),
            Em.Iterate(DataSummary.Of(source), start, (mixture, reference) => Em.Pass(source, mixture, reference)).Take(4));
    }

    /// <summary>A source of every part, each passed over by itself: as of files that lie on several machines.</summary>
    [Fact]
    public void Chunks_merge_to_the_bits_of_the_whole()
    {
        var whole = new Computed(Rows) { IsWeighted = true, IsLabelled = true };
        int[] cuts = [0, 1, 3, 4];
        var chunks = cuts.Zip(cuts.Skip(1), (first, end) => (
            First: (long)first,
            Part: new Computed(Math.Min(end * Expectation.LeafRows, Rows) - (first * Expectation.LeafRows))
            {
                Offset = first * Expectation.LeafRows,
                IsWeighted = true,
                IsLabelled = true,
            })).ToArray();
        var start = Examples.Mixture(CovarianceStructure.Diagonal, 3, 2, seed: 3);
        Expect engine = (mixture, reference) => chunks
            .Select(chunk => Em.Pass(chunk.Part, mixture, reference, firstLeaf: chunk.First))
            .Aggregate((one, next) => one.Merge(next));

        Assert.Equal(Em.Iterate(whole.InMemory(), start).Take(4), Em.Iterate(DataSummary.Of(whole), start, engine).Take(4));
        var merged = chunks.Select(chunk => DataSummary.Of(chunk.Part)).Aggregate((one, next) => one.Merge(next));
        Assert.Equal((whole.Count, DataSummary.Of(whole).KnownLabels), (merged.RowCount, merged.KnownLabels));
    }

    /// <summary>A data set itself is a source, by whatever way it is read.</summary>
    [Fact]
    public void A_data_set_is_a_source()
    {
        var data = new Computed(1000) { IsWeighted = true, IsLabelled = true }.InMemory();
        var start = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 3);
        IRowSource rows = data;

        Assert.Equal(Em.Pass(data, start, reference: start.Means), Em.Pass(rows, start, start.Means));
        Assert.Equal(Em.Pass(data, start, reference: start.Means), Em.Pass(new Wrapped(rows), start, start.Means));
        Assert.Equal(data.Summary, DataSummary.Of(rows));
        Assert.Equal(data.Summary, DataSummary.Of(new Wrapped(rows)));
    }

    /// <summary>The number of rows is that of two blocks, or of none, so that a read too many would be an empty one.</summary>
    [Theory]
    [InlineData(8192)]
    [InlineData(0)]
    public void No_source_is_asked_for_no_rows(int count)
    {
        var source = new Computed(count) { RefusesEmptyReads = true };

        Assert.Equal(count, DataSummary.TryOf(source).Match(about => about.RowCount, fault => fault is DataFault.Empty ? 0 : -1));
    }

    [Theory]
    [InlineData(Dataset.SmallestTotalWeight)]
    [InlineData(Dataset.LargestTotalWeight)]
    public void The_least_and_the_largest_total_weight_are_those_of_a_data_set(double total)
    {
        var data = Dataset.FromValues([0, 1]).WithWeights([total / 2, total / 2]);

        Assert.Equal(data.Summary, DataSummary.Of(new Wrapped(data)));
    }

    /// <summary>Row numbers beyond 2³¹, and places beyond 2⁵⁹.</summary>
    [Fact]
    public void Rows_may_be_more_than_an_int_counts()
    {
        const long Far = 5_000_000_000;
        const long LastLeaf = 1L << 48;
        var source = new Computed(Far + 256) { UnreachableFrom = Far + 5 };
        var tile = new Tile(2, 1);
        var near = new Tile(2, 1);
        var mixture = GaussianMixture.Create([1], Table.FromRows([[0, 0]]), [Covariance.Spherical(2, 1e-60)]);
        RowLoader.Of(source).Load(tile, Far, 256);
        RowLoader.Of(new Computed(256) { Offset = Far, UnreachableFrom = 5 }).Load(near, 0, 256);

        Assert.Equal((Far, 256), (tile.First, tile.Count));
        Assert.True(MemoryOf(tile).SequenceEqual(MemoryOf(near)));
        var kernels = KernelSet.Widest;
        var aside = new TileExpectation(kernels.Densities(MixtureTerms.Of(mixture)), Assignment.Soft, kernels).Run(tile);
        Assert.Equal(Enumerable.Range(5, 251).Select(sample => Far + sample), aside.Select(each => each.Row));

        var parts = new[] { 0, 1 }.Select(leaf => Em.Pass(
            new Computed(Expectation.LeafRows) { Offset = leaf * Expectation.LeafRows }, mixture, mixture.Means, firstLeaf: LastLeaf - 1 + leaf)).ToArray();
        Assert.Equal(
            Em.Pass(new Computed(2 * Expectation.LeafRows).InMemory(), mixture, reference: mixture.Means, firstLeaf: LastLeaf - 1),
            parts[0].Merge(parts[1]));

        static double[] MemoryOf(Tile tile) => [.. Enumerable.Range(0, 2).SelectMany(column =>
            System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref tile.Columns, 2 * Tile.Stride).Slice(column * Tile.Stride, 256).ToArray())];
    }

    [Fact]
    public void Rows_that_no_data_set_could_hold_are_refused_where_they_are_read()
    {
        var start = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 3);
        var infinite = new Computed(Rows) { Wrong = [(9000, 1, double.PositiveInfinity)] };
        var large = new Computed(Rows) { Wrong = [(9000, 0, 1e200)] };
        var mislabelled = new Computed(Rows) { IsLabelled = true, LabelsFrom = 7 };

        var fault = DataSummary.TryOf(infinite).Match(_ => throw new InvalidOperationException(), found => found);
        Assert.Equal((9000, 1), fault is DataFault.NotFinite place ? (place.Row, place.Column) : default);
        Assert.IsType<DataFault.TooLarge>(DataSummary.TryOf(large).Match<DataFault?>(_ => null, found => found));
        Assert.IsType<DataFault.Empty>(DataSummary.TryOf(new Computed(0)).Match<DataFault?>(_ => null, found => found));
        Assert.IsType<DataFault.BadWeight>(DataSummary.TryOf(new Computed(Rows) { IsWeighted = true, Wrong = [(3, 2, -1)] }).Match<DataFault?>(_ => null, found => found));
        Assert.IsType<DataFault.BadTotalWeight>(DataSummary.TryOf(new Computed(1) { IsWeighted = true, Wrong = [(0, 2, 0)] }).Match<DataFault?>(_ => null, found => found));
        Assert.IsType<DataFault.TooNarrow>(DataSummary.TryOf(new Narrow([0, 0, 0, float.Epsilon], 1) { Scale = 1e-200 }).Match<DataFault?>(_ => null, found => found));
        Assert.Throws<ArgumentException>(() => DataSummary.Of(infinite));
        Assert.All<int?>([1, 2, null], threads => Assert.All([infinite, large, mislabelled], source =>
        {
            var error = Assert.Throws<ArgumentException>(() => Em.Pass(source, start, start.Means, new EmOptions { Threads = threads }));
            Assert.StartsWith(source == mislabelled ? "Row 0 " : "Row 9000,", error.Message, StringComparison.Ordinal);
        }));
        Assert.Throws<ArgumentException>("rows", () => DataSummary.Of(new Computed(-1)));
        Assert.Throws<ArgumentException>("rows", () => DataSummary.Of(new Computed(5) { Dimension = 0 }));
        Assert.Throws<ArgumentException>("rows", () => Em.Pass(new Computed((1L << 60) + 1), start, start.Means));
        Assert.Equal(1L << 60, RowBlock.Check(new Computed(1L << 60)).Count);
        Assert.Throws<ArgumentNullException>("rows", () => DataSummary.Of(null!));
        Assert.Throws<ArgumentException>(() => Em.Pass(new Narrow([1, 2, 3], 3), start, start.Means));
        Assert.Throws<ArgumentException>(() => DataSummary.Of(new Computed(Rows) { IsLabelled = true, LabelsFrom = -9 }));
        Assert.Throws<ArgumentException>(() => Em.Iterate(DataSummary.Of(mislabelled), start, (mixture, reference) => Em.Pass(mislabelled, mixture, reference)));
        Assert.Equal(0, Em.Pass(new Computed(0), start, start.Means).RowCount);
    }

    /// <summary>The weights are looked at before the values, as in a data set.</summary>
    [Fact]
    public void Of_several_faults_the_first_is_told()
    {
        var both = new Computed(Rows) { IsWeighted = true, Wrong = [(3, 1, 1e200), (5, 2, -1), (7, 2, -2)] };
        var mislabelled = new Computed(Rows) { IsLabelled = true, Wrong = [(9001, 3, -7)] };

        var fault = DataSummary.TryOf(both).Match<DataFault?>(_ => null, found => found);
        Assert.Equal((5, -1), fault is DataFault.BadWeight weight ? (weight.Row, weight.Weight) : default);
        Assert.StartsWith("Row 9001:", Assert.Throws<ArgumentException>(() => DataSummary.Of(mislabelled)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pass_is_over_rows_and_about_points_that_fit_the_mixture()
    {
        var source = new Computed(9);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 3);
        var wide = Examples.Mixture(CovarianceStructure.Full, 3, 3, seed: 3);

        Assert.Throws<ArgumentException>("rows", () => Em.Pass(source, wide, wide.Means));
        Assert.Throws<ArgumentException>("data", () => Em.Pass(source.InMemory(), wide, reference: wide.Means));
        Assert.Throws<ArgumentException>("reference", () => Em.Pass(source, mixture, wide.Means));
        Assert.Throws<ArgumentException>("reference", () => Em.Pass(source.InMemory(), mixture, reference: wide.Means));
    }

    /// <summary>Rows of two numbers that are computed from their own when they are read; the weights of the first 700 are 1.</summary>
    private sealed record Computed(long Count) : IRowSource
    {
        public int Dimension { get; init; } = 2;

        public long Offset { get; init; }

        public bool IsWeighted { get; init; }

        public bool IsLabelled { get; init; }

        public int LabelsFrom { get; init; }

        public long UnreachableFrom { get; init; } = long.MaxValue;

        /// <summary>Rows, columns (the weight being column 2, the label column 3) and what stands there.</summary>
        public ImmutableArray<(long Row, int Column, double Value)> Wrong { get; init; } = [];

        public bool RefusesEmptyReads { get; init; }

        public void Read(long first, Span<double> rows, Span<double> weights, Span<int> labels)
        {
            Assert.False(RefusesEmptyReads && labels.IsEmpty, "Rows are read to be seen.");
            for (int i = 0; i < labels.Length; i++)
            {
                long row = Offset + first + i;
                (rows[2 * i], rows[(2 * i) + 1]) = first + i >= UnreachableFrom ? (1e130, 0) : (Part(row, 1) * 4, Part(row, 2) + Part(row, 1));
                if (IsWeighted)
                {
                    weights[i] = row < 700 ? 1 : row % 7 == 0 ? 0 : 0.5 + Part(row, 3);
                }

                if (IsLabelled && row % 4 == 0)
                {
                    labels[i] = LabelsFrom + (int)(row / 4 % 3);
                }

                foreach (var wrong in Wrong.Where(each => each.Row == row))
                {
                    _ = wrong.Column switch
                    {
                        2 => weights[i] = wrong.Value,
                        3 => labels[i] = (int)wrong.Value,
                        _ => rows[(2 * i) + wrong.Column] = wrong.Value,
                    };
                }
            }
        }

        /// <summary>The same as a data set.</summary>
        public Dataset InMemory()
        {
            double[] rows = new double[2 * Count];
            double[] weights = new double[IsWeighted ? Count : 0];
            int[] labels = new int[Count];
            Array.Fill(labels, -1);
            Read(0, rows, weights, labels);
            var data = Dataset.FromTable(Table.Create((int)Count, 2, rows));
            data = IsWeighted ? data.WithWeights(weights) : data;
            return IsLabelled ? data.WithLabels(labels.Select(label => label < 0 ? (int?)null : label)) : data;
        }

        /// <summary>Numbers of [0, 1) without a pattern.</summary>
        private static double Part(long row, int which)
        {
            double product = Math.Sin((row * 12.9898) + (which * 78.233)) * 43758.5453;
            return product - Math.Floor(product);
        }
    }

    /// <summary>Rows of single precision.</summary>
    private sealed class Narrow(float[] numbers, int dimension) : IRowSource
    {
        public long Count => numbers.Length / dimension;

        public int Dimension => dimension;

        public bool IsWeighted => false;

        public double Scale { get; init; } = 1;

        public void Read(long first, Span<double> rows, Span<double> weights, Span<int> labels)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = Scale * numbers[(first * dimension) + i];
            }
        }
    }

    private sealed class Wrapped(IRowSource rows) : IRowSource
    {
        public long Count => rows.Count;

        public int Dimension => rows.Dimension;

        public bool IsWeighted => rows.IsWeighted;

        public void Read(long first, Span<double> values, Span<double> weights, Span<int> labels) => rows.Read(first, values, weights, labels);
    }
}
