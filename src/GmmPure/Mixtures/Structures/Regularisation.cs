using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// What an estimate must stand to be a covariance: a ridge is added, and what has collapsed even so is refused, by the rule of
/// <see cref="Degeneracy"/>.
/// </summary>
/// <param name="columnVariances">The variances of the whole data's columns (D): what a collapse is measured by.</param>
/// <param name="ridge">ε, added to every variance.</param>
internal sealed class Regularisation(ImmutableArray<double> columnVariances, double ridge)
{
    /// <summary>D.</summary>
    public int Dimension => columnVariances.Length;

    /// <summary>A full matrix.</summary>
    /// <param name="matrix">The estimate (D×D, symmetric), which it takes over.</param>
    /// <param name="component">Whose it is; null if all components share it.</param>
    public Outcome<Covariance, Degeneracy> Full(double[] matrix, int? component)
    {
        double[] scales = new double[Dimension];
        double[] floors = new double[Dimension];
        for (int j = 0; j < Dimension; j++)
        {
            matrix[(j * Dimension) + j] += ridge;
            scales[j] = Math.Max(matrix[(j * Dimension) + j], columnVariances[j]);
            floors[j] = IsConstant(columnVariances[j])
                ? double.PositiveInfinity
                : Degeneracy.SmallestRelativePivot(Dimension) * scales[j];
        }

        var symmetric = Table.Wrap(Dimension, Dimension, matrix);
        var (factor, fault) = Cholesky.Factor(symmetric, floors);
        return fault is null
            ? new FullCovariance(symmetric, factor)
            : new Degeneracy.Singular(component, fault.Column, Ratio(fault.Pivot, scales[fault.Column]));
    }

    /// <summary>A diagonal matrix.</summary>
    /// <param name="variances">The estimate (D), which it takes over.</param>
    /// <param name="component">Whose it is; null if all components share it.</param>
    public Outcome<Covariance, Degeneracy> Diagonal(double[] variances, int? component)
    {
        for (int j = 0; j < variances.Length; j++)
        {
            variances[j] += ridge;
            if (IsConstant(columnVariances[j]) || IsCollapsed(variances[j], columnVariances[j]))
            {
                return Collapse(variances[j], columnVariances[j], component, j);
            }
        }

        return new DiagonalCovariance(Content.Freeze(variances));
    }

    /// <summary>A multiple of the identity; a ball knows no column, so it is compared with the columns' mean variance.</summary>
    /// <param name="variance">The estimate.</param>
    /// <param name="component">Whose it is; null if all components share it.</param>
    public Outcome<Covariance, Degeneracy> Spherical(double variance, int? component)
    {
        double ridged = variance + ridge;
        double scale = columnVariances.Average();
        return IsConstant(scale) || IsCollapsed(ridged, scale)
            ? Collapse(ridged, scale, component, null)
            : new SphericalCovariance(Dimension, ridged);
    }

    /// <summary>A column that is constant in the data has no variance in any component, whatever rounding leaves of it.</summary>
    private bool IsConstant(double columnVariance) => columnVariance == 0 && ridge == 0;

    private bool IsCollapsed(double variance, double scale) =>
        !(variance > Degeneracy.SmallestRelativePivot(Dimension) * scale && Covariance.IsVariance(variance));

    private static Degeneracy.Singular Collapse(double variance, double scale, int? component, int? column) =>
        new(component, column, Ratio(variance, Math.Max(variance, scale)));

    private static double Ratio(double pivot, double scale) => scale > 0 ? pivot / scale : 0;
}
