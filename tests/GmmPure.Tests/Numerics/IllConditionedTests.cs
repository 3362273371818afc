namespace GmmPure.Tests;

/// <summary>Covariances of condition 1e10, against exact fractions.</summary>
public class IllConditionedTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(12)]
    public void A_log_density_is_right_to_a_small_multiple_of_D_times_the_condition_times_2_to_minus_53(int dimension)
    {
        var random = new Random(dimension);
        double[,] matrix = WithCondition1e10(dimension, random);
        var covariance = Covariance.Full(Table.FromArray(matrix));
        double condition = Bounds.Condition(covariance);
        Assert.InRange(condition, 0.9e10, 1.1e10);
        var mixture = GaussianMixture.Create([1], Table.FromRows([new double[dimension]]), [covariance]);

        for (int trial = 0; trial < 10; trial++)
        {
            // A draw of the component itself, so that Δ² is near D.
            double[] x = [.. mixture.Sample(1, trial).Data.Row(0)];
            var (squaredDistance, determinant) = Exactly(matrix, x);
            double expected = -0.5 * ((dimension * Math.Log(2 * Math.PI)) + determinant + squaredDistance);

            // The spectrum is a geometric series of ratio below ½, so tr Σ ≤ 2·λ_max, and D + 1 ≤ 2·D: the ε of
            // Bounds.LogGaussian is at most 4·D·κ·2⁻⁵³, of which ln p takes half of 6·Δ² + D.
            double bound = 4 * dimension * condition * Rounding.Unit * ((3 * squaredDistance) + dimension);
            Assert.Equal(expected, mixture.LogDensity(x), bound);
        }
    }

    /// <summary>Q·diag(1, …, 1e−10)·Qᵀ with a random rotation Q, rounded to doubles: what is tested is the rounded matrix.</summary>
    private static double[,] WithCondition1e10(int dimension, Random random)
    {
        var rotation = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build
            .Dense(dimension, dimension, (_, _) => (2 * random.NextDouble()) - 1).QR().Q;
        double[,] matrix = new double[dimension, dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[i, j] = matrix[j, i] = Enumerable.Range(0, dimension).Sum(m =>
                    rotation[i, m] * rotation[j, m] * Math.Pow(10, -10.0 * m / (dimension - 1)));
            }
        }

        return matrix;
    }

    /// <summary>xᵀΣ⁻¹x and ln |Σ| by Gaussian elimination in fractions: each is rounded once, at the end.</summary>
    private static (double SquaredDistance, double LogDeterminant) Exactly(double[,] matrix, double[] x)
    {
        int dimension = x.Length;
        var rows = Enumerable.Range(0, dimension)
            .Select(i => Enumerable.Range(0, dimension).Select(j => matrix[i, j]).Append(x[i]).Select(Rational.From).ToArray())
            .ToArray();
        var squared = Rational.Zero;
        double logDeterminant = 0;
        for (int p = 0; p < dimension; p++)
        {
            // With Σ = L·D·Lᵀ eliminated, xᵀΣ⁻¹x = Σ z_p²/d_p where z is the column beside it.
            var pivot = rows[p][p];
            squared += rows[p][dimension] * rows[p][dimension] / pivot;
            logDeterminant += Math.Log(pivot.ToDouble());
            for (int i = p + 1; i < dimension; i++)
            {
                var factor = rows[i][p] / pivot;
                for (int j = p; j <= dimension; j++)
                {
                    rows[i][j] -= factor * rows[p][j];
                }
            }
        }

        return (squared.ToDouble(), logDeterminant);
    }
}
