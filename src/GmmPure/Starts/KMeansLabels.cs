using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// k-means with k-means++ centres, to find a start. Distances are measured with each column in units of its own standard
/// deviation; a constant column counts for nothing.
/// </summary>
internal static class KMeansLabels
{
    private const int MostIterations = 100;

    /// <summary>
    /// The share of the rows below which a move is not worth another pass: it is only a start, from which EM goes on. Of up
    /// to a thousand rows it is none.
    /// </summary>
    private const double SmallestMove = 1e-3;

    /// <summary>The label of each row, from centres that a seed chooses.</summary>
    public static ImmutableArray<int> Of(Dataset data, int components, long seed, int threads) =>
        Cluster(data, PlusPlusCentres(data, components, seed, threads), threads);

    /// <summary>The nearest of some centres to each row. No cluster stays empty.</summary>
    public static ImmutableArray<int> Nearest(Dataset data, Table centres, int threads)
    {
        var scales = Scales(data);
        var (labels, _) = Passes.Fastest.Nearest(data, centres, scales, threads);
        FillClusters(data, centres, scales, labels, threads);
        return Content.Freeze(labels);
    }

    /// <summary>K distinct rows that count, drawn by their weights (K×D).</summary>
    public static Table DrawnRows(Dataset data, int components, long seed)
    {
        var random = new RandomStream(seed);
        double[] shares = [.. Enumerable.Range(0, data.Count).Select(row => data.CanCarryComponent(row) ? data.WeightOf(row) : 0)];
        var chosen = new List<int>();
        while (chosen.Count < components)
        {
            int next = random.NextIndex(shares);
            if (next < 0)
            {
                next = DistinctFrom(data, chosen);
            }

            shares[next] = 0;
            if (!chosen.Exists(other => data.Row(other).SequenceEqual(data.Row(next))))
            {
                chosen.Add(next);
            }
        }

        return RowsOf(data, [.. chosen]);
    }

    /// <summary>K rows as centres (K×D), each drawn with probability proportional to its squared distance from the chosen.</summary>
    public static Table PlusPlusCentres(Dataset data, int components, long seed, int threads) =>
        PlusPlusCentres(data, Scales(data), components, seed, threads);

    /// <summary>Lloyd's iterations from the centres until hardly a row moves: the label of each row. No cluster stays empty.</summary>
    public static ImmutableArray<int> Cluster(Dataset data, Table centres, int threads) =>
        Content.Freeze(Lloyd(data, Scales(data), centres, threads).Labels);

    /// <summary>
    /// The label of each row where some are known, and keep it (Basu, Banerjee and Mooney 2002): the centres start at the means of
    /// the known rows. Or which component is responsible for nothing, because its known rows weigh next to nothing.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="known">One a row; null where it is not known. Each of 0 … K − 1 has a row of positive weight.</param>
    /// <param name="components">K.</param>
    /// <param name="threads">How many threads may work.</param>
    public static Outcome<ImmutableArray<int>, Degeneracy> Complete(
        Dataset data, ImmutableArray<int?> known, int components, int threads)
    {
        int[] labels = [.. known.Select(label => label ?? 0)];
        var alone = data.Share([.. known.Select((label, row) => label is null ? 0 : data.WeightOf(row))]);
        return Em.UpdateMeans(alone, Responsibilities.FromLabels(labels, components))
            .Map(centres => Complete(data, known, labels, centres, threads));
    }

    private static ImmutableArray<int> Complete(Dataset data, ImmutableArray<int?> known, int[] labels, Table centres, int threads)
    {
        var scales = Scales(data);
        int moved = known.Count(label => label is null);
        for (int iteration = 0; iteration < MostIterations && moved > 0; iteration++)
        {
            var (nearest, _) = Passes.Fastest.Nearest(data, centres, scales, threads);
            int[] next = [.. nearest.Select((label, row) => known[row] ?? label)];
            moved = next.Zip(labels).Count(row => row.First != row.Second);
            labels = next;
            centres = TryMeans(data, labels, centres, threads).Or(_ => centres);
        }

        return Content.Freeze(labels);
    }

    private static Table PlusPlusCentres(Dataset data, ImmutableArray<double> scales, int components, long seed, int threads)
    {
        var random = new RandomStream(seed);
        double[] nearest = new double[data.Count];
        Array.Fill(nearest, 1);
        var chosen = new List<int> { random.NextIndex(Shares(data, nearest)) };
        Array.Fill(nearest, double.PositiveInfinity);
        while (chosen.Count < components)
        {
            Passes.Fastest.Approach(data, RowsOf(data, [chosen[^1]]), scales, nearest, threads);
            int next = random.NextIndex(Shares(data, nearest));
            chosen.Add(next >= 0 ? next : DistinctFrom(data, chosen));
        }

        return RowsOf(data, [.. chosen]);
    }

    /// <summary>The label of each row when fewer than one in a thousand moves, and the clusters' means (K×D).</summary>
    private static (int[] Labels, Table Centres) Lloyd(Dataset data, ImmutableArray<double> scales, Table centres, int threads)
    {
        int[] before = new int[data.Count];
        int[] labels = new int[data.Count];
        Array.Fill(labels, -1);
        int moved = data.Count;
        for (int iteration = 0; iteration <= MostIterations && moved >= SmallestMove * data.Count; iteration++)
        {
            (before, labels) = (labels, before);
            (var statistics, _, moved) = Passes.Fastest.Assign(data, centres, centres, scales, before, labels, threads);
            if (!Em.UpdateMeans(statistics).TryGet(out var means, out _))
            {
                FillClusters(data, centres, scales, labels, threads);
                moved = labels.Zip(before).Count(row => row.First != row.Second);
                means = Means(data, labels, centres, threads);
            }

            centres = means!;
        }

        return (labels, centres);
    }

    /// <summary>Gives each centre without rows the row farthest from its own.</summary>
    private static void FillClusters(Dataset data, Table centres, ImmutableArray<double> scales, int[] labels, int threads)
    {
        var (_, distances) = Passes.Fastest.Nearest(data, centres, scales, threads);
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
    }

    /// <summary>The weighted means of the clusters, of which none is empty, summed as deviations from the centres before.</summary>
    private static Table Means(Dataset data, int[] labels, Table before, int threads) =>
        TryMeans(data, labels, before, threads).Or(cause => throw new InvalidOperationException(cause.Message));

    /// <summary>The same, or which cluster is empty.</summary>
    private static Outcome<Table, Degeneracy> TryMeans(Dataset data, int[] labels, Table before, int threads)
    {
        var terms = new LabelTerms([.. labels], before.RowCount);
        return Em.UpdateMeans(Passes.Fastest.Statistics(data, terms, MomentLayout.None, before, threads));
    }

    /// <summary>What each row is drawn in proportion to: its weight times its squared distance.</summary>
    private static double[] Shares(Dataset data, double[] distances) =>
        data.Weights.IsEmpty ? distances : [.. data.Weights.Zip(distances, (weight, distance) => weight * distance)];

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
