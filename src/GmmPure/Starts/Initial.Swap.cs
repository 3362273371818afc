using GmmPure.Kernels;

namespace GmmPure;

/// <content>Starts near a mixture.</content>
public static partial class Initial
{
    /// <summary>How many responsibilities a swap stores at most, unless that were too few rows for each component.</summary>
    private const long SwapSize = 1 << 20;
    private const long FewestSwapRowsEach = 64;

    /// <summary>
    /// A start near a mixture: a component that is drawn is taken away, its rows go to the others, and another one that is drawn is
    /// split between two of its rows, each of its rows going to the nearer one by its Mahalanobis distance. The two are drawn by their
    /// responsibilities times their weights. EM from there often finds what no start of its own finds (random swap; Zhao, Hautamäki,
    /// Kärkkäinen and Fränti 2012). Of many rows a sample is looked at, as for every start. In canonical order.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components, at least two.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">
    /// There is one component, there are fewer than K distinct rows, the columns do not fit, or a component would have no row.
    /// </exception>
    /// <exception cref="UnreachableRowException">A row has density 0 under every component.</exception>
    public static GaussianMixture Swap(Dataset data, GaussianMixture mixture, long seed, EmOptions? options = null) =>
        TrySwap(data, mixture, seed, options).Or(NoStart);

    /// <summary>A start near a mixture (<see cref="Swap"/>), or which component would have no row, as where both rows drawn are equal.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ: K components, at least two.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">There is one component, there are fewer than K distinct rows, or the columns do not fit.</exception>
    /// <exception cref="UnreachableRowException">A row has density 0 under every component.</exception>
    public static Outcome<GaussianMixture, Degeneracy> TrySwap(Dataset data, GaussianMixture mixture, long seed, EmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        int components = mixture.ComponentCount;
        if (components == 1)
        {
            throw new ArgumentException("Of one component none can be taken away.", nameof(mixture));
        }

        CheckRows(data, components);
        var random = new RandomStream(seed);
        var (removed, split) = DrawnComponents(mixture, ref random);
        var rows = StartSample.Of(data, components, seed, Math.Max(SwapSize / components, FewestSwapRowsEach * components));
        var shares = Without(removed, Em.EStep(rows, mixture, EmVariant.Plain, options).Responsibilities.Values);
        double[] drawn = [.. Enumerable.Range(0, rows.Count).Select(n => rows.WeightOf(n) * shares[(n * components) + split])];
        var (one, other) = (DrawnRow(drawn, ref random), DrawnRow(drawn, ref random));
        double[] difference = new double[rows.Dimension];
        for (int n = 0; n < rows.Count; n++)
        {
            var own = shares.AsSpan(n * components, components);
            if (own[split] > 0 && IsNearer(rows, n, other, one, mixture.Covariances[split], difference))
            {
                (own[removed], own[split]) = (own[split], 0);
            }
        }

        var terms = new TableTerms(Table.Wrap(rows.Count, components, shares));
        return TryUnordered(rows, terms, components, mixture.Structure, Threads(options))
            .Map(start => start.InCanonicalOrder().Named(data.ColumnNames));
    }

    /// <summary>Two components, of the heaviest first, so that no map of the data that changes their order changes the draw.</summary>
    private static (int Removed, int Split) DrawnComponents(GaussianMixture mixture, ref RandomStream random)
    {
        var byWeight = Enumerable.Range(0, mixture.ComponentCount).OrderByDescending(k => mixture.Weights[k]).ToList();
        int removed = byWeight[(int)(random.NextUniform() * byWeight.Count)];
        byWeight.Remove(removed);
        return (removed, byWeight[(int)(random.NextUniform() * byWeight.Count)]);
    }

    /// <summary>What is left of every row's responsibilities (N×K) without a component; of a row that was all its own, equal shares.</summary>
    private static double[] Without(int removed, Table responsibilities)
    {
        double[] left = responsibilities.Elements.ToArray();
        int components = responsibilities.ColumnCount;
        for (int n = 0; n < responsibilities.RowCount; n++)
        {
            var own = left.AsSpan(n * components, components);
            own[removed] = 0;
            double rest = 0;
            foreach (double share in own)
            {
                rest += share;
            }

            for (int k = 0; k < components; k++)
            {
                own[k] = k == removed ? 0 : rest > 0 ? own[k] / rest : 1.0 / (components - 1);
            }
        }

        return left;
    }

    /// <summary>A row drawn in proportion to its share; the first, where none has any.</summary>
    private static int DrawnRow(double[] shares, ref RandomStream random) => Math.Max(0, random.NextIndex(shares));

    /// <summary>Whether a row is nearer to one row than to another, by the Mahalanobis distance.</summary>
    /// <summary>Whether a row is nearer to one row than to another; the memory for a difference (D) is the caller's, who asks of many rows.</summary>
    private static bool IsNearer(Dataset rows, int row, int one, int other, Covariance metric, double[] difference)
    {
        return Distance(one) < Distance(other);

        double Distance(int to)
        {
            for (int j = 0; j < difference.Length; j++)
            {
                difference[j] = rows.Values[row, j] - rows.Values[to, j];
            }

            return metric.SquaredNorm(difference);
        }
    }
}
