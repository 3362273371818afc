using GmmPure.Kernels;

namespace GmmPure;

/// <summary>k-means (Lloyd 1957) as a sequence like EM: its hard limit.</summary>
public static class Clustering
{
    /// <summary>
    /// The iterations as a lazy sequence, endless unless a centre is left without rows: every row to its nearest centre, of equals
    /// the first; every centre to the mean of its rows. Hard EM with one shared spherical covariance and equal weights does the
    /// same, step for step.
    /// </summary>
    /// <param name="data">N×D; distances are in the columns' own units.</param>
    /// <param name="centres">The centres to start from (K×D): any, or the means of <see cref="Initial.KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>.</param>
    /// <exception cref="ArgumentException">There is no centre, or the columns do not fit.</exception>
    public static IEnumerable<KMeansIteration> KMeans(Dataset data, Table centres)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(centres);
        return centres.RowCount > 0 && centres.ColumnCount == data.Dimension
            ? centres.Elements.All(coordinate => Math.Abs(coordinate) <= Dataset.LargestValue)
                ? Unfold(data, centres)
                : throw new ArgumentException("A centre is finite, and not beyond what data may be.", nameof(centres))
            : throw new ArgumentException(
                $"Centres have {data.Dimension} columns, as the data, not {centres.RowCount}×{centres.ColumnCount}.", nameof(centres));
    }

    private static IEnumerable<KMeansIteration> Unfold(Dataset data, Table start)
    {
        ImmutableArray<double> units = [.. Enumerable.Repeat(1.0, data.Dimension)];
        var middle = Table.FromRows(Enumerable.Repeat<IEnumerable<double>>(data.ColumnMeans, start.RowCount));
        int[] before = new int[data.Count];
        double spread = data.ColumnVariances.Sum();
        return new EmMap<Table, (SufficientStatistics Statistics, double Inertia, ImmutableArray<int> Labels)>(
            centres =>
            {
                int[] labels = new int[data.Count];
                var pass = Passes.Fastest.Assign(data, centres, middle, units, before, labels, EmOptions.AllThreads);
                return (pass.Statistics, pass.Inertia, Content.Freeze(labels));
            },
            (_, nearest) => new Objective(
                -nearest.Inertia,
                ObjectiveKind.MinusInertia,
                data.TotalWeight,
                Rounding: Negligible.Rounding * spread * data.TotalWeight),
            (_, nearest) => Em.UpdateMeans(nearest.Statistics)).Unfold(
            start,
            (index, centres, nearest, objective, status) =>
                new KMeansIteration(index, centres, objective, nearest.Labels, Math.Sqrt(spread), status));
    }
}
