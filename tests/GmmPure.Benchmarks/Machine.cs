using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GmmPure.Benchmarks;

/// <summary>What it is measured on.</summary>
internal static class Machine
{
    private const string CpuInfo = "/proc/cpuinfo";

    public static string Description =>
        $"{Processor}, {Environment.ProcessorCount} cores, {Vectors}; {RuntimeInformation.FrameworkDescription}";

    private static string Processor => File.Exists(CpuInfo)
        ? File.ReadLines(CpuInfo)
            .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())
            .FirstOrDefault("unknown processor")
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Vectors => Vector512.IsHardwareAccelerated ? "512-bit vectors" : "no 512-bit vectors";
}
