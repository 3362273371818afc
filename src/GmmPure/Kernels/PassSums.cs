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
        LogLikelihood = LogLikelihood + other.LogLikelihood.Sum + other.LogLikelihood.Error;
        LogLargest = LogLargest + other.LogLargest.Sum + other.LogLargest.Error;
        Moved += other.Moved;
        moments?.Add(other.Moments!);
    }

    public void Clear()
    {
        (LogLikelihood, LogLargest, Moved) = (default, default, 0);
        moments?.Clear();
    }
}
