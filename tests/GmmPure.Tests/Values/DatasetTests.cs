namespace GmmPure.Tests;

/// <summary>What a data set accepts, and by which row and column it refuses.</summary>
public class DatasetTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_not_finite_is_named_by_row_and_column(double value)
    {
        IEnumerable<double>[] rows = [[0, 1, 2], [3, 4, value]];

        var error = Assert.Throws<ArgumentException>(() => Dataset.FromRows(rows));
        var fault = Assert.IsType<DataFault.NotFinite>(Fault(Dataset.TryFromRows(rows)));

        Assert.Contains("Row 1, column 2", error.Message, StringComparison.Ordinal);
        Assert.Equal((1, 2, value), (fault.Row, fault.Column, fault.Value));
    }

    [Fact]
    public void A_row_of_another_length_is_named()
    {
        IEnumerable<double>[] rows = [[0, 1], [2, 3], [4]];

        var error = Assert.Throws<ArgumentException>(() => Dataset.FromRows(rows));
        var fault = Assert.IsType<DataFault.Ragged>(Fault(Dataset.TryFromRows(rows)));

        Assert.Contains("Row 2", error.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1, 2), (fault.Row, fault.Found, fault.Expected));
    }

    [Fact]
    public void No_rows_or_no_columns_are_no_data_set()
    {
        Assert.IsType<DataFault.Empty>(Fault(Dataset.TryFromRows([])));
        Assert.IsType<DataFault.Empty>(Fault(Dataset.TryFromRows([[], []])));
        Assert.Throws<ArgumentException>(() => Dataset.FromValues([]));
        Assert.Throws<ArgumentNullException>(() => Dataset.FromRows(null!));
        Assert.Throws<ArgumentException>(() => Dataset.FromRows([null!]));
    }

    [Fact]
    public void Numbers_whose_squares_would_over_or_underflow_are_faults_with_their_place()
    {
        var large = Assert.IsType<DataFault.TooLarge>(Fault(Dataset.TryFromRows([[0, 1e136]])));
        var narrow = Assert.IsType<DataFault.TooNarrow>(Fault(Dataset.TryFromRows([[0, 0], [1, 1e-140]])));

        Assert.Equal((0, 1), (large.Row, large.Column));
        Assert.Equal((1, 1e-140), (narrow.Column, narrow.Spread));
    }

    [Theory]
    [InlineData(Dataset.LargestValue)]
    [InlineData(-Dataset.LargestValue)]
    public void The_largest_value_is_still_accepted(double value) =>
        Assert.True(double.IsFinite(Dataset.FromValues([0, value]).ColumnVariances[0]));

    [Fact]
    public void The_smallest_spread_is_still_accepted_and_has_a_variance() =>
        Assert.True(double.IsNormal(Dataset.FromValues([0, Dataset.SmallestSpread]).ColumnVariances[0]));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_negative_or_not_finite_is_named_by_row(double weight)
    {
        var data = Dataset.FromValues([1, 2, 3]);

        var fault = Assert.IsType<DataFault.BadWeight>(Fault(Dataset.TryCreate(data.Values, [1, weight, 1])));

        Assert.Equal((1, weight), (fault.Row, fault.Weight));
        Assert.Equal(0, Assert.IsType<DataFault.BadWeight>(Fault(Dataset.TryCreate(data.Values, [weight, 1, 1]))).Row);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => data.WithWeights([1, weight, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_must_be_one_a_row_and_count_for_something()
    {
        var data = Dataset.FromValues([1, 2, 3]);

        Assert.Throws<ArgumentException>(() => data.WithWeights([1, 1]));
        Assert.Throws<ArgumentException>(() => data.WithWeights([]));
        var nothing = Assert.IsType<DataFault.BadTotalWeight>(Fault(Dataset.TryCreate(data.Values, [0, 0, 0])));
        Assert.Equal("Every row has weight 0: at least one must count.", nothing.Message);
        Assert.IsType<DataFault.BadTotalWeight>(Fault(Dataset.TryCreate(data.Values, [1e31, 0, 0])));
        var little = Assert.IsType<DataFault.BadTotalWeight>(Fault(Dataset.TryCreate(data.Values, [1e-31, 0, 0])));
        Assert.Contains("sum to 1E-31", little.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_row_that_is_not_there_has_no_weight(int row)
    {
        var data = Dataset.FromValues([1, 2, 3]);

        Assert.Throws<ArgumentOutOfRangeException>(() => data.WeightOf(row));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.WithWeights([1, 2, 3]).WeightOf(row));
    }

    [Fact]
    public void Column_moments_are_weighted_and_a_constant_column_has_variance_0_exactly()
    {
        var data = Dataset.FromRows([[1, 0.1], [3, 0.1], [100, 7]]).WithWeights([3, 1, 0]);

        Assert.Equal([1.5, 0.1], data.ColumnMeans);
        Assert.Equal([0.75, 0], data.ColumnVariances);
        Assert.Equal(4, data.TotalWeight);
        Assert.Equal((3, 2), (data.Count, data.Dimension));
    }

    [Fact]
    public void Weights_have_an_effective_number_and_can_be_scaled_to_it()
    {
        var data = Dataset.FromRows([[0, 1], [2, 3], [4, 5], [6, 7]]).WithColumnNames(["a", "b"]).WithLabels([0, null, 1, null]);

        Assert.Equal(4, data.EffectiveCount);
        Assert.Equal(4, data.WithWeights([0.25, 0.25, 0.25, 0.25]).EffectiveCount);
        Assert.Equal(64.0 / 22, data.WithWeights([1, 2, 1, 4]).EffectiveCount, 1e-14);
        Assert.Equal(1, data.WithWeights([0, 7e20, 0, 0]).EffectiveCount);
        var scaled = data.WithWeights([1, 2, 1, 4]).WithTotalWeight(4);
        Assert.Equal(data.WithWeights([0.5, 1, 0.5, 2]), scaled);
        Assert.Equal([0.5, 0.5, 0.5, 0.5], data.WithTotalWeight(2).Weights);
        Assert.Throws<ArgumentOutOfRangeException>("total", () => data.WithTotalWeight(0));
        Assert.Throws<ArgumentOutOfRangeException>("total", () => data.WithTotalWeight(double.NaN));
    }

    [Fact]
    public void Columns_can_be_named_and_chosen()
    {
        var data = Dataset.FromRows([[1, 2, 3], [4, 5, 6]]).WithColumnNames(["a", "b", "c"]).WithWeights([1, 2]);

        var chosen = data.SelectColumns([2, 0]);

        Assert.Equal(Dataset.FromRows([[3, 1], [6, 4]]).WithColumnNames(["c", "a"]).WithWeights([1, 2]), chosen);
        Assert.Throws<ArgumentException>(() => data.SelectColumns([]));
        Assert.Throws<ArgumentException>(() => data.SelectColumns([3]));
        Assert.Throws<ArgumentException>(() => data.SelectColumns([1, 1]));
        Assert.Throws<ArgumentException>(() => data.WithColumnNames(["a", "b"]));
        Assert.Throws<ArgumentException>(() => data.WithColumnNames(["a", "b", "a"]));
    }

    [Fact]
    public void A_data_set_keeps_a_copy_of_what_it_is_made_of()
    {
        double[] row = [1, 2];
        double[,] array = { { 1, 2 } };
        var (fromRows, fromArray) = (Dataset.FromRows([row]), Dataset.FromArray(array));

        row[0] = array[0, 0] = 9;
        fromArray.Values.ToArray()[0, 0] = 9;

        Assert.Equal(1, fromRows[0, 0]);
        Assert.Equal(fromRows, fromArray);
        Assert.Equal([1, 2], fromRows.Row(0).ToArray());
    }

    private static DataFault? Fault(Outcome<Dataset, DataFault> outcome) => outcome.Match<DataFault?>(_ => null, fault => fault);
}
