namespace GmmPure.Tests;

/// <summary>Data sets where rows count for nothing, or nearly; distinct rows; and summaries of parts.</summary>
public class DataEdgesTests
{
    [Theory]
    [InlineData(10, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(0, 0)]
    public void Distinct_rows_are_counted_up_to_a_limit(int limit, int count)
    {
        var data = Dataset.FromRows([[0, 1], [0, 1], [1, 0], [0, 1], [2, 2]]);

        Assert.Equal(count, data.CountDistinctRows(limit));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.CountDistinctRows(-1));
    }

    /// <summary>A number's hash code is the halves of its bits, one XOR the other; that of a row of one number is made of it.</summary>
    [Fact]
    public void Rows_of_equal_hashes_are_told_apart()
    {
        double other = BitConverter.Int64BitsToDouble(0x4000_0000_7FF0_0000);
        Assert.Equal(1.0.GetHashCode(), other.GetHashCode());

        Assert.Equal(2, Dataset.FromValues([1, other, other, 1]).CountDistinctRows());
    }

    /// <summary>Of a total of 4, a share of 2⁻⁵² is 2⁻⁵⁰; weights as small as these leave the total as it is.</summary>
    [Theory]
    [InlineData(-49, 3)]
    [InlineData(-50, 2)]
    [InlineData(-51, 2)]
    public void A_row_that_weighs_no_more_than_a_negligible_share_is_none(int power, int count)
    {
        var data = Dataset.FromValues([0, 1, 2]).WithWeights([2, 2 - Math.ScaleB(1, power), Math.ScaleB(1, power)]);

        Assert.Equal(count, data.CountDistinctRows());
    }

    [Fact]
    public void Rows_of_weight_0_do_not_spread_the_data()
    {
        var far = Dataset.FromRows([[1e9, 5], [1, 0.1], [1, 0.1]]).WithWeights([0, 1, 1]);
        var narrow = Dataset.TryCreate(Table.Create(3, 1, [0, 1e-140, 1]), [1, 1, 0]);

        Assert.Equal([0.0, 0.0], far.ColumnVariances);
        Assert.Equal([1, 0.1], far.ColumnMeans);
        Assert.IsType<DataFault.TooNarrow>(narrow.Match<DataFault?>(_ => null, fault => fault));
    }

    [Fact]
    public void Weights_keep_the_columns_names()
    {
        var data = Dataset.FromRows([[0, 1], [2, 3]]);

        Assert.Equal(["a", "b"], data.WithColumnNames(["a", "b"]).WithWeights([1, 2]).ColumnNames);
        Assert.Empty(data.WithWeights([1, 2]).ColumnNames);
        Assert.Empty(data.SelectColumns([1]).ColumnNames);
        Assert.Throws<ArgumentException>(() => data.WithColumnNames(["a"]));
        Assert.Throws<ArgumentException>(() => data.WithColumnNames(["a", "b", "c"]));
        Assert.ThrowsAny<ArgumentException>(() => data.WithColumnNames(["a", "\ud800"]));
    }

    [Theory]
    [InlineData(Dataset.SmallestTotalWeight)]
    [InlineData(Dataset.LargestTotalWeight)]
    public void The_least_and_the_largest_total_weight_are_accepted(double total) =>
        Assert.Equal(total, Dataset.FromValues([0, 1]).WithWeights([total / 2, total / 2]).TotalWeight);

    /// <summary>Means 1 and 6, variances 1 and 4: together ½·1 + ½·4 + ¼·5², without rounding.</summary>
    [Fact]
    public void Summaries_of_parts_merge_to_that_of_the_whole()
    {
        var (one, other) = (Dataset.FromValues([0, 2]), Dataset.FromValues([4, 8]));

        var merged = one.Summary.Merge(other.Summary);

        Assert.Equal(Dataset.FromValues([0, 2, 4, 8]).Summary, merged);
        Assert.Equal((4L, 4.0, 3.5, 8.75), (merged.RowCount, merged.TotalWeight, merged.ColumnMeans[0], merged.ColumnVariances[0]));
        Assert.NotEqual(one.Summary, merged);
        Assert.NotEqual(one.Summary, other.Summary);
        Assert.False(one.Summary.Equals(null));
        Assert.Equal(merged, other.Summary.Merge(one.Summary));
        Assert.Throws<ArgumentNullException>("other", () => one.Summary.Merge(null!));
        Assert.Throws<ArgumentException>(() => one.Summary.Merge(Dataset.FromRows([[0, 1]]).Summary));
        Assert.Throws<ArgumentException>(() => one.Summary.Merge(other.WithColumnNames(["x"]).Summary));
    }

    [Fact]
    public void Labels_of_which_none_is_known_are_no_labels_to_a_summary()
    {
        var data = Dataset.FromValues([0, 2]);

        Assert.Equal(data.Summary, data.WithLabels([null, null]).Summary);
    }

    /// <summary>Label 2 is of a third component.</summary>
    [Fact]
    public void Merged_summaries_know_the_largest_label_of_either()
    {
        var data = Dataset.FromValues([0, 2]);
        var (first, third) = (data.WithLabels([0, null]).Summary, data.WithLabels([null, 2]).Summary);
        var pair = GaussianMixture.Univariate([0.5, 0.5], [0, 2], [1, 1]);
        Expect never = (_, _) => throw new InvalidOperationException();

        Assert.All([first.Merge(third), third.Merge(first)], merged =>
            Assert.Throws<ArgumentException>("about", () => Em.Iterate(merged, pair, never)));
        Assert.NotNull(Em.Iterate(first.Merge(first), pair, never));
    }
}
