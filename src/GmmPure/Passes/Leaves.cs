namespace GmmPure.Kernels;

/// <summary>
/// The rows are cut into leaves of 4096 by their number alone, and these into tiles. Leaves are the unit of parallel work;
/// their sums are added up in a binary tree over the leaves' numbers, so that the bits depend neither on the threads nor on
/// where the rows of a larger whole were cut.
/// </summary>
/// <param name="data">N×D.</param>
/// <param name="components">K.</param>
/// <param name="first">The number of the first leaf, where the data are a part of a larger whole.</param>
internal sealed class Leaves(Dataset data, int components, long first = 0)
{
    /// <summary>How many rows a leaf has; only the last may have fewer.</summary>
    public const int Rows = 16 * Tile.Samples;

    private int Count => (int)((data.Count + (long)Rows - 1) / Rows);

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
        var workers = () => new Worker(create(), new Tile(data.Dimension, components), add);
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
        for (int leaf = 0; leaf < Count; leaf++)
        {
            tree.Add(first + leaf, Run(leaf, worker));
        }

        return tree;
    }

    private SumTree InParallel(int threads, SumTree tree, Func<Worker> workers)
    {
        Parallel.For(
            0,
            Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            workers,
            (leaf, _, worker) =>
            {
                tree.Add(first + leaf, Run(leaf, worker));
                return worker;
            },
            _ => { });
        return tree;
    }

    private PassSums Run(int leaf, Worker worker)
    {
        worker.Sums.Clear();
        int begin = leaf * Rows;
        int end = begin + Math.Min(Rows, data.Count - begin);
        var labels = data.LabelSet.Numbers;
        for (int row = begin; row < end; row += Tile.Samples)
        {
            int count = Math.Min(Tile.Samples, end - row);
            var rows = data.Values.Elements.AsSpan(row * data.Dimension, count * data.Dimension);
            worker.Tile.Load(row, rows, data.Weights.IsEmpty ? [] : data.Weights.AsSpan(row, count), labels.IsEmpty ? [] : labels.AsSpan(row, count));
            worker.Add(worker.Sums, worker.Tile);
        }

        return worker.Sums;
    }

    /// <summary>The memory of one thread.</summary>
    private sealed record Worker(PassSums Sums, Tile Tile, Action<PassSums, Tile> Add);
}
