namespace GmmPure.Textbook;

/// <summary>
/// A covariance matrix with its Cholesky factorisation, in the form without roots: Σ = L·diag(d)·Lᵀ, where L is lower
/// triangular with ones on its diagonal. The pivot d_j is the variance of column j given the columns before it. Σ is
/// positive definite exactly if all pivots are positive (MML 4.3).
/// </summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed record TextbookCovariance<T>
    where T : INumberBase<T>, IComparisonOperators<T, T, bool>
{
    private readonly EqualArray<T> pivots;

    internal TextbookCovariance(Table<T> matrix)
    {
        Matrix = matrix;
        (L, pivots) = Factorise(matrix);
    }

    /// <summary>Σ (D×D).</summary>
    public Table<T> Matrix { get; }

    /// <summary>L (D×D).</summary>
    public Table<T> L { get; }

    /// <summary>d (D).</summary>
    public ImmutableArray<T> Pivots => pivots;

    /// <summary>D.</summary>
    public int Dimension => Matrix.RowCount;

    /// <summary>A covariance from its matrix.</summary>
    /// <param name="matrix">Σ (D×D), symmetric; the lower triangle is read.</param>
    /// <exception cref="ArgumentException">It is not square, or not positive definite.</exception>
    public static TextbookCovariance<T> Create(Table<T> matrix) => TryCreate(matrix)
        ?? throw new ArgumentException("A covariance is square, symmetric and positive definite.", nameof(matrix));

    /// <summary>A covariance from its matrix, or null if that is not square, or not positive definite in this number type.</summary>
    /// <param name="matrix">Σ (D×D), symmetric; the lower triangle is read.</param>
    public static TextbookCovariance<T>? TryCreate(Table<T> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix.RowCount == matrix.ColumnCount
            && new TextbookCovariance<T>(matrix) is var covariance && covariance.Pivots.All(pivot => pivot > T.Zero)
            ? covariance
            : null;
    }

    /// <summary>The covariance in this number type, with a factorisation of its own.</summary>
    /// <exception cref="ArgumentException">In this number type it is not positive definite.</exception>
    public static TextbookCovariance<T> From(Covariance covariance)
    {
        ArgumentNullException.ThrowIfNull(covariance);
        return Create(Table<T>.From(covariance.ToTable()));
    }

    /// <summary>The covariance in double precision, rounded.</summary>
    /// <param name="shape">The kind of matrix that it is, or is to be.</param>
    /// <exception cref="ArgumentException">In double precision it is not positive definite.</exception>
    public Covariance ToCovariance(CovarianceShape shape)
    {
        var matrix = Matrix.ToTable();
        return shape switch
        {
            CovarianceShape.Full => Covariance.Full(matrix),
            CovarianceShape.Diagonal => Covariance.Diagonal(Enumerable.Range(0, Dimension).Select(j => matrix[j, j])),
            _ => Covariance.Spherical(Dimension, matrix[0, 0]),
        };
    }

    /// <summary>
    /// By how much the pivot of a column j changes for each relative change of Σ's other entries: (|w|, 1)ᵀ·|Σ|·(|w|, 1) − Σ_jj, where w are the
    /// coefficients of the regression of the column on those before it: the pivot is (−w, 1)ᵀ·Σ·(−w, 1), and Lᵀ·w = l.
    /// </summary>
    /// <param name="column">The column, counted from 0; the pivots before it are positive.</param>
    internal T Amplification(int column)
    {
        var w = new T[column + 1];
        w[column] = T.One;
        for (int j = column - 1; j >= 0; j--)
        {
            w[j] = L[column, j];
            for (int i = j + 1; i < column; i++)
            {
                w[j] -= L[i, j] * w[i];
            }
        }

        var amplification = -Matrix[column, column];
        for (int i = 0; i <= column; i++)
        {
            for (int j = 0; j <= column; j++)
            {
                amplification += T.Abs(w[i] * Matrix[i, j] * w[j]);
            }
        }

        return amplification;
    }

    /// <summary>
    /// d_j = Σ_jj − Σ_m l_jm²·d_m and l_ij = (Σ_ij − Σ_m l_im·l_jm·d_m)/d_j, sums over m &lt; j. It ends at the first
    /// pivot that is not positive; what would follow stays 0.
    /// </summary>
    private static (Table<T> L, ImmutableArray<T> Pivots) Factorise(Table<T> matrix)
    {
        var l = new T[matrix.RowCount, matrix.RowCount];
        var d = new T[matrix.RowCount];
        Array.Fill(d, T.Zero);
        for (int j = 0; j < matrix.RowCount; j++)
        {
            d[j] = Explained(j, j);
            if (d[j] <= T.Zero)
            {
                break;
            }

            for (int i = j; i < matrix.RowCount; i++)
            {
                l[i, j] = i == j ? T.One : Explained(i, j) / d[j];
            }
        }

        return (Table<T>.Create(matrix.RowCount, matrix.RowCount, (i, j) => l[i, j] ?? T.Zero), [.. d]);

        T Explained(int i, int j)
        {
            var rest = matrix[i, j];
            for (int m = 0; m < j; m++)
            {
                rest -= l[i, m] * l[j, m] * d[m];
            }

            return rest;
        }
    }
}
