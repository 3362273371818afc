using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// Data in coordinates in which their covariance is the identity: y = L⁻¹·(x − x̄) with L·Lᵀ the data's covariance. Distances
/// there are the same whatever affine map the data went through.
/// </summary>
internal static class Whitening
{
    /// <summary>The most columns for which a covariance, of D² numbers, is no more than the components of a few parameters are.</summary>
    private const int MostColumns = 512;

    /// <summary>
    /// The data in those coordinates. The data as they are, whose columns k-means scales, where their covariance is singular, as it is
    /// of no more rows than columns; or where nothing else in a fit is so large.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="structure">What is fitted: full covariances are as large themselves. Null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="threads">How many threads may work.</param>
    public static Dataset Of(Dataset data, CovarianceStructure? structure, int threads)
    {
        bool isFull = structure is null || structure.Shape == CovarianceShape.Full;
        if (data.Count <= data.Dimension || (!isFull && data.Dimension > MostColumns))
        {
            return data;
        }

        var scatter = Passes.Fastest.WholeStatistics(data, CovarianceStructure.Full.Moments, threads).Scatter;
        return CovarianceStructure.Full.Estimate(scatter, new Regularisation(data.ColumnVariances, ridge: 0), []).TryGet(out var covariances, out _)
            ? Solve(data, ((FullCovariance)covariances[0]).CholeskyFactor)
            : data;
    }

    private static Dataset Solve(Dataset data, Table factor)
    {
        int dimension = data.Dimension;
        double[] whitened = new double[Table.SizeOf(data.Count, dimension)];
        double[] difference = new double[dimension];
        for (int row = 0; row < data.Count; row++)
        {
            for (int j = 0; j < dimension; j++)
            {
                difference[j] = data[row, j] - data.ColumnMeans[j];
            }

            Cholesky.Solve(factor, difference).CopyTo(whitened.AsSpan(row * dimension));
        }

        return Dataset.TryCreate(Table.Wrap(data.Count, dimension, whitened), data.Weights.AsSpan()).Or(_ => data);
    }
}
