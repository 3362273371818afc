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
        var regularisation = new Regularisation(data.ColumnVariances, ridge: 0);
        var pooled = new Lazy<Covariance>(() =>
            (structure.IsShared ? null : Pooled(CovarianceStructure.Of(structure.Shape, isShared: true), terms, means))
            ?? OfWholeData(CovarianceStructure.Of(structure.Shape, isShared: false))
            ?? OfColumns(data, structure.Shape));
        return structure.Start(ScatterOf(structure, terms, means), regularisation, () => pooled.Value);

        Covariance? OfWholeData(CovarianceStructure one) =>
            Estimated(one, Passes.Fastest.WholeStatistics(data, one.Moments, threads).Scatter);

        Covariance? Pooled(CovarianceStructure one, ITermSource whose, Table about) => Estimated(one, ScatterOf(one, whose, about));

        Covariance? Estimated(CovarianceStructure one, Scatter scatter) =>
            one.Estimate(scatter, regularisation, []).Match<Covariance?>(found => found[0], _ => null);

        Scatter ScatterOf(CovarianceStructure which, ITermSource whose, Table about) =>
            Passes.Fastest.Statistics(data, whose, which.Moments, about, threads).Scatter;
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
