using GmmPure.Kernels;

namespace GmmPure;

/// <content>Marginal and conditional mixtures.</content>
public sealed partial record GaussianMixture
{
    /// <summary>The mixture of some of the columns, whatever the others are (MML, section 6.5.1).</summary>
    /// <param name="columns">Which columns, counted from 0, in the order wanted.</param>
    /// <exception cref="ArgumentException">No column is given, or one does not exist or is given twice.</exception>
    public GaussianMixture Marginal(IEnumerable<int> columns)
    {
        var chosen = GmmPure.ColumnNames.CheckChoice(columns, Dimension);
        return new GaussianMixture(
            Structure.Unconstrained,
            Weights,
            Means.Select([.. Enumerable.Range(0, ComponentCount)], chosen),
            PerCovariance(covariance => covariance.Select(chosen)),
            NamesOf(chosen));
    }

    /// <summary>
    /// The mixture of the other columns, in their order, once some columns' values are known (MML, section 6.5.1, Bishop 2.81 and
    /// 2.82): its weights are the responsibilities under the known values.
    /// </summary>
    /// <param name="columns">The known columns; not all of them.</param>
    /// <param name="values">Their values, in the same order.</param>
    /// <exception cref="ArgumentException">
    /// The columns are not some of the mixture's, or there is not one finite value for each.
    /// </exception>
    /// <exception cref="UnreachableRowException">
    /// The values, as a row, are too far from every component for their density to have a logarithm.
    /// </exception>
    public GaussianMixture Conditional(IEnumerable<int> columns, IEnumerable<double> values)
    {
        var known = GmmPure.ColumnNames.CheckChoice(columns, Dimension);
        var each = Given.Each(values);
        if (each.Length != known.Length || known.Length == Dimension)
        {
            throw new ArgumentException(
                "One value is needed for each known column, and a column that is not known.", nameof(values));
        }

        ImmutableArray<int> open = [.. Enumerable.Range(0, Dimension).Except(known)];
        var shares = Em.EStep(Row(each, nameof(values)), Marginal(known).Named([])).Responsibilities.Row(0);
        double[] means = new double[ComponentCount * open.Length];
        for (int k = 0; k < ComponentCount; k++)
        {
            ConditionalMean(k, known, open, each).CopyTo(means.AsSpan(k * open.Length));
        }

        var conditionalMeans = Table.Wrap(ComponentCount, open.Length, means);
        FaultOf(conditionalMeans, ComponentCount).Refuse();
        return new GaussianMixture(
            Structure.Unconstrained,
            [.. shares],
            conditionalMeans,
            PerCovariance(covariance => Remaining(covariance, known, open)),
            NamesOf(open));
    }

    /// <summary>μ_a + Σ_ab·Σ_bb⁻¹·(x_b − μ_b), by the Cholesky factor of the columns with the known ones first.</summary>
    private double[] ConditionalMean(
        int component, ImmutableArray<int> known, ImmutableArray<int> open, ImmutableArray<double> values)
    {
        double[] mean = [.. open.Select(column => Means[component, column])];
        if (Covariances[component] is FullCovariance full)
        {
            var factor = Cholesky.Triangular(full.CholeskyFactor, known.AddRange(open));
            double[] whitened = Cholesky.Solve(
                factor, [.. known.Select((column, i) => values[i] - Means[component, column])]);
            for (int i = 0; i < open.Length; i++)
            {
                mean[i] += Lanes.Dot(factor.Row(known.Length + i)[..known.Length], whitened);
            }
        }

        return mean;
    }

    /// <summary>Σ_aa − Σ_ab·Σ_bb⁻¹·Σ_ba: with the known columns first, the last block of L times its transpose.</summary>
    private static Covariance Remaining(Covariance covariance, ImmutableArray<int> known, ImmutableArray<int> open)
    {
        if (covariance is not FullCovariance full)
        {
            return covariance.Select(open);
        }

        var factor = Cholesky.Triangular(full.CholeskyFactor, known.AddRange(open));
        int size = open.Length;
        double[] matrix = new double[size * size];
        double[] block = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                var left = factor.Row(known.Length + i)[known.Length..];
                var right = factor.Row(known.Length + j)[known.Length..];
                block[(i * size) + j] = left[j];
                double entry = Lanes.Dot(left[..(j + 1)], right[..(j + 1)]);
                matrix[(i * size) + j] = entry;
                matrix[(j * size) + i] = entry;
            }
        }

        return FullCovariance.From(Table.Wrap(size, size, matrix), Table.Wrap(size, size, block));
    }

    /// <summary>The covariances changed one by one, or once if they are shared.</summary>
    private ImmutableArray<Covariance> PerCovariance(Func<Covariance, Covariance> change) => Structure.IsShared
        ? [.. Enumerable.Repeat(change(Covariances[0]), ComponentCount)]
        : [.. Covariances.Select(change)];

    private ImmutableArray<string> NamesOf(ImmutableArray<int> columns) =>
        ColumnNames.IsEmpty ? [] : [.. columns.Select(column => ColumnNames[column])];
}
