using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace GmmPure.Kernels;

/// <summary>
/// Passes over the data. The rows are cut into at most sixteen segments and these into tiles, by the number of rows
/// alone; segments are the unit of parallel work and are merged in order, so the bits do not depend on the threads.
/// </summary>
internal static class Passes
{
    private const int MostSegments = 16;
    private const int FewestTilesInSegment = 16;

    /// <summary>The fused E-step and statistics: ℓ and the moments about reference points, without any N×K.</summary>
    public static (double LogLikelihood, SufficientStatistics Statistics) Expect(
        Dataset data, GaussianMixture mixture, Table reference, int threads)
    {
        var prepared = new PreparedMixture(mixture);
        var parts = InSegments(data, mixture.ComponentCount, threads, tiles =>
        {
            var moments = MomentAccumulator.Create(mixture.Structure, reference);
            var logLikelihood = default(CompensatedSum);
            foreach (var tile in tiles)
            {
                prepared.Expect(tile, isWeighted: true);
                logLikelihood += tile.SumOfLogDensities();
                moments.Add(tile);
            }

            return (logLikelihood, moments);
        });
        return (Total(parts.Select(part => part.logLikelihood)),
            Merge(parts.Select(part => part.moments)).ToStatistics(mixture.Structure));
    }

    /// <summary>The E-step alone: all N×K responsibilities, and ℓ.</summary>
    public static (Table Responsibilities, double LogLikelihood) Responsibilities(
        Dataset data, GaussianMixture mixture, int threads)
    {
        int components = mixture.ComponentCount;
        var prepared = new PreparedMixture(mixture);
        double[] responsibilities = new double[Table.SizeOf(data.Count, components)];
        var parts = InSegments(data, components, threads, tiles =>
        {
            var logLikelihood = default(CompensatedSum);
            foreach (var tile in tiles)
            {
                prepared.Expect(tile);
                logLikelihood += tile.SumOfLogDensities();
                StoreTerms(tile, components, responsibilities);
            }

            return logLikelihood;
        });
        return (Table.Wrap(data.Count, components, responsibilities), Total(parts));
    }

    /// <summary>ℓ alone.</summary>
    public static double LogLikelihood(Dataset data, GaussianMixture mixture, int threads)
    {
        var prepared = new PreparedMixture(mixture);
        return Total(InSegments(data, mixture.ComponentCount, threads, tiles =>
        {
            var logLikelihood = default(CompensatedSum);
            foreach (var tile in tiles)
            {
                prepared.Expect(tile);
                logLikelihood += tile.SumOfLogDensities();
            }

            return logLikelihood;
        }));
    }

    /// <summary>ln p(x) of every row.</summary>
    public static double[] LogDensities(Dataset data, GaussianMixture mixture, int threads)
    {
        var prepared = new PreparedMixture(mixture);
        double[] logDensities = new double[data.Count];
        InSegments(data, mixture.ComponentCount, threads, tiles =>
        {
            foreach (var tile in tiles)
            {
                prepared.Expect(tile);
                tile.LogDensities.AsSpan(0, tile.Count).CopyTo(logDensities.AsSpan(tile.First));
            }
        });
        return logDensities;
    }

    /// <summary>ℓ, and Σ w·ln r of every row's largest responsibility. No N×K is stored.</summary>
    public static (double LogLikelihood, double LogLargest) Certainty(Dataset data, GaussianMixture mixture, int threads)
    {
        var prepared = new PreparedMixture(mixture);
        var parts = InSegments(data, mixture.ComponentCount, threads, tiles =>
        {
            var (logLikelihood, logLargest) = (default(CompensatedSum), default(CompensatedSum));
            foreach (var tile in tiles)
            {
                prepared.Expect(tile);
                logLikelihood += tile.SumOfLogDensities();
                logLargest += tile.SumOfLogLargestTerms();
            }

            return (logLikelihood, logLargest);
        });
        return (Total(parts.Select(part => part.logLikelihood)), Total(parts.Select(part => part.logLargest)));
    }

    /// <summary>The component of the largest responsibility for every row, of equals the first.</summary>
    public static int[] MostProbable(Dataset data, GaussianMixture mixture, int threads)
    {
        var prepared = new PreparedMixture(mixture);
        int[] components = new int[data.Count];
        InSegments(data, mixture.ComponentCount, threads, tiles =>
        {
            double[] largest = new double[Tile.Samples];
            foreach (var tile in tiles)
            {
                prepared.Expect(tile);
                largest.AsSpan().Fill(double.NegativeInfinity);
                for (int k = 0; k < mixture.ComponentCount; k++)
                {
                    KeepBest(1, tile.Terms(k), k, components.AsSpan(tile.First, tile.Count), largest);
                }
            }
        });
        return components;
    }

    /// <summary>The nearest of some centres to each row, of equals the first, and the squared distance from it.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="centres">K×D.</param>
    /// <param name="scales">By what a column's differences are multiplied (D).</param>
    /// <param name="threads">At most so many.</param>
    public static (int[] Labels, double[] SquaredDistances) Nearest(
        Dataset data, Table centres, ImmutableArray<double> scales, int threads)
    {
        var whitener = Whitener.Of(scales);
        int[] labels = new int[data.Count];
        double[] nearest = new double[data.Count];
        InSegments(data, 1, threads, tiles =>
        {
            foreach (var tile in tiles)
            {
                nearest.AsSpan(tile.First, tile.Count).Fill(double.PositiveInfinity);
                for (int k = 0; k < centres.RowCount; k++)
                {
                    whitener.SquaredDistances(tile, centres.Row(k), tile.Terms(0));
                    KeepBest(
                        -1, tile.Terms(0), k, labels.AsSpan(tile.First, tile.Count), nearest.AsSpan(tile.First, tile.Count));
                }
            }
        });
        return (labels, nearest);
    }

    /// <summary>The moments of given responsibilities about given reference points.</summary>
    public static SufficientStatistics Statistics(
        Dataset data, ITermSource responsibilities, CovarianceStructure structure, Table reference, int threads)
    {
        var parts = InSegments(data, reference.RowCount, threads, tiles =>
        {
            var moments = MomentAccumulator.Create(structure, reference);
            foreach (var tile in tiles)
            {
                responsibilities.Fill(tile);
                tile.WeighTerms();
                moments.Add(tile);
            }

            return moments;
        });
        return Merge(parts).ToStatistics(structure);
    }

    private static void InSegments(Dataset data, int components, int threads, Action<IEnumerable<Tile>> work) =>
        InSegments(data, components, threads, tiles =>
        {
            work(tiles);
            return 0;
        });

    /// <summary>Runs the work over every segment, whose tiles come one after the other, in the same memory.</summary>
    private static TPart[] InSegments<TPart>(
        Dataset data, int components, int threads, Func<IEnumerable<Tile>, TPart> work)
    {
        int rows = Math.Max(FewestTilesInSegment * Tile.Samples, Tile.Samples * CeilingDivide(data.Count, MostSegments * Tile.Samples));
        var parts = new TPart[CeilingDivide(data.Count, rows)];
        if (threads != 1 && parts.Length > 1)
        {
            try
            {
                Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, Run);
                return parts;
            }
            catch (AggregateException errors) when (errors.InnerExceptions.All(error => error is UnreachableRowException))
            {
                // One after the other, so that the row which is named is the first at any number of threads.
            }
            catch (AggregateException errors)
            {
                ExceptionDispatchInfo.Throw(errors.InnerExceptions.First(error => error is not UnreachableRowException));
            }
        }

        for (int segment = 0; segment < parts.Length; segment++)
        {
            Run(segment);
        }

        return parts;

        void Run(int segment)
        {
            var tile = new Tile(data.Dimension, components);
            int first = segment * rows;
            parts[segment] = work(Tiles(data, tile, first, first + Math.Min(rows, data.Count - first)));
        }
    }

    private static IEnumerable<Tile> Tiles(Dataset data, Tile tile, int first, int end)
    {
        for (; first < end; first += tile.Count)
        {
            tile.Load(data, first, end);
            yield return tile;
        }
    }

    private static double Total(IEnumerable<CompensatedSum> parts) =>
        parts.Aggregate(default(CompensatedSum), (total, part) => total + part.Sum + part.Error).Total;

    private static MomentAccumulator Merge(IEnumerable<MomentAccumulator> parts) =>
        parts.Aggregate((merged, part) =>
        {
            merged.Add(part);
            return merged;
        });

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void StoreTerms(Tile tile, int components, double[] responsibilities)
    {
        for (int k = 0; k < components; k++)
        {
            var terms = tile.Terms(k);
            for (int sample = 0; sample < tile.Count; sample++)
            {
                responsibilities[((tile.First + sample) * components) + k] = terms[sample];
            }
        }
    }

    /// <summary>Takes the label wherever the score, times the sign, is above the best so far: of equals the first stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KeepBest(int sign, ReadOnlySpan<double> scores, int label, Span<int> labels, Span<double> best)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (sign * scores[i] > sign * best[i])
            {
                (labels[i], best[i]) = (label, scores[i]);
            }
        }
    }

    private static int CeilingDivide(int dividend, int divisor) => (dividend / divisor) + (dividend % divisor == 0 ? 0 : 1);
}
