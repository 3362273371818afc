using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// A symmetric positive definite D×D matrix: a closed family of three shapes. It carries its Cholesky factor, so that
/// nothing which uses it can fail.
/// </summary>
public abstract record Covariance
{
    private protected Covariance(int dimension, double logDeterminant)
    {
        Dimension = dimension;
        LogDeterminant = logDeterminant;
    }

    /// <summary>D.</summary>
    public int Dimension { get; }

    /// <summary>The natural logarithm of the determinant.</summary>
    public double LogDeterminant { get; }

    /// <summary>Which of the three it is.</summary>
    public abstract CovarianceShape Shape { get; }

    /// <summary>An entry of the matrix, row and column counted from 0.</summary>
    public abstract double this[int row, int column] { get; }

    /// <summary>A full matrix.</summary>
    /// <param name="matrix">D×D. It may be asymmetric by rounding only; the lower triangle counts.</param>
    /// <exception cref="ArgumentException">It is not square, not symmetric, or not positive definite.</exception>
    public static Covariance Full(Table matrix) => TryFull(matrix).OrThrow();

    /// <summary>
    /// A full matrix, or why it is not square, symmetric and positive definite. A fault of the latter has the first column whose
    /// Cholesky pivot, its variance given the columns before it, is not positive enough, and that pivot as the value.
    /// </summary>
    /// <param name="matrix">D×D. It may be asymmetric by rounding only; the lower triangle counts.</param>
    public static Outcome<Covariance, ValueFault> TryFull(Table matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.RowCount != matrix.ColumnCount || matrix.RowCount == 0)
        {
            return new ValueFault(nameof(matrix), $"A covariance is square, not {matrix.RowCount}×{matrix.ColumnCount}.");
        }

        return Symmetrise(matrix).Bind<Covariance>(symmetric =>
        {
            var (factor, fault) = Cholesky.Factor(symmetric, PivotFloor(symmetric));
            return fault is null
                ? new FullCovariance(symmetric, factor)
                : new ValueFault(nameof(matrix), fault.Message, fault.Column, fault.Column, fault.Pivot);
        });
    }

    /// <summary>A diagonal matrix.</summary>
    /// <param name="variances">The diagonal (D).</param>
    /// <exception cref="ArgumentException">There is none, or one is not positive, finite and of a square that is.</exception>
    public static Covariance Diagonal(IEnumerable<double> variances) => TryDiagonal(variances).OrThrow();

    /// <summary>A diagonal matrix, or the first variance that is not valid.</summary>
    /// <param name="variances">The diagonal (D).</param>
    public static Outcome<Covariance, ValueFault> TryDiagonal(IEnumerable<double> variances)
    {
        var each = Given.Each(variances);
        const string message = "Variances must be positive, finite and within 2^±1000.";
        return each.IsEmpty ? new ValueFault(nameof(variances), message)
            : Valid.First(each, IsVariance, message, nameof(variances)) is { } fault ? fault
            : new DiagonalCovariance(each);
    }

    /// <summary>A multiple of the identity matrix.</summary>
    /// <param name="dimension">D.</param>
    /// <param name="variance">The variance of every column.</param>
    /// <exception cref="ArgumentException">The variance is not positive and finite, or the dimension is not positive.</exception>
    public static Covariance Spherical(int dimension, double variance) => TrySpherical(dimension, variance).OrThrow();

    /// <summary>A multiple of the identity matrix, or which of the two is not valid.</summary>
    /// <param name="dimension">D.</param>
    /// <param name="variance">The variance of every column.</param>
    public static Outcome<Covariance, ValueFault> TrySpherical(int dimension, double variance) =>
        Valid.Positive(dimension) is { } fault ? fault
        : IsVariance(variance) ? new SphericalCovariance(dimension, variance)
        : new ValueFault(nameof(variance), "A variance must be positive, finite and within 2^±1000.", value: variance);

    /// <summary>The one case that it is, exhaustively.</summary>
    public TResult Match<TResult>(
        Func<FullCovariance, TResult> full,
        Func<DiagonalCovariance, TResult> diagonal,
        Func<SphericalCovariance, TResult> spherical)
    {
        ArgumentNullException.ThrowIfNull(full);
        ArgumentNullException.ThrowIfNull(diagonal);
        ArgumentNullException.ThrowIfNull(spherical);
        return this switch
        {
            FullCovariance matrix => full(matrix),
            DiagonalCovariance variances => diagonal(variances),
            _ => spherical((SphericalCovariance)this),
        };
    }

    /// <summary>The covariance of some of the columns, in the order given: that of the marginal distribution.</summary>
    /// <exception cref="ArgumentException">No column is given, or one does not exist or is given twice.</exception>
    public Covariance Select(IEnumerable<int> columns)
    {
        var chosen = ColumnNames.CheckChoice(columns, Dimension);
        return Match<Covariance>(
            full => full.Select(chosen),
            diagonal => new DiagonalCovariance([.. chosen.Select(column => diagonal.Variances[column])]),
            spherical => new SphericalCovariance(chosen.Length, spherical.Variance));
    }

    /// <summary>The standard deviation of a column, √Σⱼⱼ.</summary>
    public double StandardDeviation(int column) => Math.Sqrt(this[column, column]);

    /// <summary>The whole matrix, D×D.</summary>
    /// <exception cref="ArgumentException">D×D numbers are more than an array holds.</exception>
    public abstract Table ToTable();

    /// <summary>The shape and the matrix, or, if that has over 100 elements, its shape.</summary>
    public sealed override string ToString() => Dimension <= 10
        ? $"{Shape} {ToTable()}"
        : FormattableString.Invariant($"{Shape} Table {Dimension}×{Dimension}");

    /// <summary>The smallest Cholesky pivot relative to its column's variance.</summary>
    internal virtual double SmallestRelativePivot => 1;

    /// <summary>The lower triangle times a vector, L·z: standard normal numbers become a draw about the mean.</summary>
    internal abstract void Colour(ReadOnlySpan<double> standard, Span<double> coloured);

    /// <summary>dᵀ·Σ⁻¹·d.</summary>
    internal abstract double SquaredNorm(ReadOnlySpan<double> difference);

    /// <summary>Whether it can be a variance here: its root, and the root's inverse, can be squared.</summary>
    internal static bool IsVariance(double variance) => variance is >= Cholesky.SmallestPivot and <= Cholesky.LargestPivot;

    private protected void CheckIndices(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Dimension, nameof(row));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Dimension, nameof(column));
    }

    /// <summary>The pivots below which a matrix cannot be told from a singular one: D·2⁻⁵⁰ of the diagonal.</summary>
    private static double[] PivotFloor(Table matrix)
    {
        double[] floor = new double[matrix.RowCount];
        for (int j = 0; j < floor.Length; j++)
        {
            floor[j] = Degeneracy.SmallestRelativePivot(matrix.RowCount) * matrix[j, j];
        }

        return floor;
    }

    /// <summary>The matrix with its lower triangle mirrored, if the upper one agrees up to rounding.</summary>
    private static Outcome<Table, ValueFault> Symmetrise(Table matrix)
    {
        int dimension = matrix.RowCount;
        double[] symmetric = matrix.Elements.ToArray();
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double lower = symmetric[(i * dimension) + j];
                double upper = symmetric[(j * dimension) + i];
                double scale = Math.Sqrt(Math.Abs(matrix[i, i])) * Math.Sqrt(Math.Abs(matrix[j, j]));
                if (!(Math.Abs(lower - upper) <= AsymmetryByRounding * scale))
                {
                    return new ValueFault(
                        nameof(matrix),
                        FormattableString.Invariant(
                            $"A covariance is symmetric: entries ({i}, {j}) and ({j}, {i}) are {lower} and {upper}."),
                        i,
                        j,
                        lower);
                }

                symmetric[(j * dimension) + i] = lower;
            }
        }

        return Table.Wrap(dimension, dimension, symmetric);
    }

    /// <summary>2⁻⁴⁰ of √(Σᵢᵢ·Σⱼⱼ): what another program's summation order can explain, with room.</summary>
    private const double AsymmetryByRounding = Negligible.Rounding;
}

/// <summary>A full symmetric positive definite matrix.</summary>
public sealed record FullCovariance : Covariance
{
    internal FullCovariance(Table matrix, Table factor)
        : base(matrix.RowCount, Cholesky.LogDeterminant(factor))
    {
        Matrix = matrix;
        CholeskyFactor = factor;
    }

    /// <summary>Σ, D×D.</summary>
    public Table Matrix { get; }

    /// <summary>The lower triangular L with Σ = L·Lᵀ, D×D.</summary>
    public Table CholeskyFactor { get; }

    /// <inheritdoc/>
    public override CovarianceShape Shape => CovarianceShape.Full;

    /// <inheritdoc/>
    public override double this[int row, int column] => Matrix[row, column];

    /// <inheritdoc/>
    public override Table ToTable() => Matrix;

    internal override double SmallestRelativePivot
    {
        get
        {
            double smallest = 1;
            for (int j = 0; j < Dimension; j++)
            {
                smallest = Math.Min(smallest, CholeskyFactor[j, j] * CholeskyFactor[j, j] / Matrix[j, j]);
            }

            return smallest;
        }
    }

    internal override double SquaredNorm(ReadOnlySpan<double> difference)
    {
        double[] whitened = Cholesky.Solve(CholeskyFactor, difference);
        return Lanes.Dot(whitened, whitened);
    }

    /// <summary>
    /// The matrix of some columns. Its factor is that of the matrix, or, where rounding makes the matrix in the new order
    /// look singular, the chosen rows of the old factor made triangular again, which cannot fail.
    /// </summary>
    internal FullCovariance Select(ImmutableArray<int> columns) =>
        From(Matrix.Select(columns, columns), Cholesky.Triangular(CholeskyFactor, columns));

    /// <summary>A matrix that has a factor, which serves if the matrix itself yields none.</summary>
    internal static FullCovariance From(Table matrix, Table factor) =>
        TryFull(matrix).TryGet(out var covariance, out _)
            ? (FullCovariance)covariance
            : new FullCovariance(matrix, factor);

    internal override void Colour(ReadOnlySpan<double> standard, Span<double> coloured)
    {
        for (int i = 0; i < Dimension; i++)
        {
            double sum = 0;
            for (int j = 0; j <= i; j++)
            {
                sum += CholeskyFactor[i, j] * standard[j];
            }

            coloured[i] = sum;
        }
    }
}

/// <summary>A diagonal matrix of positive variances.</summary>
public sealed record DiagonalCovariance : Covariance
{
    private readonly EqualArray<double> variances;

    internal DiagonalCovariance(ImmutableArray<double> variances)
        : base(variances.Length, SumOfLogarithms(variances)) => this.variances = variances;

    /// <summary>The diagonal (D).</summary>
    public ImmutableArray<double> Variances => variances;

    /// <inheritdoc/>
    public override CovarianceShape Shape => CovarianceShape.Diagonal;

    /// <inheritdoc/>
    public override double this[int row, int column]
    {
        get
        {
            CheckIndices(row, column);
            return row == column ? Variances[row] : 0;
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => Table.DiagonalMatrix(Variances);

    internal override double SquaredNorm(ReadOnlySpan<double> difference)
    {
        double sum = 0;
        for (int i = 0; i < Dimension; i++)
        {
            double whitened = difference[i] / Math.Sqrt(Variances[i]);
            sum += whitened * whitened;
        }

        return sum;
    }

    internal override void Colour(ReadOnlySpan<double> standard, Span<double> coloured)
    {
        for (int i = 0; i < Dimension; i++)
        {
            coloured[i] = Math.Sqrt(Variances[i]) * standard[i];
        }
    }

    private static double SumOfLogarithms(ImmutableArray<double> variances)
    {
        double sum = 0;
        foreach (double variance in variances)
        {
            sum += Elementary.Log(variance);
        }

        return sum;
    }
}

/// <summary>A positive multiple of the identity matrix.</summary>
public sealed record SphericalCovariance : Covariance
{
    internal SphericalCovariance(int dimension, double variance)
        : base(dimension, dimension * Elementary.Log(variance)) => Variance = variance;

    /// <summary>The variance of every column.</summary>
    public double Variance { get; }

    /// <inheritdoc/>
    public override CovarianceShape Shape => CovarianceShape.Spherical;

    /// <inheritdoc/>
    public override double this[int row, int column]
    {
        get
        {
            CheckIndices(row, column);
            return row == column ? Variance : 0;
        }
    }

    /// <inheritdoc/>
    public override Table ToTable() => Table.DiagonalMatrix([.. Enumerable.Repeat(Variance, Dimension)]);

    internal override double SquaredNorm(ReadOnlySpan<double> difference)
    {
        double deviation = Math.Sqrt(Variance);
        double sum = 0;
        foreach (double each in difference)
        {
            sum += each / deviation * (each / deviation);
        }

        return sum;
    }

    internal override void Colour(ReadOnlySpan<double> standard, Span<double> coloured)
    {
        double deviation = Math.Sqrt(Variance);
        for (int i = 0; i < Dimension; i++)
        {
            coloured[i] = deviation * standard[i];
        }
    }
}
