namespace GmmPure.Textbook;

/// <summary>Makes covariances where it is a question whether a matrix is one.</summary>
public static class TextbookCovariance
{
    /// <summary>A covariance from its matrix, or null if that is not positive definite in this number type.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="matrix">Σ (D×D), symmetric; the lower triangle is factorised.</param>
    /// <exception cref="ArgumentException">It is not square.</exception>
    public static TextbookCovariance<T>? TryCreate<T>(Table<T> matrix)
        where T : INumberBase<T>, IComparisonOperators<T, T, bool>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.RowCount != matrix.ColumnCount)
        {
            throw new ArgumentException("A covariance is square.", nameof(matrix));
        }

        var covariance = new TextbookCovariance<T>(matrix);
        return covariance.Pivots.All(pivot => pivot > T.Zero) ? covariance : null;
    }
}
