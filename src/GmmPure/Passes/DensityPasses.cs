namespace GmmPure.Kernels;

/// <summary>
/// Passes with densities of any kind, which may call a row impossible under every component. Such a row is an error, unless
/// it counts for nothing: then it stays with all as before it was seen.
/// </summary>
/// <param name="data">N×D.</param>
/// <param name="assignment">To whom the rows belong.</param>
/// <param name="kernels">The kernels for one width of registers.</param>
/// <param name="threads">At most so many; −1 for all.</param>
/// <param name="family">The family's name.</param>
internal sealed class DensityPasses(Dataset data, Assignment assignment, KernelSet kernels, int threads, string family)
{
    /// <summary>The fused E-step and statistics, without any N×K.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    /// <param name="moments">Makes statistics of nothing.</param>
    /// <exception cref="UnreachableRowException">A row that counts is impossible: the first such row is named.</exception>
    public (double LogLikelihood, MomentTotals Totals) Expect(
        Densities densities, int components, Func<MomentAccumulator> moments)
    {
        var sums = new Leaves(data, components).Sum(
            threads,
            () => new PassSums(moments()),
            (sum, tile) =>
            {
                Expect(densities, tile);
                sum.LogLikelihood += kernels.SumOfLogDensities(tile);
                sum.Moments!.Add(tile, kernels);
            });
        return (sums.LogLikelihood.Total, sums.Moments!.Totals());
    }

    /// <summary>ℓ alone.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    /// <exception cref="UnreachableRowException">A row that counts is impossible: the first such row is named.</exception>
    public double LogLikelihood(Densities densities, int components) => new Leaves(data, components).Sum(
        threads,
        () => new PassSums(),
        (sum, tile) =>
        {
            Expect(densities, tile);
            sum.LogLikelihood += kernels.SumOfLogDensities(tile);
        }).LogLikelihood.Total;

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

    /// <summary>The E-step alone: all N×K responsibilities, and ℓ.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="weights">π (K).</param>
    /// <exception cref="UnreachableRowException">A row that counts is impossible: the first such row is named.</exception>
    public (Table Responsibilities, double LogLikelihood) Responsibilities(Densities densities, ImmutableArray<double> weights)
    {
        double[] responsibilities = new double[Table.SizeOf(data.Count, weights.Length)];
        var passes = new Passes(kernels);
        var sums = new Leaves(data, weights.Length).Sum(threads, () => new PassSums(), (sum, tile) =>
        {
            var aside = Expect(densities, tile);
            sum.LogLikelihood += kernels.SumOfLogDensities(tile);
            passes.Normalise(tile);
            Fill(tile, aside, k => weights[k]);
            Passes.StoreTerms(tile, weights.Length, responsibilities);
        });
        return (Table.Wrap(data.Count, weights.Length, responsibilities), sums.LogLikelihood.Total);
    }

    /// <summary>The component of the largest responsibility for every row, of equals the first. No N×K is stored.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="weights">π (K).</param>
    /// <exception cref="UnreachableRowException">A row that counts is impossible: the first such row is named.</exception>
    public int[] MostProbable(Densities densities, ImmutableArray<double> weights)
    {
        int[] components = new int[data.Count];
        var passes = new Passes(kernels);
        new Leaves(data, weights.Length).ForEach(threads, tile =>
        {
            var aside = Expect(densities, tile);
            passes.Normalise(tile);
            Fill(tile, aside, k => weights[k]);
            kernels.TakeLargest(tile);
            Passes.StoreLabels(tile, components, components);
        });
        return components;
    }

    /// <summary>ln p(x) of every row, −∞ of an impossible one, ∞ of one whose density is.</summary>
    /// <param name="densities">Of K components.</param>
    /// <param name="components">K.</param>
    public double[] LogDensities(Densities densities, int components)
    {
        double[] logDensities = new double[data.Count];
        new Leaves(data, components).ForEach(threads, tile =>
        {
            densities.Evaluate(tile);
            kernels.TakeLargest(tile);
            (int Sample, double Term)[] impossible =
            [
                .. Enumerable.Range(0, Tile.Samples).Where(sample => IsImpossible(tile.Largest[sample]))
                    .Select(sample => (sample, tile.Largest[sample])),
            ];
            Fill(tile, impossible.Select(each => each.Sample), _ => 0);
            kernels.Softmax(tile);
            kernels.LogDensities(tile, tile.Largest);
            foreach (var (sample, term) in impossible)
            {
                tile.Largest[sample] = double.IsPositiveInfinity(term) ? term : double.NegativeInfinity;
            }

            tile.Largest[..tile.Count].CopyTo(logDensities.AsSpan(tile.Begin));
        });
        return logDensities;
    }

    /// <summary>Terms, and to whom the samples belong. Gives the numbers of those that were set aside.</summary>
    private List<int> Expect(Densities densities, Tile tile)
    {
        densities.Evaluate(tile);
        var aside = SetAside(tile);
        try
        {
            assignment.Assign(tile, kernels);
        }
        catch (UnreachableRowException error)
        {
            throw UnreachableRowException.Impossible(error.Row, family, data.KnownLabel((int)error.Row));
        }

        return aside;
    }

    private static bool IsImpossible(double term) => !double.IsFinite(term);

    private static void Fill(Tile tile, IEnumerable<int> samples, Func<int, double> term)
    {
        foreach (int sample in samples)
        {
            for (int k = 0; k < tile.Components; k++)
            {
                tile.TermsOf(k)[sample] = term(k);
            }
        }
    }

    /// <summary>Makes the impossible samples of no weight possible, and gives their numbers.</summary>
    private List<int> SetAside(Tile tile)
    {
        var aside = new List<int>();
        if (tile.IsWeighted && tile.Weights.Contains(0))
        {
            kernels.TakeLargest(tile);
            for (int sample = 0; sample < Tile.Samples; sample++)
            {
                if (tile.Weights[sample] == 0 && IsImpossible(DeciderOf(tile, sample)))
                {
                    aside.Add(sample);
                }
            }

            Fill(tile, aside, _ => 0);
        }

        return aside;
    }

    /// <summary>The term of a known label, and the largest otherwise.</summary>
    private static double DeciderOf(Tile tile, int sample) =>
        tile.KnownLabel(sample) is { } label ? tile.TermsOf(label)[sample] : tile.Largest[sample];
}
