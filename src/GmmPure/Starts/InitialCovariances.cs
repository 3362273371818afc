using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// Covariances to start from, which always exist: a component's own if it has one; else the one pooled over all
/// components; else that of the whole data; else the columns' variances alone, where a constant column, or one that
/// weights make as good as constant, takes the mean of the others' (EM then finds in its first step that the data cannot
/// carry the model, and says so).
/// </summary>
internal static class InitialCovariances
{
    public static ImmutableArray<Covariance> Of(
        Dataset data, ITermSource terms, Table means, CovarianceStructure structure, int threads)
    {
        var pooled = new Lazy<Covariance>(() =>
            Row(data, terms, new CovarianceStructure(structure.Shape, CovarianceSharing.Shared), means, threads)(0)
            ?? OfWholeData(data, structure.Shape, threads)
            ?? OfColumns(data, structure.Shape));
        var own = structure.IsShared ? _ => null : Row(data, terms, structure, means, threads);
        return [.. Enumerable.Range(0, means.RowCount).Select(k => own(k) ?? pooled.Value)];
    }

    private static Func<int, Covariance?> Row(
        Dataset data, ITermSource terms, CovarianceStructure structure, Table means, int threads)
    {
        var statistics = Passes.Fastest.Statistics(data, terms, structure, means, threads);
        return row => CovarianceUpdate.Row(statistics, row, data.ColumnVariances, ridge: 0).Covariance;
    }

    private static Covariance? OfWholeData(Dataset data, CovarianceShape shape, int threads)
    {
        var everything = new LabelTerms([.. new int[data.Count]], components: 1);
        var structure = new CovarianceStructure(shape, CovarianceSharing.PerComponent);
        return Row(data, everything, structure, Table.FromRows([data.ColumnMeans]), threads)(0);
    }

    private static Covariance OfColumns(Dataset data, CovarianceShape shape)
    {
        double mean = data.ColumnVariances.Average();
        double typical = Covariance.IsVariance(mean) ? mean : 1;
        ImmutableArray<double> variances =
            [.. data.ColumnVariances.Select(variance => Covariance.IsVariance(variance) ? variance : typical)];
        return shape switch
        {
            CovarianceShape.Full => Covariance.Full(Table.DiagonalMatrix(variances)),
            CovarianceShape.Diagonal => Covariance.Diagonal(variances),
            _ => Covariance.Spherical(data.Dimension, typical),
        };
    }
}
