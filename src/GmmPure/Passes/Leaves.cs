namespace GmmPure.Kernels;

/// <summary>
/// The rows are cut into leaves of 4096 by their number alone, and these into tiles. Leaves are the unit of parallel work;
/// their sums are added up in a binary tree over the leaves' numbers, so that the bits depend neither on the threads nor on
/// where the rows of a larger whole were cut.
/// </summary>
/// <param name="data">N×D, wherever they lie.</param>
/// <param name="components">K.</param>
/// <param name="first">The number of the first leaf, where the data are a part of a larger whole.</param>
/// <param name="areInPanels">Whether all that is done with tiles goes from panel to panel of the columns, if they are very many.</param>
internal sealed class Leaves(IRowSource data, int components, long first = 0, bool areInPanels = false)
{
    /// <summary>How many rows a leaf has; only the last may have fewer.</summary>
    public const int Rows = 16 * Tile.Samples;

    private long Count => (data.Count + Rows - 1) / Rows;

    /// <summary>Does something with every tile.</summary>
    /// <param name="threads">At most so many; −1 for all.</param>
    /// <param name="work">What.</param>
    public void ForEach(int threads, Action<Tile> work) => Sum(threads, () => new PassSums(), (_, tile) => work(tile));

    /// <summary>Sums over all tiles.</summary>
    /// <param name="threads">At most so many; −1 for all.</param>
    /// <param name="create">Makes sums of nothing.</param>
    /// <param name="add">Adds a tile to sums.</param>
    public PassSums Sum(int threads, Func<PassSums> create, Action<PassSums, Tile> add) => Grow(threads, create, add).Total();

    /// <summary>The sums of the tree's largest whole branches.</summary>
    /// <inheritdoc cref="Sum"/>
    public SumTree Grow(int threads, Func<PassSums> create, Action<PassSums, Tile> add)
    {
        var workers = () => new Worker(create(), new Tile(data.Dimension, components, areInPanels && data is Dataset), RowLoader.Of(data), add);
        if (threads != 1 && Count > 1)
        {
            try
            {
                return InParallel(threads, new SumTree(create), workers);
            }
            catch (AggregateException)
            {
                // One after the other, so that what is thrown is of the first leaf that throws, at any number of threads.
            }
        }

        return OneByOne(new SumTree(create), workers());
    }

    private SumTree OneByOne(SumTree tree, Worker worker)
    {
        for (long leaf = 0; leaf < Count; leaf++)
        {
            tree.Add(first + leaf, Run(leaf, worker));
        }

        tree.Leave(worker.Sums);
        return tree;
    }

    private SumTree InParallel(int threads, SumTree tree, Func<Worker> workers)
    {
        Parallel.For(
            0L,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            workers,
            (leaf, _, worker) =>
            {
                tree.Add(first + leaf, Run(leaf, worker));
                return worker;
            },
            worker => tree.Leave(worker.Sums));
        return tree;
    }

    private PassSums Run(long leaf, Worker worker)
    {
        long begin = leaf * Rows;
        long end = begin + Math.Min(Rows, data.Count - begin);
        for (long row = begin; row < end; row += Tile.Samples)
        {
            worker.Loader.Load(worker.Tile, row, (int)Math.Min(Tile.Samples, end - row));
            worker.Add(worker.Sums, worker.Tile);
        }

        return worker.Sums;
    }

    /// <summary>The memory of one thread.</summary>
    private sealed record Worker(PassSums Sums, Tile Tile, RowLoader Loader, Action<PassSums, Tile> Add);
}
