namespace GmmPure.Tests;

/// <summary>Positive definite matrices: what is one, and what it carries.</summary>
public class CovarianceTests
{
    private static readonly Table Matrix = Table.FromRows([[4, 2, 1], [2, 3, 0.5], [1, 0.5, 2]]);

    [Fact]
    public void A_full_matrix_carries_its_Cholesky_factor_and_log_determinant()
    {
        var full = Assert.IsType<FullCovariance>(Covariance.Full(Matrix));

        // Entries below 4 from at most 3 products and a root.
        var l = full.CholeskyFactor;
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(
            Matrix[i / 3, i % 3], Enumerable.Range(0, 3).Sum(m => l[i / 3, m] * l[i % 3, m]), 4 * Rounding.Gamma(8)));
        Assert.Equal([0, 0, 0], [l[0, 1], l[0, 2], l[1, 2]]);

        // det = 4·(6 − ¼) − 2·(4 − ½) + (1 − 3) = 14.
        Assert.Equal(Math.Log(14), full.LogDeterminant, Math.Log(14) * Rounding.Gamma(16));
        Assert.Equal(Math.Sqrt(3), full.StandardDeviation(1));
    }

    [Fact]
    public void Diagonal_and_spherical_are_matrices_too()
    {
        var diagonal = Covariance.Diagonal([1, 4]);
        var spherical = Covariance.Spherical(2, 9);

        Assert.Equal(Table.FromRows([[1, 0], [0, 4]]), diagonal.ToTable());
        Assert.Equal(Table.FromRows([[9, 0], [0, 9]]), spherical.ToTable());
        Assert.Equal((0, 4), (diagonal[0, 1], diagonal[1, 1]));
        Assert.Equal((0, 9), (spherical[1, 0], spherical[1, 1]));
        Assert.Equal(Math.Log(4), diagonal.LogDeterminant, Rounding.Gamma(8));
        Assert.Equal(2 * Math.Log(9), spherical.LogDeterminant, 5 * Rounding.Gamma(8));
        Assert.Throws<ArgumentOutOfRangeException>(() => diagonal[0, 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => spherical[-1, 0]);
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_refused_with_its_pivot()
    {
        var fault = Covariance.TryFull(Table.FromRows([[1, 0, 0], [0, 1, 2], [0, 2, 1]])).Match<ValueFault?>(_ => null, f => f);

        Assert.Equal(("matrix", 2, 2, -3), (fault?.Argument, fault?.Index, fault?.Column, fault?.Value));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[1, 1], [1, 1]])));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[0.0]])));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[-1.0]])));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[double.NaN]])));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[1, double.NaN], [double.NaN, 1]])));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[double.PositiveInfinity]])));
    }

    [Fact]
    public void A_matrix_that_is_not_square_or_not_symmetric_is_refused_by_its_entries()
    {
        var error = Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[1, 0.5], [0.25, 1]])));

        Assert.Contains("(1, 0) and (0, 1)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[1, 0.5]])));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([])));
    }

    [Fact]
    public void Asymmetry_by_rounding_is_forgiven_and_the_lower_triangle_counts()
    {
        double rounded = 0.5 + (4 * Rounding.Unit);

        var covariance = Covariance.Full(Table.FromRows([[1, rounded], [0.5, 1]]));

        Assert.Equal(Covariance.Full(Table.FromRows([[1, 0.5], [0.5, 1]])), covariance);
    }

    /// <summary>Of variances 4 and 16 the unit is 8, so that all numbers here are exact.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Rounding_is_2_to_the_minus_40_of_the_root_of_both_variances(int sign)
    {
        double end = 1 + (sign * Math.ScaleB(8, -40));
        Covariance Of(double upper) => Covariance.Full(Table.FromRows([[4, upper], [1, 16]]));

        Assert.Equal(Of(1), Of(end));
        Assert.Throws<ArgumentException>(() => Of(sign > 0 ? Math.BitIncrement(end) : Math.BitDecrement(end)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e-302)]
    [InlineData(1e302)]
    public void A_variance_is_positive_finite_and_has_a_root_that_can_be_inverted_and_squared(double variance)
    {
        Assert.Throws<ArgumentException>(() => Covariance.Diagonal([1, variance]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Covariance.Spherical(2, variance));
        Assert.Throws<ArgumentException>(() => Covariance.Full(Table.FromRows([[variance]])));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(-1000)]
    public void The_least_and_the_largest_variance_are_accepted(int exponent)
    {
        double variance = Math.ScaleB(1, exponent);

        Assert.Equal(variance, Covariance.Diagonal([variance])[0, 0]);
        Assert.Equal(variance, Covariance.Spherical(1, variance)[0, 0]);
        Assert.Equal(variance, Covariance.Full(Table.FromRows([[variance]]))[0, 0]);
    }

    /// <summary>Of correlation 1 − 2⁻ᵉ the second pivot is 2¹⁻ᵉ, without rounding.</summary>
    [Fact]
    public void A_pivot_of_D_times_2_to_minus_50_of_its_variance_is_the_first_that_is_too_small()
    {
        static Covariance Of(int exponent) =>
            Covariance.Full(Table.FromRows([[1, 1 - Math.ScaleB(1, -exponent)], [1 - Math.ScaleB(1, -exponent), 1]]));

        Assert.Equal(2, Of(49).Dimension);
        Assert.Throws<ArgumentException>(() => Of(50));
    }

    [Fact]
    public void Distances_are_in_units_of_the_deviations()
    {
        Assert.Equal(5, Covariance.Diagonal([4, 9]).SquaredNorm([2, 6]));
        Assert.Equal(5, Covariance.Full(Table.FromRows([[4, 0], [0, 9]])).SquaredNorm([2, 6]));
        Assert.Equal(5, Covariance.Spherical(2, 4).SquaredNorm([2, 4]));
    }

    [Fact]
    public void Shapes_without_columns_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Covariance.Diagonal([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Covariance.Spherical(0, 1));
    }

    [Fact]
    public void Match_takes_the_one_case_that_it_is()
    {
        string Name(Covariance covariance) => covariance.Match(full => "full", diagonal => "diagonal", spherical => "spherical");

        Assert.Equal("full", Name(Covariance.Full(Matrix)));
        Assert.Equal("diagonal", Name(Covariance.Diagonal([1])));
        Assert.Equal("spherical", Name(Covariance.Spherical(1, 1)));
        Assert.All(Enum.GetValues<CovarianceShape>(), shape => Assert.Equal(shape, OfShape(shape).Shape));
    }

    [Fact]
    public void Structures_have_names_that_lead_back_to_them()
    {
        Assert.Equal(6, CovarianceStructure.All.Distinct().Count());
        Assert.All(CovarianceStructure.All, structure => Assert.Equal(structure, CovarianceStructure.FromName(structure.Name)));
        Assert.Null(CovarianceStructure.FromName("Full"));
    }

    private static Covariance OfShape(CovarianceShape shape) => shape switch
    {
        CovarianceShape.Full => Covariance.Full(Matrix),
        CovarianceShape.Diagonal => Covariance.Diagonal([1]),
        _ => Covariance.Spherical(1, 1),
    };
}
