using System.Runtime.CompilerServices;

namespace GmmPure.Kernels;

/// <summary>
/// Groups of sums over tiles. Kernels add to eight lanes of each sum, where the tile before left them; every few tiles the
/// lanes are added up, and the result goes to sums that carry their rounding errors along.
/// </summary>
/// <remarks>
/// <code>
/// group 0   sum 0: lanes 0 … 7 | sum 1: lanes 0 … 7 | …
///       1   …
/// </code>
/// Where there are so many sums that they would drive a tile out of the second-level cache, the groups share their lanes,
/// which are added up after each.
/// </remarks>
internal sealed class LaneSums
{
    private const int Tiles = 4;

    /// <summary>Half a megabyte.</summary>
    private const int MostAtHand = 8192;

    private readonly int groups;
    private readonly int width;
    private readonly bool isShared;

    /// <summary>None before the first tile: sums of sums need none.</summary>
    private Slab? lanes;
    private CompensatedSums totals;
    private int tiles;

    /// <summary>Sums of nothing.</summary>
    public LaneSums(int groups, int size)
    {
        totals = new CompensatedSums(groups, size);
        (this.groups, width) = (groups, CompensatedSums.Padded(size));
        isShared = groups > 1 && (long)groups * width > MostAtHand;
    }

    /// <summary>The lanes of a group's first sum.</summary>
    public ref double Of(int group)
    {
        lanes ??= new Slab(isShared ? 1 : groups, Table.SizeOf(width, Lanes.Width));
        return ref Unsafe.Add(ref lanes.First, Start(group));
    }

    /// <summary>Says that all of a tile has been added to a group.</summary>
    public void EndGroup(int group)
    {
        if (isShared)
        {
            Settle(group);
        }
    }

    /// <summary>Says that a tile has been added to all groups.</summary>
    public void EndTile()
    {
        tiles++;
        if (tiles == Tiles)
        {
            Settle();
        }
    }

    /// <summary>Adds what another worker has summed up.</summary>
    public void Add(LaneSums other)
    {
        Settle();
        other.Settle();
        totals.Add(other.totals);
    }

    /// <summary>Exchanges what both have summed up, without copying it.</summary>
    public void Swap(LaneSums other)
    {
        Settle();
        other.Settle();
        (totals, other.totals) = (other.totals, totals);
    }

    public void Clear()
    {
        if (tiles > 0)
        {
            lanes?.Span.Clear(); // Lanes that were added up are 0 already.
        }

        tiles = 0;
        totals.Clear();
    }

    /// <inheritdoc cref="CompensatedSums.Freeze"/>
    public ImmutableArray<ImmutableArray<double>> Freeze()
    {
        Settle();
        var (sums, errors) = totals.Freeze();
        return [sums, errors];
    }

    /// <inheritdoc cref="CompensatedSums.Load"/>
    public void Load(ImmutableArray<double> sums, ImmutableArray<double> errors) => totals.Load(sums, errors);

    /// <summary>The sums, group by group.</summary>
    public double[] Totals()
    {
        Settle();
        return totals.Totals();
    }

    private int Start(int group) => isShared ? 0 : group * width * Lanes.Width;

    /// <summary>Lanes to which no tile was added since are 0.</summary>
    private void Settle()
    {
        for (int group = 0; group < groups && tiles > 0 && !isShared && lanes is not null; group++)
        {
            Settle(group);
        }

        tiles = 0;
    }

    private void Settle(int group)
    {
        var own = lanes!.Span.Slice(Start(group), width * Lanes.Width);
        totals.Add(group, own);
        own.Clear();
    }
}
