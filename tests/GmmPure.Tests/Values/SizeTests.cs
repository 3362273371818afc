namespace GmmPure.Tests;

/// <summary>Products of counts are either right or refused: none wraps around.</summary>
public class SizeTests
{
    private const int Huge = 100_000;

    [Fact]
    public void Free_parameters_are_counted_beyond_32_bits()
    {
        // One matrix of 1000 columns stands for all 4300 components: 4299 + 4300·1000 + 4300·1000·1001/2 parameters.
        var matrix = Covariance.Full(Covariance.Spherical(1000, 1).ToTable());
        var mixture = GaussianMixture.Create(
            Enumerable.Repeat(1 / 4300.0, 4300), Table.Create(4300, 1000, new double[4_300_000]), Enumerable.Repeat(matrix, 4300));

        Assert.Equal(2_156_454_299, mixture.FreeParameters);
        Assert.Equal(2 * 2_156_454_299.0, Criteria.Aic(0, mixture.FreeParameters));
    }

    [Fact]
    public void A_structure_counts_or_refuses()
    {
        Assert.Equal(5_000_050_000, CovarianceStructure.Full.FreeParameters(1, Huge));
        Assert.Equal(int.MaxValue * (1L << 30), CovarianceStructure.Tied.FreeParameters(int.MaxValue, int.MaxValue));
        Assert.Equal((long)int.MaxValue * int.MaxValue, CovarianceStructure.Diagonal.FreeParameters(int.MaxValue, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovarianceStructure.Full.FreeParameters(int.MaxValue, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovarianceStructure.Full.FreeParameters(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CovarianceStructure.Full.FreeParameters(1, -1));
    }

    [Fact]
    public void A_ball_in_many_dimensions_has_no_table_but_a_description()
    {
        var ball = Covariance.Spherical(Huge, 2);

        Assert.Contains("100000×100000", Assert.Throws<ArgumentException>(ball.ToTable).Message, StringComparison.Ordinal);
        Assert.Equal("Spherical Table 100000×100000", ball.ToString());
        Assert.Equal("Spherical [[2, 0], [0, 2]]", Covariance.Spherical(2, 2).ToString());
    }

    [Fact]
    public void Moments_that_no_array_can_hold_are_refused_but_a_row_of_as_many_columns_is_not()
    {
        // 2²³ columns times the 256 rows of a tile, which holds a panel of them at a time.
        var wide = Dataset.FromTable(Table.Create(1, 1 << 23, new double[1 << 23]));
        var mixture = GaussianMixture.Create([1], wide.Values, [Covariance.Spherical(1 << 23, 1)]);

        Assert.Equal(1, Em.EStep(wide, mixture).Responsibilities[0, 0]);
        Assert.Throws<ArgumentException>(() =>
            SufficientStatistics.Zero(CovarianceStructure.Full.Moments, Table.Create(1, Huge, new double[Huge])));
    }

    [Fact]
    public void Labels_beyond_the_number_of_rows_are_refused_as_labels() =>
        Assert.Equal(
            "labels",
            Assert.Throws<ArgumentException>(() => Initial.FromLabels(Dataset.FromValues([0, 1]), [0, int.MaxValue])).ParamName);
}
