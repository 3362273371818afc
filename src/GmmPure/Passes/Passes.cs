using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Kernels;

/// <summary>Passes over the data, tile by tile.</summary>
/// <param name="kernels">The kernels for one width of registers.</param>
internal sealed class Passes(KernelSet kernels)
{
    /// <summary>The passes with the fastest kernels of this machine.</summary>
    public static Passes Fastest => new(KernelSet.Widest);

    /// <summary>
    /// The fused E-step and statistics, ℓ and the moments about reference points, without any N×K: the branches of a tree, for
    /// data that may be a part of a larger whole.
    /// </summary>
    public SumTree Grow(
        IRowSource data, GaussianMixture mixture, Table reference, int threads, Assignment assignment, long firstLeaf = 0)
    {
        var densities = kernels.Densities(MixtureTerms.Of(mixture));
        var expectation = new TileExpectation(densities, assignment, kernels);
        return new Leaves(data, mixture.ComponentCount, firstLeaf, densities.GoInPanels).Grow(
            threads,
            () => new PassSums(kernels.Moments(mixture.Structure.Moments, reference)),
            (sum, tile) =>
            {
                sum.Note(expectation.Run(tile), tile);
                sum.LogLikelihood += kernels.SumOfLogDensities(tile);
                sum.Moments!.Add(tile, kernels);
            });
    }

    /// <summary>A tree of branches that are frozen, and its sums.</summary>
    public SumTree Regrow(
        MomentLayout layout,
        Table reference,
        IEnumerable<(int Level, long Index, ImmutableArray<ImmutableArray<double>> Numbers)> branches)
    {
        var tree = new SumTree(() => new PassSums(kernels.Moments(layout, reference)));
        foreach (var (level, index, numbers) in branches)
        {
            tree.Add(level, index, new PassSums(kernels.Moments(layout, reference)).Load(numbers));
        }

        return tree;
    }

    /// <summary>How many numbers each list of a frozen branch has.</summary>
    public IEnumerable<int> BranchLengths(MomentLayout layout, Table reference) =>
        new PassSums(kernels.Moments(layout, reference)).Freeze().Select(list => list.Length);

    /// <summary>The nearest of some centres to each row, of equals the first, and the squared distance from it.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="centres">K×D.</param>
    /// <param name="scales">By what a column's differences are multiplied (D).</param>
    /// <param name="threads">At most so many.</param>
    public (int[] Labels, double[] SquaredDistances) Nearest(
        Dataset data, Table centres, ImmutableArray<double> scales, int threads)
    {
        var distances = kernels.Distances(centres, scales);
        int[] labels = new int[data.Count];
        double[] nearest = new double[data.Count];
        new Leaves(data, centres.RowCount, areInPanels: true).ForEach(threads, tile =>
        {
            distances.Evaluate(tile);
            kernels.TakeLargest(tile);
            StoreLabels(tile, labels, labels);
            for (int sample = 0; sample < tile.Count; sample++)
            {
                nearest[tile.Begin + sample] = SquaredDistance(tile.Largest[sample]);
            }
        });
        return (labels, nearest);
    }

    /// <summary>
    /// One iteration of k-means: the nearest of some centres to each row, of equals the first; the inertia; and the moments of
    /// the rows of each centre.
    /// </summary>
    /// <param name="data">N×D.</param>
    /// <param name="centres">K×D.</param>
    /// <param name="reference">The points about which the moments are (K×D).</param>
    /// <param name="scales">By what a column's differences are multiplied (D).</param>
    /// <param name="before">Labels to compare with (N).</param>
    /// <param name="labels">Where to put the labels (N).</param>
    /// <param name="threads">At most so many.</param>
    /// <returns>The moments, Σ w·d², and how many labels are not those before.</returns>
    public (SufficientStatistics Statistics, double Inertia, int Moved) Assign(
        Dataset data, Table centres, Table reference, ImmutableArray<double> scales, int[] before, int[] labels, int threads)
    {
        var expectation = new TileExpectation(kernels.Distances(centres, scales), Assignment.Nearest, kernels);
        var sums = new Leaves(data, centres.RowCount, areInPanels: true).Sum(
            threads,
            () => new PassSums(kernels.Moments(MomentLayout.None, reference)),
            (sum, tile) =>
            {
                expectation.Run(tile);
                sum.Moved += StoreLabels(tile, before, labels);
                sum.LogLikelihood += kernels.SumOfLogDensities(tile);
                sum.Moments!.Add(tile, kernels);
            });
        return (sums.Moments!.ToStatistics(), SquaredDistance(sums.LogLikelihood.Total), sums.Moved);
    }

    /// <summary>Lowers each row's squared distance from the nearest of some centres to that from one more centre.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="centre">1×D.</param>
    /// <param name="scales">By what a column's differences are multiplied (D).</param>
    /// <param name="nearest">The squared distances (N).</param>
    /// <param name="threads">At most so many.</param>
    public void Approach(Dataset data, Table centre, ImmutableArray<double> scales, double[] nearest, int threads)
    {
        var distances = kernels.Distances(centre, scales);
        new Leaves(data, 1, areInPanels: true).ForEach(threads, tile =>
        {
            distances.Evaluate(tile);
            Approach(tile, nearest.AsSpan(tile.Begin, tile.Count));
        });
    }

    /// <summary>The moments of all rows together about their means.</summary>
    public SufficientStatistics WholeStatistics(Dataset data, MomentLayout layout, int threads) =>
        Statistics(data, new WholeTerms(), layout, Table.FromRows([data.ColumnMeans]), threads);

    /// <summary>The moments of given responsibilities about given reference points.</summary>
    public SufficientStatistics Statistics(
        Dataset data, ITermSource responsibilities, MomentLayout layout, Table reference, int threads) =>
        new Leaves(data, reference.RowCount, areInPanels: layout.Shape != MomentShape.Full).Sum(
            threads,
            () => new PassSums(kernels.Moments(layout, reference)),
            (sum, tile) =>
            {
                responsibilities.Fill(tile);
                tile.Share();
                sum.Moments!.Add(tile, kernels);
            }).Moments!.ToStatistics();

    /// <summary>The statistics of no data.</summary>
    public SufficientStatistics NoStatistics(MomentLayout layout, Table reference) =>
        kernels.Moments(layout, reference).ToStatistics();

    /// <summary>Terms become responsibilities.</summary>
    public void Normalise(Tile tile)
    {
        for (int k = 0; k < tile.Components; k++)
        {
            kernels.Weigh(tile, k, isWeighted: false, ref tile.Totals);
        }
    }

    /// <summary>Writes a tile's terms to their rows of a table, N×K.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StoreTerms(Tile tile, int components, double[] responsibilities)
    {
        for (int k = 0; k < components; k++)
        {
            var terms = tile.TermsOf(k);
            for (int sample = 0; sample < tile.Count; sample++)
            {
                responsibilities[((tile.Begin + sample) * components) + k] = terms[sample];
            }
        }
    }

    /// <summary>Writes the chosen component of each row, and counts those that are not the ones before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int StoreLabels(Tile tile, int[] before, int[] labels)
    {
        var source = tile.Labels[..tile.Count];
        var old = before.AsSpan(tile.Begin, source.Length);
        var target = labels.AsSpan(tile.Begin, source.Length);
        int moved = 0;
        int i = 0;
        for (; i <= source.Length - Vector512<int>.Count; i += Vector512<int>.Count)
        {
            var label = Vector512.Narrow(WholeNumbers(source, i), WholeNumbers(source, i + Lanes.Width));
            moved += Vector512<int>.Count
                - BitOperations.PopCount(Vector512.Equals(label, Vector512.Create<int>(old[i..])).ExtractMostSignificantBits());
            label.CopyTo(target[i..]);
        }

        for (; i < source.Length; i++)
        {
            int label = (int)source[i];
            moved += label != old[i] ? 1 : 0;
            target[i] = label;
        }

        return moved;
    }

    /// <summary>Eight numbers 0, 1, 2, …, which stand in the lowest bits when 2⁵² is added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> WholeNumbers(ReadOnlySpan<double> numbers, int at) =>
        (Lanes.At(numbers, at) + Vector512.Create(4503599627370496.0)).AsInt64() & Vector512.Create(0x7FFF_FFFFL);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Approach(Tile tile, Span<double> nearest)
    {
        var terms = tile.TermsOf(0)[..nearest.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            double distance = SquaredDistance(terms[i]);
            nearest[i] = distance < nearest[i] ? distance : nearest[i];
        }
    }

    /// <summary>Of a term that is −½ times it; of 0 it is not −0.</summary>
    private static double SquaredDistance(double term) => 2 * Math.Abs(term);
}
