namespace GmmPure.Textbook;

/// <content>The rule of <see cref="Degeneracy"/>, with the same thresholds at any precision.</content>
public static partial class Equations<T>
{
    /// <summary>
    /// The variance of each column, with the divisor N (D); exactly 0 for a column whose values are all the same.
    /// </summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    public static ImmutableArray<T> ColumnVariances(TextbookData<T> data)
    {
        var total = TotalWeight(data);
        return Each(data.Dimension, d =>
        {
            var mean = Sum(data.Count, n => data.W[n] * data.X[n, d]) / total;
            return IsConstant(data, d)
                ? T.Zero
                : Sum(data.Count, n => data.W[n] * (data.X[n, d] - mean) * (data.X[n, d] - mean)) / total;
        });
    }

    /// <summary>The first component with N_k ≤ 2⁻⁵²·N.</summary>
    private static TextbookDegeneracy? Emptied(TextbookData<T> data, ImmutableArray<T> effectiveCounts)
    {
        var floor = Number(Degeneracy.SmallestShare) * TotalWeight(data);
        return Enumerable.Range(0, effectiveCounts.Length)
            .Where(k => effectiveCounts[k] <= floor)
            .Select(k => new TextbookDegeneracy(k, null, IsEmptied: true))
            .FirstOrDefault();
    }

    /// <summary>
    /// The first component and in it the first column j whose pivot is at most D·2⁻⁵⁰ of max(Σ_jj, the column's variance
    /// in the data) and D·2⁻⁵³ of its <see cref="TextbookCovariance{T}.Amplification"/>. A ball knows no column: its variance is compared with the columns' mean variance.
    /// </summary>
    private static TextbookDegeneracy? Collapsed(
        ImmutableArray<T> columnVariances,
        ImmutableArray<TextbookCovariance<T>> Σ,
        CovarianceStructure structure,
        double ridge)
    {
        int dimension = columnVariances.Length;
        var mean = Sum(dimension, d => columnVariances[d]) / Number(dimension);
        bool isBall = structure.Shape == CovarianceShape.Spherical;
        var scales = isBall ? Each(dimension, _ => mean) : columnVariances;
        return Enumerable.Range(0, structure.IsShared ? 1 : Σ.Length)
            .SelectMany(k => Enumerable.Range(0, scales.Length)
                .Where(j => IsCollapsed(Σ[k], j, scales[j], ridge))
                .Select(j => new TextbookDegeneracy(structure.IsShared ? null : k, isBall ? null : j)))
            .FirstOrDefault();
    }

    /// <summary>A column that is constant in the data has no variance in any component, whatever rounding leaves of it.</summary>
    private static bool IsCollapsed(TextbookCovariance<T> Σ, int j, T columnVariance, double ridge)
    {
        var floor = Number(Degeneracy.SmallestRelativePivot(Σ.Dimension));
        return Σ.Pivots[j] <= (floor * Larger(Σ.Matrix[j, j], columnVariance)) + (floor / Number(8) * Σ.Amplification(j))
            || (columnVariance == T.Zero && ridge == 0);
    }

    private static bool IsConstant(TextbookData<T> data, int column) =>
        Enumerable.Range(0, data.Count).Where(n => data.W[n] > T.Zero).Select(n => data.X[n, column]).Distinct().Count() == 1;
}
