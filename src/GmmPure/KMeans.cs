using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// k-means with k-means++ centres, to find a start. Distances are measured with each column in units of its own standard
/// deviation; a constant column counts for nothing.
/// </summary>
internal static class KMeans
{
    private const int MostIterations = 100;

    /// <summary>K rows as centres (K×D), each drawn with probability proportional to its squared distance from the chosen.</summary>
    public static Table PlusPlusCentres(Dataset data, int components, long seed, int threads)
    {
        var random = new RandomStream(seed);
        var scales = Scales(data);
        double[] shares = [.. Enumerable.Range(0, data.Count).Select(data.WeightOf)];
        double[] nearest = new double[data.Count];
        Array.Fill(nearest, double.PositiveInfinity);
        var chosen = new List<int> { random.NextIndex(shares) };
        while (chosen.Count < components)
        {
            var (_, distances) = Passes.Fastest.Nearest(data, RowsOf(data, [chosen[^1]]), scales, threads);
            for (int row = 0; row < data.Count; row++)
            {
                nearest[row] = Math.Min(nearest[row], distances[row]);
                shares[row] = data.WeightOf(row) * nearest[row];
            }

            int next = random.NextIndex(shares);
            chosen.Add(next >= 0 ? next : DistinctFrom(data, chosen));
        }

        return RowsOf(data, [.. chosen]);
    }

    /// <summary>Lloyd's iterations from the centres until no row moves: the label of each row. No cluster stays empty.</summary>
    public static ImmutableArray<int> Cluster(Dataset data, Table centres, int threads)
    {
        var scales = Scales(data);
        int[] labels = Assign(data, centres, scales, threads);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            centres = Centres(data, labels, centres);
            int[] next = Assign(data, centres, scales, threads);
            if (next.AsSpan().SequenceEqual(labels))
            {
                break;
            }

            labels = next;
        }

        return Content.Freeze(labels);
    }

    /// <summary>The nearest centre of each row; a centre without rows takes the row farthest from its own.</summary>
    private static int[] Assign(Dataset data, Table centres, ImmutableArray<double> scales, int threads)
    {
        var (labels, distances) = Passes.Fastest.Nearest(data, centres, scales, threads);
        int[] sizes = new int[centres.RowCount];
        for (int row = 0; row < data.Count; row++)
        {
            sizes[labels[row]] += data.CanCarryComponent(row) ? 1 : 0;
        }

        for (int empty = Array.IndexOf(sizes, 0); empty >= 0; empty = Array.IndexOf(sizes, 0))
        {
            int farthest = Enumerable.Range(0, data.Count)
                .Where(row => data.CanCarryComponent(row) && sizes[labels[row]] > 1)
                .MaxBy(row => distances[row]);
            sizes[labels[farthest]]--;
            sizes[empty]++;
            (labels[farthest], distances[farthest]) = (empty, 0);
        }

        return labels;
    }

    /// <summary>The weighted means of the clusters, summed as deviations from the centres before.</summary>
    private static Table Centres(Dataset data, int[] labels, Table before)
    {
        int dimension = data.Dimension;
        double[] weights = new double[before.RowCount];
        double[] shifts = new double[before.RowCount * dimension];
        for (int row = 0; row < data.Count; row++)
        {
            int label = labels[row];
            double weight = data.WeightOf(row);
            weights[label] += weight;
            var values = data.Row(row);
            var centre = before.Row(label);
            for (int j = 0; j < dimension; j++)
            {
                shifts[(label * dimension) + j] += weight * (values[j] - centre[j]);
            }
        }

        for (int i = 0; i < shifts.Length; i++)
        {
            shifts[i] = before.Elements[i] + (shifts[i] / weights[i / dimension]);
        }

        return Table.Wrap(before.RowCount, dimension, shifts);
    }

    /// <summary>1/σ of each column, 0 for a constant one.</summary>
    private static ImmutableArray<double> Scales(Dataset data) =>
        [.. data.ColumnVariances.Select(variance => variance > 0 ? 1 / Math.Sqrt(variance) : 0)];

    private static Table RowsOf(Dataset data, ImmutableArray<int> rows) =>
        data.Values.Select(rows, [.. Enumerable.Range(0, data.Dimension)]);

    /// <summary>A row that counts unlike all chosen ones, for when every distance has underflowed.</summary>
    private static int DistinctFrom(Dataset data, List<int> chosen) =>
        DistinctRows.Find(data, chosen.Count + 1)
            .First(row => !chosen.Exists(other => data.Row(other).SequenceEqual(data.Row(row))));
}
