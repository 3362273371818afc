using System.Diagnostics;

namespace GmmPure.Benchmarks;

/// <summary>Taking times, and the middle of them.</summary>
internal static class Timing
{
    /// <summary>How long an action takes, in seconds.</summary>
    public static double Seconds(Action action)
    {
        long before = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(before).TotalSeconds;
    }

    /// <summary>The middle one; of an even number the upper of the two.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
