namespace GmmPure.Kernels;

/// <summary>The Cholesky factorisation Σ = L·Lᵀ and what follows from it.</summary>
internal static class Cholesky
{
    /// <summary>2⁻¹⁰⁰⁰: the root of a smaller pivot has an inverse whose square overflows.</summary>
    public const double SmallestPivot = 9.332636185032189E-302;

    /// <summary>2⁻⁵³.</summary>
    private const double UnitRoundoff = 1.1102230246251565E-16;

    /// <summary>2¹⁰⁰⁰.</summary>
    public const double LargestPivot = 1 / SmallestPivot;

    /// <summary>
    /// The lower triangular L, or the first pivot that is not above its floor and what rounding may have made of it
    /// (<see cref="Amplification"/>).
    /// </summary>
    /// <param name="matrix">Σ, D×D and symmetric; the lower triangle is read.</param>
    /// <param name="floor">For each pivot the value that it must exceed (D).</param>
    public static (Table Factor, NotPositiveDefinite? Fault) Factor(Table matrix, ReadOnlySpan<double> floor)
    {
        int dimension = matrix.RowCount;
        double unit = dimension * UnitRoundoff;
        double[] factor = new double[dimension * dimension];
        double determinant = 1; // Of the correlations of the columns before.
        for (int i = 0; i < dimension; i++)
        {
            var row = factor.AsSpan(i * dimension, dimension);
            for (int j = 0; j < i; j++)
            {
                var other = factor.AsSpan(j * dimension, dimension);
                row[j] = (matrix.Row(i)[j] - Lanes.Dot(row[..j], other[..j])) / other[j];
            }

            double pivot = matrix.Row(i)[i] - Lanes.Dot(row[..i], row[..i]);
            double variance = matrix.Row(i)[i];
            bool isClear = pivot > floor[i] + (unit * variance * LargestAmplification(i, determinant));
            if (!(pivot is >= SmallestPivot and <= LargestPivot
                && (isClear || pivot > floor[i] + (unit * Amplification(matrix, factor, i)))))
            {
                return (matrix, new NotPositiveDefinite(i, pivot));
            }

            row[i] = Math.Sqrt(pivot);
            determinant *= pivot / variance;
        }

        return (Table.Wrap(dimension, dimension, factor), null);
    }

    /// <summary>
    /// By how much a pivot changes for each relative change of Σ's other entries: (|w|, 1)ᵀ·|Σ|·(|w|, 1) − Σⱼⱼ, where w are the
    /// coefficients of the regression of the column on those before it, w = L⁻ᵀ·l. The pivot is (−w, 1)ᵀ·Σ·(−w, 1).
    /// </summary>
    private static double Amplification(Table matrix, ReadOnlySpan<double> factor, int column)
    {
        int dimension = matrix.RowCount;
        double[] weights = new double[column + 1];
        weights[column] = 1;
        for (int j = column - 1; j >= 0; j--)
        {
            double sum = factor[(column * dimension) + j];
            for (int i = j + 1; i < column; i++)
            {
                sum -= factor[(i * dimension) + j] * weights[i];
            }

            weights[j] = sum / factor[(j * dimension) + j];
        }

        double amplification = 0;
        for (int i = 0; i <= column; i++)
        {
            double sum = i < column ? Math.Abs(weights[i] * matrix[i, i]) / 2 : 0;
            for (int j = 0; j < i; j++)
            {
                sum += Math.Abs(weights[j] * matrix[i, j]);
            }

            amplification += 2 * Math.Abs(weights[i]) * sum;
        }

        return amplification;
    }

    /// <summary>
    /// A bound of that over Σⱼⱼ, which takes no time: in units of the columns' deviations |w|² ≤ 1/λ of the smallest eigenvalue of
    /// the correlations before, and λ ≥ |R|/e, because their trace is their number.
    /// </summary>
    private static double LargestAmplification(int column, double determinant) =>
        column == 0 ? 0 : 2 + (2 * Math.E * column / determinant);

    /// <summary>ln |Σ| = 2·Σ ln Lᵢᵢ.</summary>
    public static double LogDeterminant(Table factor)
    {
        double sum = 0;
        for (int i = 0; i < factor.RowCount; i++)
        {
            sum += Elementary.Log(factor[i, i]);
        }

        return 2 * sum;
    }

    /// <summary>L⁻¹·d, by forward substitution; of a larger L, its first rows and columns count.</summary>
    public static double[] Solve(Table factor, ReadOnlySpan<double> difference)
    {
        double[] solution = new double[difference.Length];
        for (int i = 0; i < solution.Length; i++)
        {
            double explained = Lanes.Dot(factor.Row(i)[..i], solution.AsSpan(0, i));
            solution[i] = (difference[i] - explained) / factor[i, i];
        }

        return solution;
    }

    /// <summary>
    /// Some rows of L as a lower triangle T with T·Tᵀ = (rows)·(rows)ᵀ: Householder reflections from the right. Backward
    /// stable, and it never squares the condition number as factoring the product again would.
    /// </summary>
    public static Table Triangular(Table factor, ImmutableArray<int> rows)
    {
        int size = rows.Length;
        double[][] work = [.. rows.Select(row => factor.Row(row).ToArray())];
        double[] triangle = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            Reflect(work.AsSpan(i), i);
            for (int j = 0; j <= i; j++)
            {
                // Signs are free: the diagonal is made positive.
                triangle[(i * size) + j] = work[i][j];
            }
        }

        for (int j = 0; j < size; j++)
        {
            double sign = triangle[(j * size) + j] < 0 ? -1 : 1;
            for (int i = j; i < size; i++)
            {
                triangle[(i * size) + j] *= sign;
            }
        }

        return Table.Wrap(size, size, triangle);
    }

    /// <summary>Reflects all rows so that the first has zeros behind a position: x ← x − 2·v·(vᵀx)/(vᵀv).</summary>
    private static void Reflect(Span<double[]> rows, int position)
    {
        double[] mirror = rows[0].AsSpan(position).ToArray();
        double norm = Math.Sqrt(Lanes.Dot(mirror, mirror));
        mirror[0] += mirror[0] < 0 ? -norm : norm;
        double square = Lanes.Dot(mirror, mirror);
        if (square == 0)
        {
            return;
        }

        foreach (double[] row in rows)
        {
            var tail = row.AsSpan(position);
            Lanes.AddScaled(-2 * Lanes.Dot(mirror, tail) / square, mirror, tail);
        }
    }

    /// <summary>W = L⁻¹, lower triangular: it whitens, ‖W·(x − μ)‖² is the squared Mahalanobis distance.</summary>
    public static double[] Whitening(Table factor)
    {
        int dimension = factor.RowCount;
        double[] inverse = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            var row = inverse.AsSpan(i * dimension, dimension);
            for (int k = 0; k < i; k++)
            {
                Lanes.AddScaled(-factor[i, k], inverse.AsSpan(k * dimension, k + 1), row);
            }

            double scale = 1 / factor[i, i];
            for (int j = 0; j < i; j++)
            {
                row[j] *= scale;
            }

            row[i] = scale;
        }

        return inverse;
    }
}
