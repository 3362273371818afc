namespace GmmPure.Tests;

/// <summary>Bits that travel: parts of the data, wherever they are summed, merge to one pass.</summary>
public class ExpectationTests
{
    private const int Leaf = Expectation.LeafRows;

    /// <summary>A hash of ℓ, counts and moments (FNV). It changes only when the arithmetic is changed on purpose.</summary>
    [Theory]
    [InlineData(1_000, 2017556259073680676UL)]
    [InlineData(70_000, 4096424941814651277UL)]
    [InlineData(1_100_000, 5369267711366861122UL)]
    public void A_pass_has_the_same_bits_everywhere(int count, ulong expected)
    {
        var data = Examples.Data(count, 2, seed: 1);
        var pass = Em.Pass(data, Examples.Mixture(CovarianceStructure.Full, 3, 2, seed: 2));

        ulong hash = pass.EffectiveCounts
            .Concat(pass.Statistics.FirstMoments.Elements)
            .Concat(pass.Statistics.SecondMoments.Elements)
            .Prepend(pass.LogLikelihood)
            .SelectMany(number => BitConverter.GetBytes(number))
            .Aggregate(14695981039346656037, (sum, part) => unchecked((sum ^ part) * 1099511628211));

        Assert.Equal(expected, hash);
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Parts_merge_in_any_order_to_the_bits_of_the_whole(string name)
    {
        var data = Examples.Weighted(Examples.Data((11 * Leaf) + 77, 2, seed: 1), seed: 2);
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 2, seed: 3);
        var whole = Em.Pass(data, mixture);
        int[] cuts = [0, 1, 4, 5, 7, 11, 12];
        var parts = cuts.Zip(cuts.Skip(1), (first, end) => Travelled(Part(data, mixture, whole.Statistics.Reference, first, end)));

        var each = parts.ToArray();
        var fromTheLeft = each.Aggregate((one, next) => one.Merge(next));
        var fromTheRight = each.Reverse().Aggregate((next, one) => one.Merge(next));
        var inPairs = each[0].Merge(each[1]).Merge(each[2].Merge(each[3]).Merge(each[4].Merge(each[5])));

        Assert.All([fromTheLeft, fromTheRight, inPairs], merged =>
        {
            Assert.Equal(whole, merged);
            Assert.Equal(whole.LogLikelihood, merged.LogLikelihood);
            Assert.Equal(whole.Statistics, merged.Statistics);
        });
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void An_expectation_reads_back_from_json_to_the_same_bits(string name)
    {
        var data = Examples.Weighted(Examples.Data((2 * Leaf) + 77, 2, seed: 1), seed: 2);
        var pass = Em.Pass(data, Examples.Mixture(Examples.Structure(name), 3, 2, seed: 3), firstLeaf: 5);

        var read = Expectation.TryParse(pass.ToJson()).Or(fault => throw new InvalidOperationException(fault.Message));

        Assert.Equal(pass, read);
        Assert.Equal(pass.ToBytes(), read.ToBytes());
        Assert.Equal(pass.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData("\"version\":1", "\"version\":2", "version")]
    [InlineData("gmmpure-expectation", "gmmpure-model", "format")]
    [InlineData("\"full\"", "\"whole\"", "moments")]
    [InlineData("false", "0", "pooled")]
    [InlineData("\"rows\":9", "\"rows\":-9", "rows")]
    [InlineData("\"rows\":9", "\"rows\":5000", null)]
    [InlineData("\"level\":0", "\"level\":1", null)]
    [InlineData("\"sums\":[[", "\"sums\":[[7,", null)]
    [InlineData("\"full\"", "\"diagonal\"", null)]
    public void Text_that_is_no_expectation_is_refused(string part, string replacement, string? member)
    {
        var data = Examples.Data(9, 2, seed: 1);
        string text = Em.Pass(data, Examples.Mixture(CovarianceStructure.Full, 2, 2, seed: 3)).ToJson();
        Assert.Contains(part, text, StringComparison.Ordinal);

        var outcome = Expectation.TryParse(text.Replace(part, replacement, StringComparison.Ordinal));

        Assert.Equal(member, outcome.Match(_ => "none", fault => fault.Member));
    }

    [Fact]
    public void A_history_from_parts_is_that_of_the_whole()
    {
        var data = Examples.Data((5 * Leaf) + 3, 3, seed: 1);
        var start = Examples.Mixture(CovarianceStructure.Tied, 3, 3, seed: 3);
        Expect engine = (mixture, reference) => Enumerable.Range(0, 6)
            .Select(leaf => Part(data, mixture, reference, leaf, leaf + 1))
            .Aggregate((one, next) => one.Merge(next));

        Assert.Equal(Em.Iterate(data, start).Take(4), Em.Iterate(data.Summary, start, engine).Take(4));
    }

    [Fact]
    public void Nothing_merges_with_anything()
    {
        var data = Examples.Data(Leaf + 1, 2, seed: 1);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 2, 2, seed: 3);
        var pass = Em.Pass(data, mixture, reference: mixture.Means);
        var zero = Expectation.Zero(CovarianceStructure.Full.Moments, mixture.Means);

        Assert.Equal(pass, zero.Merge(pass));
        Assert.Equal(pass, pass.Merge(zero));
        Assert.Equal(zero, Travelled(zero));
        Assert.Equal(0, zero.LogLikelihood);
        Assert.Throws<ArgumentException>(() => Expectation.Zero(default, Table.Create(0, 2, [])));
        Assert.Throws<ArgumentException>(() => Expectation.Zero(default, Table.Create(2, 0, [])));
    }

    /// <summary>The row that nobody reaches travels with its part, and of several the first is told.</summary>
    [Theory]
    [InlineData(10, Leaf + 20)]
    [InlineData(Leaf + 20, Leaf + 30)]
    public void A_row_of_density_0_travels(int first, int second)
    {
        double[] values = [.. Enumerable.Range(0, 2 * Leaf).Select(row => row == first || row == second ? 1e130 : row % 7)];
        int?[] labels = [.. Enumerable.Range(0, 2 * Leaf).Select(row => row == first ? 1 : (int?)null)];
        var data = Dataset.FromValues(values).WithLabels(labels);
        var mixture = GaussianMixture.Univariate([0.5, 0.5], [0, 1e130], [1e-60, 1e-60]);
        var twice = GaussianMixture.Univariate([0.5, 0.5], [0, 1], [1e-60, 1e-60]);

        Assert.Null(Em.Pass(data, mixture).Unreachable);
        var whole = Em.Pass(data, twice, reference: twice.Means);
        var parts = new[] { 0, 1 }
            .Select(leaf => Em.Pass(PartOf(values, labels, leaf), twice, reference: twice.Means, firstLeaf: leaf))
            .Select(Travelled)
            .ToArray();

        Assert.Equal((first, 1), (whole.Unreachable?.Row, whole.Unreachable?.Label));
        Assert.Equal(whole, parts[0].Merge(parts[1]));
        byte[] bytes = [.. whole.ToBytes()];
        bytes[^16] = 255; // The row, which is no longer one of the rows.
        bytes[^14] = 255;
        Assert.False(Expectation.TryParse(bytes.AsSpan()).IsSuccess);
        Assert.False(Expectation.TryParse(whole.ToJson().Replace("\"label\":1", "\"label\":2", StringComparison.Ordinal)).IsSuccess);

        static Dataset PartOf(double[] values, int?[] labels, int leaf) =>
            Dataset.FromValues(values[(leaf * Leaf)..((leaf + 1) * Leaf)]).WithLabels(labels[(leaf * Leaf)..((leaf + 1) * Leaf)]);
    }

    [Fact]
    public void Parts_that_do_not_follow_are_refused()
    {
        var data = Examples.Data(Leaf, 2, seed: 1);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 2, 2, seed: 3);
        var first = Em.Pass(data, mixture, reference: mixture.Means);
        var cutShort = Em.Pass(Examples.Data(Leaf - 1, 2, seed: 1), mixture, reference: mixture.Means);
        var third = Em.Pass(data, mixture, reference: mixture.Means, firstLeaf: 2);

        Assert.Throws<ArgumentNullException>("next", () => first.Merge(null!));
        Assert.Throws<ArgumentException>(() => first.Merge(third));
        Assert.Throws<ArgumentException>(() => first.Merge(first));
        Assert.Throws<ArgumentException>(() => cutShort.Merge(Em.Pass(data, mixture, reference: mixture.Means, firstLeaf: 1)));
        Assert.Throws<ArgumentException>(() => first.Merge(Em.Pass(data, mixture, firstLeaf: 1, reference: Table.FromRows([[0, 0], [0, 0]]))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Em.Pass(data, mixture, firstLeaf: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Em.Pass(data, mixture, firstLeaf: (1L << 48) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Em.Pass(data, mixture, firstLeaf: long.MaxValue));
    }

    [Fact]
    public void Parts_at_the_farthest_leaf_merge_as_well()
    {
        const long Last = 1L << 48;
        var data = Examples.Data(2 * Leaf, 2, seed: 1);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 2, 2, seed: 3);
        var whole = Em.Pass(data, mixture, reference: mixture.Means, firstLeaf: Last - 1);
        var parts = Enumerable.Range(0, 2).Select(leaf => Em.Pass(
            Dataset.FromTable(Table.Create(Leaf, 2, data.Values.Elements.AsSpan(leaf * Leaf * 2, Leaf * 2))),
            mixture, reference: mixture.Means, firstLeaf: Last - 1 + leaf)).ToArray();

        Assert.Equal(whole, parts[0].Merge(parts[1]));
        Assert.Equal(whole, Travelled(whole));
    }

    [Theory]
    [InlineData("full", 0, 0)]
    [InlineData("tied", 0, 1)]
    [InlineData("diagonal", 1, 0)]
    [InlineData("tied-diagonal", 1, 1)]
    [InlineData("spherical", 2, 0)]
    [InlineData("tied-spherical", 2, 1)]
    public void Bytes_begin_with_what_is_summed(string name, long shape, long pooled)
    {
        var mixture = Examples.Mixture(Examples.Structure(name), 2, 3, seed: 3);
        byte[] bytes = [.. Em.Pass(Examples.Data(9, 3, seed: 1), mixture).ToBytes()];

        Assert.Equal(
            [0x0001_0000_584D_4D47, shape, pooled, 2, 3, 0, 9],
            Enumerable.Range(0, 7).Select(i => BitConverter.ToInt64(bytes, i * sizeof(long))));
    }

    [Fact]
    public void Bytes_that_are_damaged_are_refused_or_another_expectation()
    {
        var mixture = Examples.Mixture(CovarianceStructure.Diagonal, 2, 2, seed: 3);
        byte[] bytes = [.. Em.Pass(Examples.Data(Leaf + 9, 2, seed: 1), mixture).ToBytes()];
        var header = Enumerable.Range(0, 7 * sizeof(long));

        Assert.All(Enumerable.Range(0, bytes.Length), length =>
            Assert.False(Expectation.TryParse(bytes.AsSpan(0, length)).IsSuccess));
        Assert.False(Expectation.TryParse([.. bytes, .. new byte[8]]).IsSuccess);
        Assert.All(header, place => Assert.All(new byte[] { 1, 64, 128, 255 }, change =>
        {
            byte[] damaged = [.. bytes];
            damaged[place] ^= change;
            Assert.True(!Expectation.TryParse(damaged).TryGet(out var read, out _) || read.ToBytes().SequenceEqual(damaged));
        }));
    }

    private static Expectation Part(Dataset data, GaussianMixture mixture, Table reference, int first, int end)
    {
        int begin = first * Leaf;
        int count = Math.Min(end * Leaf, data.Count) - begin;
        var rows = Dataset.FromTable(Table.Create(count, data.Dimension, data.Values.Elements.AsSpan(begin * data.Dimension, count * data.Dimension)));
        var part = data.Weights.IsEmpty ? rows : rows.WithWeights(data.Weights.Slice(begin, count));
        return Em.Pass(part, mixture, reference: reference, firstLeaf: first);
    }

    private static Expectation Travelled(Expectation expectation) =>
        Expectation.TryParse(expectation.ToBytes().AsSpan()).Or(fault => throw new FormatException(fault.Message));
}
