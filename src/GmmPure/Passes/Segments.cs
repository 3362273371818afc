using System.Runtime.ExceptionServices;

namespace GmmPure.Kernels;

/// <summary>
/// The rows are cut into at most sixteen segments and these into tiles, by the number of rows alone. Segments are the unit
/// of parallel work, and their sums are merged in the order of the rows, so the bits do not depend on the threads. A worker
/// waits for its turn to merge: there are no more sums than workers, and the total.
/// </summary>
/// <param name="data">N×D.</param>
/// <param name="components">K.</param>
internal sealed class Segments(Dataset data, int components)
{
    private const int Most = 16;
    private const int FewestRows = 16 * Tile.Samples;

    private readonly int rows =
        Math.Max(FewestRows, CeilingDivide(data.Count, Most * Tile.Samples) * Tile.Samples);

    private int Count => CeilingDivide(data.Count, rows);

    /// <summary>Does something with every tile.</summary>
    /// <param name="threads">At most so many; −1 for all.</param>
    /// <param name="work">What.</param>
    public void ForEach(int threads, Action<Tile> work) => Sum(threads, () => new PassSums(), (_, tile) => work(tile));

    /// <summary>Sums over all tiles.</summary>
    /// <param name="threads">At most so many; −1 for all.</param>
    /// <param name="create">Makes sums of nothing.</param>
    /// <param name="add">Adds a tile to sums.</param>
    public PassSums Sum(int threads, Func<PassSums> create, Action<PassSums, Tile> add)
    {
        var workers = () => new Worker(create(), new Tile(data.Dimension, components), add);
        if (threads != 1 && Count > 1)
        {
            try
            {
                return InParallel(threads, create(), workers);
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

        return OneByOne(create, workers());
    }

    private PassSums OneByOne(Func<PassSums> create, Worker worker)
    {
        if (Count == 1)
        {
            return Run(0, worker);
        }

        var total = create();
        for (int segment = 0; segment < Count; segment++)
        {
            total.Add(Run(segment, worker));
        }

        return total;
    }

    private PassSums InParallel(int threads, PassSums total, Func<Worker> workers)
    {
        var turns = new Turns();
        Parallel.For(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            workers,
            (_, _, worker) =>
            {
                turns.Take(segment => Run(segment, worker), total.Add);
                return worker;
            },
            _ => { });
        return total;
    }

    private PassSums Run(int segment, Worker worker)
    {
        worker.Sums.Clear();
        int first = segment * rows;
        int end = first + Math.Min(rows, data.Count - first);
        for (int row = first; row < end; row += worker.Tile.Count)
        {
            worker.Tile.Load(data, row, end);
            worker.Add(worker.Sums, worker.Tile);
        }

        return worker.Sums;
    }

    private static int CeilingDivide(int dividend, int divisor) => (dividend / divisor) + (dividend % divisor == 0 ? 0 : 1);

    /// <summary>The memory of one thread.</summary>
    private sealed record Worker(PassSums Sums, Tile Tile, Action<PassSums, Tile> Add);
}
