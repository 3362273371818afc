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
    private readonly Dictionary<(int Level, long Index), PassSums> branches = [];
    private readonly Stack<PassSums> spare = [];

    /// <summary>The branches that no neighbour completes, from the first leaf on.</summary>
    public IEnumerable<(int Level, long Index, PassSums Sums)> Branches => branches
        .Select(branch => (branch.Key.Level, branch.Key.Index, branch.Value))
        .OrderBy(branch => branch.Index << branch.Level);

    /// <summary>Adds a leaf's sums, which are read only: to its neighbour, or else as a copy.</summary>
    public void Add(long leaf, PassSums sums)
    {
        if (Remove(0, leaf ^ 1) is { } neighbour)
        {
            neighbour.Add(sums);
            Add(1, leaf >> 1, neighbour);
        }
        else
        {
            var copy = Take();
            copy.Add(sums);
            Add(0, leaf, copy);
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
        var total = create();
        foreach (var (_, _, sums) in Branches.Reverse())
        {
            total.Add(sums);
        }

        return total;
    }

    /// <summary>The other half of the branch above, if it is there; if not, this half waits for it.</summary>
    private PassSums? Neighbour(int level, long index, PassSums sums)
    {
        lock (gate)
        {
            if (branches.Remove((level, index ^ 1), out var neighbour))
            {
                return neighbour;
            }

            branches.Add((level, index), sums);
            return null;
        }
    }

    private PassSums? Remove(int level, long index)
    {
        lock (gate)
        {
            return branches.Remove((level, index), out var sums) ? sums : null;
        }
    }

    private PassSums Take()
    {
        lock (gate)
        {
            return spare.TryPop(out var sums) ? sums : create();
        }
    }

    private void Leave(PassSums sums)
    {
        sums.Clear();
        lock (gate)
        {
            spare.Push(sums);
        }
    }
}
