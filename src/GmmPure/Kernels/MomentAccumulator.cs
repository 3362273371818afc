namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r, Σ w·r·(x − c) and Σ w·r·(x − c)(x − c)ᵀ about the components' reference points c, tile by tile. One
/// accumulator belongs to one worker.
/// </summary>
internal abstract class MomentAccumulator
{
    private readonly CompensatedSums counts;
    private readonly double[] nextCounts;

    protected MomentAccumulator(CovarianceStructure structure, Table reference, int places)
    {
        (Structure, Reference) = (structure, reference);
        counts = new CompensatedSums(1, reference.RowCount);
        nextCounts = new double[CompensatedSums.Padded(reference.RowCount)];
        First = new CompensatedSums(reference.RowCount, reference.ColumnCount);
        Second = new CompensatedSums(structure.IsShared ? 1 : reference.RowCount, places);
    }

    protected CovarianceStructure Structure { get; }

    protected Table Reference { get; }

    protected int Dimension => Reference.ColumnCount;

    protected int Components => Reference.RowCount;

    /// <summary>Σ w·r·(x − c), a group of D for each component.</summary>
    protected CompensatedSums First { get; }

    /// <summary>For each component, or for all together, a group of as many sums as the structure's shape has places.</summary>
    protected CompensatedSums Second { get; }

    /// <summary>Adds a tile whose Terms hold w·r.</summary>
    /// <param name="tile">The samples.</param>
    /// <param name="effectiveCounts">Σ w·r over the tile, for every component.</param>
    public void Add(Tile tile, Func<int, double> effectiveCounts)
    {
        for (int k = 0; k < Components; k++)
        {
            nextCounts[k] = effectiveCounts(k);
        }

        counts.Add(0, nextCounts);
        AddMoments(tile);
    }

    /// <summary>Adds what another worker has accumulated.</summary>
    public void Add(MomentAccumulator other)
    {
        counts.Add(other.counts);
        First.Add(other.First);
        Second.Add(other.Second);
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        counts.Clear();
        First.Clear();
        Second.Clear();
    }

    public SufficientStatistics ToStatistics()
    {
        double[] second = SecondMoments();
        int rows = Structure.IsShared ? 1 : Components;
        return new SufficientStatistics(
            Structure,
            Reference,
            Content.Freeze(counts.Totals()),
            Table.Wrap(Components, Dimension, First.Totals()),
            Table.Wrap(rows, second.Length / rows, second));
    }

    protected abstract void AddMoments(Tile tile);

    /// <summary>The rows of <see cref="SufficientStatistics.SecondMoments"/>.</summary>
    protected virtual double[] SecondMoments() => Second.Totals();
}
