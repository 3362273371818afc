using MathNet.Numerics.LinearAlgebra;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace GmmPure.Pictures.Shapes;

/// <summary>
/// The first principal axes of data whose columns are standardised, for units say nothing about importance: the leading
/// eigenvectors of the correlations.
/// </summary>
/// <param name="Centre">Each column's mean (D).</param>
/// <param name="Scales">One over each column's standard deviation; 0 for a constant column (D).</param>
/// <param name="Directions">The axes, orthonormal (rows×D).</param>
/// <param name="Shares">How much of the variance is along each.</param>
internal sealed record PrincipalAxes(
    ImmutableArray<double> Centre, ImmutableArray<double> Scales, ImmutableArray<double[]> Directions, ImmutableArray<double> Shares)
{
    private const int Most = 4;

    /// <summary>Up to how many columns all their correlations are decomposed; beyond, the products of so many rows are.</summary>
    private const int MostDecomposed = 400;

    /// <summary>The least share of the variance that rows are trusted with: below, a direction is rounding.</summary>
    private const double SmallestShare = 1e-10;

    /// <summary>How many axes there are.</summary>
    public int Count => Directions.Length;

    /// <summary>The axes of a data set; where there are very many columns, of a part of its rows.</summary>
    public static PrincipalAxes Of(Dataset data)
    {
        ImmutableArray<double> scales = [.. data.ColumnVariances.Select(variance => variance > 0 ? 1 / Math.Sqrt(variance) : 0)];
        var standard = new PrincipalAxes(data.ColumnMeans, scales, [], []);
        return data.Dimension <= MostDecomposed ? standard.OfCorrelations(data) : standard.OfRows(data);
    }

    /// <summary>The eigenvectors of the correlations, ZᵀZ.</summary>
    private PrincipalAxes OfCorrelations(Dataset data)
    {
        var about = Table.FromRows([Centre]);
        var everything = Responsibilities.FromLabels(new int[data.Count], 1);
        var squares = SufficientStatistics.Of(data, everything, CovarianceStructure.Full.Moments, about).SecondMoments;
        int dimension = data.Dimension;
        return With(
            Matrix.Build.Dense(dimension, dimension, (i, j) =>
                squares[0, (i * dimension) + j] / data.TotalWeight * Scales[i] * Scales[j]),
            vector => vector);
    }

    /// <summary>Where they are more than the rows: those of the rows' products, ZZᵀ, give the same axes as Zᵀu.</summary>
    private PrincipalAxes OfRows(Dataset data)
    {
        var rows = Thinning.Rows(data, MostDecomposed);
        double total = rows.Sum(data.WeightOf);
        var standard = Matrix.Build.DenseOfRowArrays(rows.Select(row =>
        {
            double root = Math.Sqrt(data.WeightOf(row) / total);
            return Standardised(data.Row(row)).Select(element => element * root).ToArray();
        }));
        return With(standard.TransposeAndMultiply(standard), standard.LeftMultiply);
    }

    /// <summary>The leading eigenvectors, each turned into an axis.</summary>
    private PrincipalAxes With(Matrix symmetric, Func<Vector<double>, Vector<double>> axisOf)
    {
        var decomposed = symmetric.Evd(Symmetricity.Symmetric);
        double[] values = [.. decomposed.EigenValues.Select(value => Math.Max(value.Real, 0))];
        double total = Math.Max(symmetric.Trace(), double.Epsilon);
        int[] leading = [.. Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).Take(Most)
            .Where((i, place) => place == 0 || symmetric.RowCount == Scales.Length || values[i] > SmallestShare * total)];
        return this with
        {
            Directions = [.. leading.Select(i => Signed(axisOf(decomposed.EigenVectors.Column(i)).Normalize(2).ToArray()))],
            Shares = [.. leading.Select(i => Math.Clamp(values[i] / total, 0, 1))],
        };
    }

    /// <summary>The data on the axes.</summary>
    public Dataset Project(Dataset data)
    {
        var projected = Dataset.FromRows(Enumerable.Range(0, data.Count).Select(row => OnAxes(data.Row(row))));
        return (data.Weights.IsEmpty ? projected : projected.WithWeights(data.Weights))
            .WithColumnNames(Shares.Select((share, i) => FormattableString.Invariant($"principal axis {i + 1} ({100 * share:F0} %)")));
    }

    /// <summary>The mixture on the axes.</summary>
    public GaussianMixture Project(GaussianMixture mixture)
    {
        return GaussianMixture.Create(
            mixture.Weights,
            Table.FromRows(Enumerable.Range(0, mixture.ComponentCount).Select(k => OnAxes(mixture.Means.Row(k)))),
            mixture.Covariances.Select(Project));
    }

    /// <summary>A·Σ·Aᵀ as B·Bᵀ with B = A·L; where rounding leaves it singular, its diagonal.</summary>
    private Covariance Project(Covariance covariance)
    {
        double[][] images = [.. Directions.Select(direction => Image(direction, covariance))];
        double[] matrix = [.. from left in images from right in images select Math.Clamp(Dot(left, right), -1e200, 1e200)];
        for (int i = 0; i < Count; i++)
        {
            matrix[(i * Count) + i] += 1e-12;
        }

        return Covariance.TryFull(Table.Create(Count, Count, matrix.AsSpan())).Or(_ => Covariance.Full(Table.FromRows(
            Enumerable.Range(0, Count).Select(i => Enumerable.Range(0, Count).Select(j => i == j ? matrix[(i * Count) + i] : 0)))));
    }

    /// <summary>aᵀ·S·L, with S the columns' scales.</summary>
    private double[] Image(double[] direction, Covariance covariance)
    {
        double[] image = new double[direction.Length];
        for (int i = 0; i < direction.Length; i++)
        {
            double part = direction[i] * Scales[i];
            if (covariance is FullCovariance full)
            {
                for (int j = 0; j <= i; j++)
                {
                    image[j] += part * full.CholeskyFactor[i, j];
                }
            }
            else
            {
                image[i] = part * covariance.StandardDeviation(i);
            }
        }

        return image;
    }

    private double[] OnAxes(ReadOnlySpan<double> point)
    {
        double[] standard = Standardised(point);
        return [.. Directions.Select(direction => Math.Clamp(Dot(direction, standard), -1e100, 1e100))];
    }

    private double[] Standardised(ReadOnlySpan<double> point)
    {
        double[] standard = new double[point.Length];
        for (int i = 0; i < standard.Length; i++)
        {
            standard[i] = (point[i] - Centre[i]) * Scales[i];
        }

        return standard;
    }

    /// <summary>The axis that points along its largest element.</summary>
    private static double[] Signed(double[] axis) =>
        axis.MaxBy(Math.Abs) < 0 ? [.. axis.Select(element => -element)] : axis;

    private static double Dot(double[] left, double[] right) => left.Zip(right, (one, other) => one * other).Sum();
}
