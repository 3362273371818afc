namespace GmmPure.Kernels;

/// <summary>
/// Sums of leaves, added up in a binary tree over the leaves' numbers, in whatever order they come: two neighbours become one
/// branch of the next level as soon as both are there. Adding two sums up gives the same bits either way round.
/// </summary>
/// <remarks>
/// <code>
/// level 2        0              of leaves 0 … 6 three branches are left, which no neighbour completes:
///       1    0       1     2    (2, 0), (1, 2) and (0, 6)
///       0  0   1   2   3 4   5 6
/// </code>
/// </remarks>
/// <param name="create">Makes sums of nothing.</param>
internal sealed class SumTree(Func<PassSums> create)
{
    private readonly Lock gate = new();

    /// <summary>In no order, and few: at most one a level of the tree, and one a thread.</summary>
    private readonly List<(int Level, long Index, PassSums Sums)> branches = [];
    private readonly Stack<PassSums> spare = [];

    /// <summary>The branches that no neighbour completes, from the first leaf on.</summary>
    public IEnumerable<(int Level, long Index, PassSums Sums)> Branches => branches.OrderBy(branch => branch.Index << branch.Level);

    /// <summary>Takes a leaf's sums: adds them to its neighbour, or else keeps them. What is left is nothing.</summary>
    public void Add(long leaf, PassSums sums)
    {
        if (Neighbour(0, leaf) is { } neighbour)
        {
            neighbour.Add(sums);
            sums.Clear();
            Add(1, leaf >> 1, neighbour);
        }
        else
        {
            var own = Take();
            own.Swap(sums);
            Add(0, leaf, own);
        }
    }

    /// <summary>Adds a branch, which becomes the tree's own.</summary>
    public void Add(int level, long index, PassSums sums)
    {
        while (Neighbour(level, index, sums) is { } neighbour)
        {
            sums.Add(neighbour);
            Leave(neighbour);
            (level, index) = (level + 1, index >> 1);
        }
    }

    /// <summary>All branches together, added up from the last to the first.</summary>
    public PassSums Total()
    {
        var total = Take();
        foreach (var (_, _, sums) in Branches.Reverse())
        {
            total.Add(sums);
        }

        return total;
    }

    /// <summary>Takes the other half of the branch above out of the tree, if it is there; if not, this half may wait for it.</summary>
    private PassSums? Neighbour(int level, long index, PassSums? waiting = null)
    {
        lock (gate)
        {
            for (int i = 0; i < branches.Count; i++)
            {
                if (branches[i].Level == level && branches[i].Index == (index ^ 1))
                {
                    var neighbour = branches[i].Sums;
                    branches[i] = branches[^1];
                    branches.RemoveAt(branches.Count - 1);
                    return neighbour;
                }
            }

            if (waiting is not null)
            {
                branches.Add((level, index, waiting));
            }

            return null;
        }
    }

    /// <summary>Sums of nothing: those that are left over, if there are any.</summary>
    private PassSums Take()
    {
        lock (gate)
        {
            return spare.TryPop(out var sums) ? sums : create();
        }
    }

    /// <summary>Leaves sums over, which nobody needs any more.</summary>
    public void Leave(PassSums sums)
    {
        sums.Clear();
        lock (gate)
        {
            spare.Push(sums);
        }
    }
}
