namespace GmmPure.Kernels;

/// <summary>
/// Passes over data with densities of any kind. A row that no component reaches has density 0; it belongs to nobody, which is an
/// error where its responsibilities are asked for, unless it counts for nothing: then it stays with all as before it was seen.
/// </summary>
/// <param name="data">N×D.</param>
/// <param name="assignment">To whom the rows belong.</param>
/// <param name="kernels">The kernels for one width of registers.</param>
/// <param name="threads">At most so many; −1 for all.</param>
/// <param name="family">The family's name; null for a <see cref="GaussianMixture"/>.</param>
internal sealed class DensityPasses(
    Dataset data, Assignment assignment, KernelSet kernels, int threads = EmOptions.AllThreads, string? family = null)
{
    /// <summary>Passes of a mixture's densities, whatever the labels of the data.</summary>
    public static DensityPasses Of(Dataset data, int threads = EmOptions.AllThreads) =>
        new(data.WithoutLabels(), Assignment.Soft, KernelSet.Widest, threads);

    /// <summary>The fused E-step and statistics, without any N×K.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    /// <param name="moments">Makes statistics of nothing.</param>
    public (MomentTotals Totals, double LogLikelihood, Unreached? Unreached) Expect(
        Densities densities, int components, Func<MomentAccumulator> moments)
    {
        var sums = Sum(
            densities, components, () => new PassSums(moments()), (sum, tile, _) => sum.Moments!.Add(tile, kernels), areInPanels: false);
        return (sums.Moments!.Totals(), sums.TotalLogLikelihood, sums.FirstUnreached);
    }

    /// <summary>ℓ alone.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    public double LogLikelihood(Densities densities, int components) =>
        Sum(densities, components, () => new PassSums(), (_, _, _) => { }).TotalLogLikelihood;

    /// <summary>ℓ, and Σ w·ln r of every row's largest responsibility. No N×K is stored.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    public (double LogLikelihood, double LogLargest) Certainty(Densities densities, int components)
    {
        var sums = Sum(
            densities, components, () => new PassSums(), (sum, tile, _) => sum.LogLargest += kernels.SumOfLogLargest(tile));
        return (sums.TotalLogLikelihood, sums.LogLargest.Total);
    }

    /// <summary>The statistics of given responsibilities: of those of an E-step, the bits of the fused pass.</summary>
    /// <param name="responsibilities">N×K.</param>
    /// <param name="moments">Makes statistics of nothing.</param>
    public MomentTotals Statistics(Table responsibilities, Func<MomentAccumulator> moments)
    {
        var terms = new TableTerms(responsibilities);
        return new Leaves(data, responsibilities.ColumnCount).Sum(
            threads,
            () => new PassSums(moments()),
            (sum, tile) =>
            {
                terms.Fill(tile);
                tile.Share();
                sum.Moments!.Add(tile, kernels);
            }).Moments!.Totals();
    }

    /// <summary>The E-step alone: all N×K responsibilities, and ℓ. They are 0 of a row that nobody reaches.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="weights">π (K).</param>
    public (Table Responsibilities, double LogLikelihood, Unreached? Unreached) Shares(
        Densities densities, ImmutableArray<double> weights)
    {
        double[] responsibilities = new double[Table.SizeOf(data.Count, weights.Length)];
        var sums = Sum(densities, weights.Length, () => new PassSums(), (_, tile, aside) =>
        {
            Normalise(tile, aside, weights);
            Passes.StoreTerms(tile, weights.Length, responsibilities);
        });
        return (Table.Wrap(data.Count, weights.Length, responsibilities), sums.TotalLogLikelihood, sums.FirstUnreached);
    }

    /// <summary>The E-step alone: all N×K responsibilities, and ℓ.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="weights">π (K).</param>
    /// <exception cref="UnreachableRowException">A row that counts is impossible: the first such row is named.</exception>
    public (Table Responsibilities, double LogLikelihood) Responsibilities(Densities densities, ImmutableArray<double> weights)
    {
        var (responsibilities, logLikelihood, unreached) = Shares(densities, weights);
        return unreached is { } row ? throw UnreachableRowException.Of(row, family) : (responsibilities, logLikelihood);
    }

    /// <summary>The component of the largest responsibility for every row, of equals the first. No N×K is stored.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="weights">π (K).</param>
    /// <exception cref="UnreachableRowException">A row that counts is impossible: the first such row is named.</exception>
    public int[] MostProbable(Densities densities, ImmutableArray<double> weights)
    {
        int[] components = new int[data.Count];
        var sums = Sum(densities, weights.Length, () => new PassSums(), (_, tile, aside) =>
        {
            Normalise(tile, aside, weights);
            kernels.TakeLargest(tile);
            Passes.StoreLabels(tile, components, components);
        });
        return sums.FirstUnreached is { } row ? throw UnreachableRowException.Of(row, family) : components;
    }

    /// <summary>ln p(x) of every row, −∞ of an impossible one, ∞ of one whose density is.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    public double[] LogDensities(Densities densities, int components)
    {
        double[] logDensities = new double[data.Count];
        Sum(densities, components, () => new PassSums(), (_, tile, aside) =>
        {
            kernels.LogDensities(tile, tile.Largest);
            foreach (var row in aside)
            {
                tile.Largest[row.Sample] = row.LogDensity;
            }

            tile.Largest[..tile.Count].CopyTo(logDensities.AsSpan(tile.Begin));
        });
        return logDensities;
    }

    /// <summary>The E-step of every tile, with ℓ and the rows that nobody reaches, and whatever else is to be summed.</summary>
    private PassSums Sum(
        Densities densities,
        int components,
        Func<PassSums> create,
        Action<PassSums, Tile, ImmutableArray<Unreached>> add,
        bool areInPanels = true)
    {
        var expectation = new TileExpectation(densities, assignment, kernels);
        return new Leaves(data, components, areInPanels: areInPanels && densities.GoInPanels).Sum(threads, create, (sum, tile) =>
        {
            var aside = expectation.Run(tile);
            sum.Note(aside, tile);
            sum.LogLikelihood += kernels.SumOfLogDensities(tile);
            add(sum, tile, aside);
        });
    }

    /// <summary>Terms become responsibilities; a row without weight that nobody reaches has the weights of the components.</summary>
    private void Normalise(Tile tile, ImmutableArray<Unreached> aside, ImmutableArray<double> weights)
    {
        new Passes(kernels).Normalise(tile);
        foreach (var row in aside)
        {
            if (tile.IsWeighted && tile.Weights[row.Sample] == 0)
            {
                tile.FillTerms(row.Sample, k => weights[k]);
            }
        }
    }
}
