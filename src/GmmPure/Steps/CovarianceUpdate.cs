using GmmPure.Kernels;

namespace GmmPure;

/// <summary>The covariances of one M-step, with the rule of degeneracy.</summary>
internal static class CovarianceUpdate
{
    /// <summary>S_k/N_k + εI for statistics about the new means, one a component or one for all.</summary>
    public static Outcome<ImmutableArray<Covariance>, Degeneracy> From(
        SufficientStatistics statistics, ImmutableArray<double> columnVariances, double ridge)
    {
        bool shared = statistics.Structure.IsShared;
        var covariances = ImmutableArray.CreateBuilder<Covariance>(statistics.ComponentCount);
        for (int row = 0; row < statistics.SecondMoments.RowCount; row++)
        {
            var (covariance, fault) = Row(statistics, row, columnVariances, ridge);
            if (covariance is null)
            {
                return fault!;
            }

            covariances.AddRange(Enumerable.Repeat(covariance, shared ? statistics.ComponentCount : 1));
        }

        return covariances.DrainToImmutable();
    }

    /// <summary>The covariance of one component, or (row 0) the shared one; or how it is singular.</summary>
    public static (Covariance? Covariance, Degeneracy? Fault) Row(
        SufficientStatistics statistics, int row, ImmutableArray<double> columnVariances, double ridge)
    {
        bool shared = statistics.Structure.IsShared;
        int? component = shared ? null : row;
        double count = shared ? statistics.TotalWeight : statistics.EffectiveCounts[row];
        double[] values = [.. statistics.SecondMoments.Row(row)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] /= count;
        }

        return statistics.Structure.Shape switch
        {
            CovarianceShape.Full => Full(values, columnVariances, ridge, component),
            CovarianceShape.Diagonal => Diagonal(values, columnVariances, ridge, component),
            _ => Spherical(values[0], columnVariances, ridge, component),
        };
    }

    private static (Covariance?, Degeneracy?) Full(
        double[] matrix, ImmutableArray<double> columnVariances, double ridge, int? component)
    {
        int dimension = columnVariances.Length;
        double[] scales = new double[dimension];
        double[] floors = new double[dimension];
        for (int j = 0; j < dimension; j++)
        {
            matrix[(j * dimension) + j] += ridge;
            scales[j] = Math.Max(matrix[(j * dimension) + j], columnVariances[j]);
            floors[j] = IsConstant(columnVariances[j], ridge)
                ? double.PositiveInfinity
                : Degeneracy.SmallestRelativePivot(dimension) * scales[j];
        }

        var symmetric = Table.Wrap(dimension, dimension, matrix);
        var (factor, fault) = Cholesky.Factor(symmetric, floors);
        return fault is null
            ? (new FullCovariance(symmetric, factor), null)
            : (null, new Degeneracy.Singular(component, fault.Column, Ratio(fault.Pivot, scales[fault.Column])));
    }

    private static (Covariance?, Degeneracy?) Diagonal(
        double[] variances, ImmutableArray<double> columnVariances, double ridge, int? component)
    {
        for (int j = 0; j < variances.Length; j++)
        {
            variances[j] += ridge;
            if (IsConstant(columnVariances[j], ridge)
                || IsCollapsed(variances[j], columnVariances[j], variances.Length))
            {
                return (null, Collapse(variances[j], columnVariances[j], component, j));
            }
        }

        return (new DiagonalCovariance(Content.Freeze(variances)), null);
    }

    /// <summary>The trace shared out among the columns; a ball knows no column, so it is compared with their mean variance.</summary>
    private static (Covariance?, Degeneracy?) Spherical(
        double trace, ImmutableArray<double> columnVariances, double ridge, int? component)
    {
        int dimension = columnVariances.Length;
        double variance = (trace / dimension) + ridge;
        double scale = columnVariances.Average();
        return IsConstant(scale, ridge) || IsCollapsed(variance, scale, dimension)
            ? (null, Collapse(variance, scale, component, null))
            : (new SphericalCovariance(dimension, variance), null);
    }

    /// <summary>A column that is constant in the data has no variance in any component, whatever rounding leaves of it.</summary>
    private static bool IsConstant(double columnVariance, double ridge) => columnVariance == 0 && ridge == 0;

    private static bool IsCollapsed(double variance, double scale, int dimension) =>
        !(variance > Degeneracy.SmallestRelativePivot(dimension) * scale && Covariance.IsVariance(variance));

    private static Degeneracy.Singular Collapse(double variance, double scale, int? component, int? column) =>
        new(component, column, Ratio(variance, Math.Max(variance, scale)));

    private static double Ratio(double pivot, double scale) => scale > 0 ? pivot / scale : 0;
}
