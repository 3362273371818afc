using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Σ w·r, Σ w·r·(x − c) and Σ w·r·(x − c)(x − c)ᵀ about the components' reference points c, tile by tile. One
/// accumulator belongs to one worker.
/// </summary>
internal abstract class MomentAccumulator
{
    private readonly LaneSums counts;
    private readonly LaneSums first;

    /// <summary>Moments of nothing.</summary>
    /// <param name="layout">Which second moments are summed.</param>
    /// <param name="reference">c (K×D).</param>
    /// <param name="groups">The groups of second moments.</param>
    /// <param name="size">The numbers in each.</param>
    protected MomentAccumulator(MomentLayout layout, Table reference, int groups, int size)
    {
        (Layout, Reference) = (layout, reference);
        counts = new LaneSums(1, reference.RowCount);
        first = new LaneSums(1, Table.SizeOf(reference.RowCount, reference.ColumnCount));
        SecondSums = new LaneSums(groups, size);
    }

    /// <summary>Which second moments are summed.</summary>
    public MomentLayout Layout { get; }

    /// <summary>c (K×D).</summary>
    public Table Reference { get; }

    protected int Dimension => Reference.ColumnCount;

    protected int Components => Reference.RowCount;

    /// <summary>For each component, or for all together, as many sums as the layout has places.</summary>
    protected LaneSums SecondSums { get; }

    /// <summary>Adds a tile whose terms become w·r.</summary>
    public void Add(Tile tile, KernelSet kernels)
    {
        for (int k = 0; k < Components; k++)
        {
            kernels.Weigh(tile, k, tile.IsWeighted, ref Unsafe.Add(ref counts.Of(0), k * Lanes.Width));
        }

        AddMoments(tile);
        counts.EndTile();
        first.EndTile();
        SecondSums.EndTile();
    }

    /// <summary>Adds what another worker has accumulated.</summary>
    public void Add(MomentAccumulator other)
    {
        counts.Add(other.counts);
        first.Add(other.first);
        SecondSums.Add(other.SecondSums);
    }

    /// <summary>Exchanges what both have accumulated, without copying it.</summary>
    public void Swap(MomentAccumulator other)
    {
        counts.Swap(other.counts);
        first.Swap(other.first);
        SecondSums.Swap(other.SecondSums);
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        counts.Clear();
        first.Clear();
        SecondSums.Clear();
    }

    /// <summary>The sums and their errors: of the counts, the first and the second moments.</summary>
    public ImmutableArray<ImmutableArray<double>> Freeze() => [.. counts.Freeze(), .. first.Freeze(), .. SecondSums.Freeze()];

    /// <summary>Takes over what <see cref="Freeze"/> gave.</summary>
    public void Load(ReadOnlySpan<ImmutableArray<double>> frozen)
    {
        counts.Load(frozen[0], frozen[1]);
        first.Load(frozen[2], frozen[3]);
        SecondSums.Load(frozen[4], frozen[5]);
    }

    /// <summary>
    /// N_k = Σ w·r (K); Σ w·r·(x − c) (K×D); and the second moments, a row for each component, or one for all if they are pooled.
    /// </summary>
    public MomentTotals Totals()
    {
        double[] second = SecondMoments();
        int rows = Layout.IsPooled ? 1 : Components;
        return new MomentTotals(
            Content.Freeze(counts.Totals()),
            Table.Wrap(Components, Dimension, first.Totals()),
            Table.Wrap(rows, second.Length / rows, second));
    }

    protected abstract void AddMoments(Tile tile);

    /// <summary>The lanes of a component's Σ w·r·(x − c) (D), followed by those of the next.</summary>
    protected ref double FirstOf(int component) => ref Unsafe.Add(ref first.Of(0), component * Dimension * Lanes.Width);

    /// <summary>The second moments, row by row.</summary>
    protected virtual double[] SecondMoments() => SecondSums.Totals();
}

/// <summary>What an accumulator has summed up, each sum rounded once.</summary>
/// <param name="Counts">Σ w·r (K).</param>
/// <param name="First">Σ w·r·(x − c) (K×D).</param>
/// <param name="Second">The second moments, row by row.</param>
internal sealed record MomentTotals(ImmutableArray<double> Counts, Table First, Table Second);
