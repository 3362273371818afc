namespace GmmPure.Tests;

/// <summary>Log-densities against another library's linear algebra, and by row.</summary>
public class DensityTests
{
    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_log_density_is_that_of_the_definition(string name)
    {
        for (int dimension = 1; dimension <= 10; dimension += 3)
        {
            var mixture = Examples.Mixture(Examples.Structure(name), 3, dimension, seed: dimension);
            var data = Examples.Data(30, dimension, seed: 4);
            Assert.All(Enumerable.Range(0, 30), row =>
            {
                var terms = Enumerable.Range(0, 3).Select(k => LogTerm(mixture, k, data.Row(row).ToArray())).ToArray();
                double largest = terms.Max(term => term.Value);
                double expected = largest + Math.Log(terms.Sum(term => Math.Exp(term.Value - largest)));

                // Both are off by the bound; then come K exponentials, a sum, a logarithm and a sum.
                double bound = (2 * terms.Max(term => term.Bound)) + (Rounding.Gamma(3 + 8) * (Math.Abs(largest) + 2));
                Assert.Equal(expected, mixture.LogDensity(data.Row(row).ToArray()), bound);
            });
        }
    }

    /// <summary>Lengths about the lanes' 8, the tile's 256 and the segment's 16·256.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(263)]
    [InlineData(264)]
    [InlineData(265)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    public void A_row_has_the_same_bits_wherever_it_stands(int count)
    {
        var data = Examples.Data(count, 3, seed: 5);
        var mixture = Examples.Mixture(CovarianceStructure.Full, 2, 3, seed: 6);

        var together = mixture.LogDensities(data);
        var responsibilities = Em.EStep(data, mixture).Responsibilities;

        Assert.Equal(count, together.Length);
        int step = Math.Max(1, count / 300);
        for (int row = count - 1; row >= 0; row -= step)
        {
            double[] values = data.Row(row).ToArray();
            Assert.Equal(mixture.LogDensity(values), together[row]);
            Assert.Equal(
                Em.EStep(Dataset.FromRows([values]), mixture).Responsibilities.Row(0).ToArray(),
                responsibilities.Row(row).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void A_row_has_the_same_bits_in_every_dimension_and_structure(string name)
    {
        for (int dimension = 1; dimension <= 18; dimension++)
        {
            var data = Examples.Data(20, dimension, seed: dimension);
            var mixture = Examples.Mixture(Examples.Structure(name), 2, dimension, seed: 6);

            Assert.Equal(
                data.Values.Rows.Select(row => mixture.LogDensity(row)),
                mixture.LogDensities(data));
        }
    }

    private static (double Value, double Bound) LogTerm(GaussianMixture mixture, int component, double[] x)
    {
        var covariance = mixture.Covariances[component];
        double squared = Bounds.SquaredDistance(covariance, x.Select((value, j) => value - mixture.Means[component, j]));
        double logDeterminant = Math.Log(Bounds.Matrix(covariance).Determinant());
        return (Math.Log(mixture.Weights[component]) - (0.5 * ((x.Length * Math.Log(2 * Math.PI)) + logDeterminant + squared)),
            Bounds.LogGaussian(covariance, squared));
    }
}
