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
    private const int MostRounds = 300;

    /// <summary>Up to how many columns all their correlations are computed; beyond, each product with them is, anew.</summary>
    private const int MostCorrelations = 600;

    /// <summary>How many axes there are.</summary>
    public int Count => Directions.Length;

    /// <summary>The axes of a data set, by orthogonal iteration.</summary>
    public static PrincipalAxes Of(Dataset data)
    {
        ImmutableArray<double> scales = [.. data.ColumnVariances.Select(variance => variance > 0 ? 1 / Math.Sqrt(variance) : 0)];
        var standard = new PrincipalAxes(data.ColumnMeans, scales, [], []);
        Func<double[], double[]> times = standard.Correlations(data);
        double[][] axes = Orthonormal([.. Enumerable.Range(0, Most).Select(i => Beginning(data.Dimension, i))]);
        int rounds = data.Dimension <= MostCorrelations ? MostRounds : MostRounds / 10;
        double[] lengths = new double[Most];
        for (int round = 0; round < rounds; round++)
        {
            double[][] images = [.. axes.Select(times)];
            double[] longer = [.. images.Zip(axes, Dot)];
            axes = Orthonormal(images);
            if (round > 2 && longer.Zip(lengths, (now, before) => Math.Abs(now - before)).All(change => change <= 1e-12 * data.Dimension))
            {
                break;
            }

            lengths = longer;
        }

        double total = Math.Max(1, scales.Count(scale => scale > 0));
        return standard with
        {
            Directions = [.. axes.Select(Signed)],
            Shares = [.. lengths.Select(length => Math.Clamp(length / total, 0, 1))],
        };
    }

    /// <summary>The data on the axes.</summary>
    public Dataset Project(Dataset data)
    {
        double[] standard = new double[data.Dimension];
        var rows = Enumerable.Range(0, data.Count).Select(row =>
        {
            Standardise(data.Row(row), standard);
            return Directions.Select(direction => Math.Clamp(Dot(direction, standard), -1e100, 1e100)).ToArray();
        });
        var projected = Dataset.FromRows(rows);
        return (data.Weights.IsEmpty ? projected : projected.WithWeights(data.Weights))
            .WithColumnNames(Shares.Select((share, i) => FormattableString.Invariant($"principal axis {i + 1} ({100 * share:F0} %)")));
    }

    /// <summary>The mixture on the axes.</summary>
    public GaussianMixture Project(GaussianMixture mixture)
    {
        double[] standard = new double[mixture.Dimension];
        return GaussianMixture.Create(
            mixture.Weights,
            Table.FromRows(Enumerable.Range(0, mixture.ComponentCount).Select(k =>
            {
                Standardise(mixture.Means.Row(k), standard);
                return Directions.Select(direction => Math.Clamp(Dot(direction, standard), -1e100, 1e100)).ToArray();
            })),
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

    private void Standardise(ReadOnlySpan<double> row, double[] standard)
    {
        for (int i = 0; i < standard.Length; i++)
        {
            standard[i] = (row[i] - Centre[i]) * Scales[i];
        }
    }

    /// <summary>The product with the matrix of correlations.</summary>
    private Func<double[], double[]> Correlations(Dataset data)
    {
        int dimension = data.Dimension;
        if (dimension > MostCorrelations)
        {
            return vector => Sum(data, (standard, sum) => Add(sum, standard, Dot(vector, standard)), dimension);
        }

        double[] matrix = Sum(
            data,
            (standard, sum) =>
            {
                for (int i = 0; i < dimension; i++)
                {
                    Add(sum.Slice(i * dimension, dimension), standard, standard[i]);
                }
            },
            dimension * dimension);
        return vector => [.. Enumerable.Range(0, dimension).Select(i => Dot(matrix.AsSpan(i * dimension, dimension), vector))];
    }

    /// <summary>Weighted means over the standardised rows.</summary>
    private double[] Sum(Dataset data, SumOver add, int size)
    {
        double[] sum = new double[size];
        double[] standard = new double[data.Dimension];
        for (int row = 0; row < data.Count; row++)
        {
            double root = Math.Sqrt(data.WeightOf(row) / data.TotalWeight);
            Standardise(data.Row(row), standard);
            for (int i = 0; i < standard.Length; i++)
            {
                standard[i] *= root;
            }

            add(standard, sum);
        }

        return sum;
    }

    private delegate void SumOver(double[] standard, Span<double> sum);

    private static void Add(Span<double> sum, ReadOnlySpan<double> vector, double times)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += times * vector[i];
        }
    }

    /// <summary>Vectors of length 1 at right angles; one that lies in the others' span is replaced by one that does not.</summary>
    private static double[][] Orthonormal(double[][] vectors)
    {
        for (int i = 0; i < vectors.Length; i++)
        {
            for (int attempt = 0; attempt <= vectors[i].Length; attempt++)
            {
                double before = Math.Sqrt(Dot(vectors[i], vectors[i]));
                for (int round = 0; round < 2; round++)
                {
                    foreach (double[] earlier in vectors.Take(i))
                    {
                        Add(vectors[i], earlier, -Dot(vectors[i], earlier));
                    }
                }

                double length = Math.Sqrt(Dot(vectors[i], vectors[i]));
                if (length > 1e-9 * before && length > 1e-150)
                {
                    vectors[i] = [.. vectors[i].Select(element => element / length)];
                    break;
                }

                vectors[i] = [.. Enumerable.Range(0, vectors[i].Length).Select(j => j == attempt ? 1.0 : 0.0)];
            }
        }

        return vectors;
    }

    /// <summary>Somewhere to begin, with a part along every axis.</summary>
    private static double[] Beginning(int dimension, int number) =>
        [.. Enumerable.Range(0, dimension).Select(i => 1.0 + (((i * 7919L) + (number * 104729L) + ((long)i * i * (number + 1))) % 97 / 97.0))];

    /// <summary>The axis that points along its largest element.</summary>
    private static double[] Signed(double[] axis) =>
        axis.MaxBy(Math.Abs) < 0 ? [.. axis.Select(element => -element)] : axis;

    private static double Dot(double[] left, double[] right) => Dot(left.AsSpan(), right);

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
