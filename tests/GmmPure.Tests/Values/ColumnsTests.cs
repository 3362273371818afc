using MathNet.Numerics.LinearAlgebra;

namespace GmmPure.Tests;

/// <summary>Marginal and conditional mixtures.</summary>
public class ColumnsTests
{
    private static readonly ImmutableArray<int> Known = [3, 1];

    private static readonly ImmutableArray<int> Open = [0, 2];

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_marginal_has_the_chosen_columns_in_their_order(string name)
    {
        var mixture = Mixture(name);

        var marginal = mixture.Marginal(Known);

        Assert.Equal(mixture.Structure, marginal.Structure);
        Assert.Equal(mixture.Weights, marginal.Weights);
        Assert.Equal(["d", "b"], marginal.ColumnNames);
        Assert.All(Enumerable.Range(0, 3), k =>
        {
            Assert.Equal([mixture.Means[k, 3], mixture.Means[k, 1]], marginal.Means.Row(k).ToArray());
            Assert.Equal(
                [mixture.Covariances[k][3, 3], mixture.Covariances[k][3, 1], mixture.Covariances[k][1, 3], mixture.Covariances[k][1, 1]],
                marginal.Covariances[k].ToTable().Elements);
        });
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_conditional_has_the_textbooks_moments(string name)
    {
        var mixture = Mixture(name);
        double[] values = [0.5, -1.25];

        var conditional = mixture.Conditional(Known, values);

        Assert.Equal(["a", "c"], conditional.ColumnNames);
        Assert.Equal(mixture.Structure, conditional.Structure);
        var weights = Em.EStep(Dataset.FromRows([values]), mixture.Marginal(Known).WithColumnNames(["x1", "x2"]));
        Assert.Equal(weights.Responsibilities.Row(0).ToArray(), conditional.Weights);
        for (int k = 0; k < 3; k++)
        {
            // Bishop 2.81 and 2.82, solved by another library. Condition numbers are below 16, numbers below 4, and a
            // solution in four dimensions takes some 16 operations in a row.
            var s = Bounds.Matrix(mixture.Covariances[k]);
            var gain = Block(s, Open, Known) * Block(s, Known, Known).Inverse();
            var mean = Vector(mixture, k, Open) + (gain * (Vector<double>.Build.Dense(values) - Vector(mixture, k, Known)));
            var covariance = Block(s, Open, Open) - (gain * Block(s, Known, Open));
            Assert.All(Enumerable.Range(0, 2), i => Assert.Equal(mean[i], conditional.Means[k, i], 16 * 4 * Rounding.Gamma(32)));
            Assert.All(Enumerable.Range(0, 4), i =>
                Assert.Equal(covariance[i / 2, i % 2], conditional.Covariances[k][i / 2, i % 2], 16 * 4 * Rounding.Gamma(32)));
        }
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void The_density_of_all_is_the_marginal_density_times_the_conditional(string name)
    {
        var mixture = Mixture(name);
        var data = Examples.Data(20, 4, seed: 3);

        Assert.All(data.Values.Rows, row =>
        {
            double[] known = [row[3], row[1]];
            double joint = mixture.LogDensity(row);
            double product = mixture.Marginal(Known).LogDensity(known) + mixture.Conditional(Known, known).LogDensity([row[0], row[2]]);

            // Three log-densities, of the same covariances or blocks of them, at Δ² no larger than the whole's.
            double bound = Enumerable.Range(0, 3).Max(k => Bounds.LogGaussian(
                mixture.Covariances[k],
                Bounds.SquaredDistance(mixture.Covariances[k], row.Select((x, j) => x - mixture.Means[k, j]))));
            Assert.Equal(joint, product, 3 * bound);
        });
    }

    [Fact]
    public void The_factor_of_a_conditional_covariance_is_its_Cholesky_factor()
    {
        var conditional = Mixture("full").Conditional(Known, [0.5, -1.25]);

        Assert.All(conditional.Covariances, covariance =>
        {
            var full = Assert.IsType<FullCovariance>(covariance);
            var again = Assert.IsType<FullCovariance>(Covariance.Full(full.Matrix));
            Assert.All(Enumerable.Range(0, 4), i =>
                Assert.Equal(again.CholeskyFactor[i / 2, i % 2], full.CholeskyFactor[i / 2, i % 2], 16 * Rounding.Gamma(16)));
        });
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused()
    {
        var mixture = Mixture("full");

        Assert.Throws<ArgumentException>(() => mixture.Marginal([]));
        Assert.Throws<ArgumentException>(() => mixture.Marginal([4]));
        Assert.Throws<ArgumentException>(() => mixture.Marginal([-1]));
        Assert.Throws<ArgumentException>(() => mixture.Marginal([0, 0]));
        Assert.Throws<ArgumentException>(() => mixture.Conditional([0], [1, 2]));
        Assert.Throws<ArgumentException>(() => mixture.Conditional([0, 1, 2, 3], [1, 2, 3, 4]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e200)]
    public void A_known_value_that_is_no_number_is_refused_as_a_value(double value)
    {
        var error = Assert.Throws<ArgumentException>(() => Mixture("full").Conditional([0, 2], [1, value]));

        Assert.Equal("values", error.ParamName);
        Assert.Contains("Number 1", error.Message, StringComparison.Ordinal);
    }

    private static GaussianMixture Mixture(string structure) =>
        Examples.Mixture(Examples.Structure(structure), 3, 4, seed: 6).WithColumnNames(["a", "b", "c", "d"]);

    private static Matrix<double> Block(Matrix<double> matrix, ImmutableArray<int> rows, ImmutableArray<int> columns) =>
        Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => matrix[rows[i], columns[j]]);

    private static Vector<double> Vector(GaussianMixture mixture, int component, ImmutableArray<int> columns) =>
        Vector<double>.Build.DenseOfEnumerable(columns.Select(column => mixture.Means[component, column]));
}
