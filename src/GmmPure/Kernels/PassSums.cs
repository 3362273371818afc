namespace GmmPure.Kernels;

/// <summary>What a pass sums up over some of the rows.</summary>
internal sealed class PassSums(MomentAccumulator? moments = null)
{
    public CompensatedSum LogLikelihood { get; set; }

    /// <summary>Σ w·ln r of every row's largest responsibility.</summary>
    public CompensatedSum LogLargest { get; set; }

    /// <summary>How many rows have changed their label.</summary>
    public int Moved { get; set; }

    /// <summary>The first row that counts and that no component reaches; null if there is none.</summary>
    public Unreached? FirstUnreached { get; private set; }

    /// <summary>ℓ: infinite as soon as one row's ln p(x) is.</summary>
    public double TotalLogLikelihood => FirstUnreached is { } row ? row.LogDensity : LogLikelihood.Total;

    public MomentAccumulator? Moments => moments;

    /// <summary>Notes the rows of a tile that were set aside. Those without weight play no part.</summary>
    public void Note(ImmutableArray<Unreached> aside, Tile tile)
    {
        foreach (var row in aside)
        {
            if (!tile.IsWeighted || tile.Weights[row.Sample] > 0)
            {
                FirstUnreached = Earlier(FirstUnreached, row);
            }
        }
    }

    public void Add(PassSums other)
    {
        LogLikelihood += other.LogLikelihood;
        LogLargest += other.LogLargest;
        Moved += other.Moved;
        FirstUnreached = Earlier(FirstUnreached, other.FirstUnreached);
        moments?.Add(other.Moments!);
    }

    /// <summary>ℓ with its error, and the moments' sums with theirs; the same memory, for whoever holds these sums alone.</summary>
    public ImmutableArray<ImmutableArray<double>> Freeze() => [[LogLikelihood.Sum, LogLikelihood.Error], .. moments!.Freeze()];

    /// <summary>Takes over what <see cref="Freeze"/> gave.</summary>
    public PassSums Load(ImmutableArray<ImmutableArray<double>> frozen)
    {
        LogLikelihood = new CompensatedSum(frozen[0][0], frozen[0][1]);
        moments!.Load(frozen.AsSpan()[1..]);
        return this;
    }

    /// <summary>Exchanges what both have summed up, without copying it.</summary>
    public void Swap(PassSums other)
    {
        (LogLikelihood, other.LogLikelihood) = (other.LogLikelihood, LogLikelihood);
        (LogLargest, other.LogLargest) = (other.LogLargest, LogLargest);
        (Moved, other.Moved) = (other.Moved, Moved);
        (FirstUnreached, other.FirstUnreached) = (other.FirstUnreached, FirstUnreached);
        moments?.Swap(other.Moments!);
    }

    public void Clear()
    {
        (LogLikelihood, LogLargest, Moved, FirstUnreached) = (default, default, 0, null);
        moments?.Clear();
    }

    private static Unreached? Earlier(Unreached? one, Unreached? other) => one?.Row <= other?.Row ? one : other ?? one;
}
