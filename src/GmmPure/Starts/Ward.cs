namespace GmmPure;

/// <summary>
/// Hierarchical clustering by Ward's criterion (1963): the two clusters are joined whose union adds the least to the sum of squared
/// distances from the means. It is the classification likelihood of balls of one size (Fraley 1998).
/// </summary>
internal static class Ward
{
    /// <summary>The clusters' means, when K are left (K×D).</summary>
    /// <param name="data">M×D, at least K of M rows distinct; it takes time O(M²·D).</param>
    /// <param name="components">K.</param>
    public static Table Centres(Dataset data, int components)
    {
        var clusters = new Clusters(data);
        var joins = clusters.JoinAll();
        int[] root = [.. Enumerable.Range(0, data.Count)];
        foreach (var (one, other, _) in joins.OrderBy(join => join.Cost).Take(data.Count - components))
        {
            root[Find(root, one)] = Find(root, other);
        }

        var groups = Enumerable.Range(0, data.Count).GroupBy(row => Find(root, row)).OrderBy(group => group.Key);
        return Table.FromRows(groups.Select(group => Mean(data, [.. group])));
    }

    private static int Find(int[] root, int row)
    {
        while (root[row] != row)
        {
            row = root[row] = root[root[row]];
        }

        return row;
    }

    private static IEnumerable<double> Mean(Dataset data, ImmutableArray<int> rows)
    {
        double total = rows.Sum(data.WeightOf);
        return Enumerable.Range(0, data.Dimension).Select(j =>
            data[rows[0], j] + rows.Sum(row => (total > 0 ? data.WeightOf(row) / total : 1.0 / rows.Length) * (data[row, j] - data[rows[0], j])));
    }

    /// <summary>Clusters by one of their rows, with their weights and means, joined along chains of nearest neighbours (Murtagh 1983).</summary>
    private sealed class Clusters(Dataset data)
    {
        private readonly double[] means = [.. data.Values.Elements];
        private readonly double[] weights = [.. Enumerable.Range(0, data.Count).Select(data.WeightOf)];
        private readonly List<int> alive = [.. Enumerable.Range(0, data.Count)];

        /// <summary>All joins, in no order: a cluster is known by the row that it keeps.</summary>
        public ImmutableArray<(int One, int Other, double Cost)> JoinAll()
        {
            var joins = ImmutableArray.CreateBuilder<(int One, int Other, double Cost)>();
            var chain = new Stack<int>();
            while (alive.Count > 1)
            {
                if (chain.Count == 0)
                {
                    chain.Push(alive[0]);
                }

                int last = chain.Pop();
                int before = chain.Count > 0 ? chain.Peek() : -1;
                var (nearest, cost) = Nearest(last, before);
                if (nearest == before)
                {
                    chain.Pop();
                    joins.Add((last, nearest, cost));
                    Join(last, nearest);
                }
                else
                {
                    chain.Push(last);
                    chain.Push(nearest);
                }
            }

            return joins.ToImmutable();
        }

        /// <summary>The cheapest to join; of equals the one before in the chain, so that the chain ends.</summary>
        private (int Cluster, double Cost) Nearest(int cluster, int before)
        {
            var nearest = before >= 0 ? (before, Cost(cluster, before)) : (-1, double.PositiveInfinity);
            foreach (int other in alive)
            {
                if (other != cluster && other != before && Cost(cluster, other) is var cost && cost < nearest.Item2)
                {
                    nearest = (other, cost);
                }
            }

            return nearest.Item1 >= 0 ? nearest : (alive.First(other => other != cluster), double.PositiveInfinity);
        }

        private double Cost(int one, int other)
        {
            double total = weights[one] + weights[other];
            return total > 0 ? weights[one] * weights[other] / total * SquaredDistance(one, other) : 0;
        }

        private double SquaredDistance(int one, int other)
        {
            double sum = 0;
            for (int j = 0; j < data.Dimension; j++)
            {
                double difference = means[(one * data.Dimension) + j] - means[(other * data.Dimension) + j];
                sum += difference * difference;
            }

            return sum;
        }

        /// <summary>The second cluster takes the first over.</summary>
        private void Join(int one, int other)
        {
            double total = weights[one] + weights[other];
            double share = total > 0 ? weights[one] / total : 0.5;
            for (int j = 0; j < data.Dimension; j++)
            {
                means[(other * data.Dimension) + j] += share * (means[(one * data.Dimension) + j] - means[(other * data.Dimension) + j]);
            }

            weights[other] = total;
            alive.Remove(one);
        }
    }
}
