namespace GmmPure.Kernels;

/// <summary>What a pass sums up over some of the rows.</summary>
internal sealed class PassSums(MomentAccumulator? moments = null)
{
    public CompensatedSum LogLikelihood { get; set; }

    /// <summary>Σ w·ln r of every row's largest responsibility.</summary>
    public CompensatedSum LogLargest { get; set; }

    /// <summary>How many rows have changed their label.</summary>
    public int Moved { get; set; }

    public MomentAccumulator? Moments => moments;

    public void Add(PassSums other)
    {
        LogLikelihood += other.LogLikelihood;
        LogLargest += other.LogLargest;
        Moved += other.Moved;
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

    public void Clear()
    {
        (LogLikelihood, LogLargest, Moved) = (default, default, 0);
        moments?.Clear();
    }
}
