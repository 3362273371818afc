using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Benchmarks;

/// <summary>What it is measured on.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";
    private const string LoadAverage = "/proc/loadavg";

    public static string Description =>
        $"{Processor}, {Environment.ProcessorCount} cores, {Vectors}; {RuntimeInformation.FrameworkDescription}";

    /// <summary>How many processes wanted a core in the last minute: with more than none, others may be at work here.</summary>
    public static string Load => File.Exists(LoadAverage) ? File.ReadAllText(LoadAverage).Split(' ')[0] : "unknown";

    private static string Processor => File.Exists(CpuInfo)
        ? File.ReadLines(CpuInfo)
            .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
            .FirstOrDefault("unknown processor")
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Vectors => Vector512.IsHardwareAccelerated ? "512-bit vectors" : "no 512-bit vectors";
}
