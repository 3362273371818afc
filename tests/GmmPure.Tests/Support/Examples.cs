namespace GmmPure.Tests;

/// <summary>Mixtures and data of any shape, the same for the same seed.</summary>
internal static class Examples
{
    /// <summary>The six structures.</summary>
    public static TheoryData<string> Structures => new(CovarianceStructure.All.Select(structure => structure.Name));

    /// <summary>The structure of a name.</summary>
    public static CovarianceStructure Structure(string name) =>
        CovarianceStructure.FromName(name) ?? throw new ArgumentException("No such structure.", nameof(name));

    /// <summary>
    /// K components with means in [−2, 2]ᴰ and variances in [½, 2], correlations small enough for condition numbers below
    /// 16: a matrix is diag(s)·(I + A/(4D))·diag(s) with s² in [½, 2] and symmetric |A_ij| ≤ 1, so that the middle factor has
    /// eigenvalues in [¾, 5⁄4].
    /// </summary>
    public static GaussianMixture Mixture(CovarianceStructure structure, int components, int dimension, int seed)
    {
        var random = new Random(seed);
        double[] shares = [.. Enumerable.Range(0, components).Select(_ => 0.2 + random.NextDouble())];
        ImmutableArray<double> weights = [.. shares.Select(share => share / shares.Sum())];
        var means = Table.FromRows(Enumerable.Range(0, components).Select(_ => Uniform(random, dimension, -2, 2)));
        var first = Covariance(structure.Shape, dimension, random);
        return structure.IsShared
            ? GaussianMixture.CreateTied(weights, means, first)
            : GaussianMixture.Create(
                weights, means, [first, .. Enumerable.Range(1, components - 1).Select(_ => Covariance(structure.Shape, dimension, random))]);
    }

    /// <summary>N rows in [−4, 4]ᴰ.</summary>
    public static Dataset Data(int count, int dimension, int seed)
    {
        var random = new Random(seed);
        return Dataset.FromRows(Enumerable.Range(0, count).Select(_ => Uniform(random, dimension, -4, 4)));
    }

    /// <summary>The same rows with weights in [0, 2], some of which are 0.</summary>
    public static Dataset Weighted(Dataset data, int seed)
    {
        var random = new Random(seed);
        return data.WithWeights(
            Enumerable.Range(0, data.Count).Select(row => row % 7 == 3 ? 0 : 2 * random.NextDouble()).ToArray());
    }

    public static double[] Uniform(Random random, int count, double from, double to) =>
        [.. Enumerable.Range(0, count).Select(_ => from + ((to - from) * random.NextDouble()))];

    private static Covariance Covariance(CovarianceShape shape, int dimension, Random random)
    {
        double[] variances = Uniform(random, dimension, 0.5, 2);
        if (shape == CovarianceShape.Spherical)
        {
            return GmmPure.Covariance.Spherical(dimension, variances[0]);
        }

        double[,] matrix = new double[dimension, dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double correlation = ((2 * random.NextDouble()) - 1) / (4 * dimension);
                matrix[i, j] = matrix[j, i] = correlation * Math.Sqrt(variances[i] * variances[j]);
            }

            matrix[i, i] = variances[i];
        }

        return shape == CovarianceShape.Diagonal
            ? GmmPure.Covariance.Diagonal(variances)
            : GmmPure.Covariance.Full(Table.FromArray(matrix));
    }
}
