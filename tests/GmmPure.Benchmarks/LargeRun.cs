using System.Diagnostics;

namespace GmmPure.Benchmarks;

/// <summary>
/// Many components in many dimensions: time and memory. There are fewer rows to a component than dimensions, so a ridge
/// keeps the covariances regular.
/// </summary>
internal static class LargeRun
{
    private const double Gigabyte = 1e9;

    public static void Print()
    {
        var shape = new Shape("large", 20_000, 512, 256, CovarianceStructure.Full);
        var problem = Problem.Of(shape);
        var table = new MarkdownTable(
            "Many components in many dimensions, on all cores, with a ridge of 1: an iteration, and memory at its most:",
            [.. ShapeTable.ShapeColumns, new("seconds"), new("managed heap, GB"), new("working set, GB")]);
        long heap = 0;
        using var watch = new Timer(_ => heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 5);
        var options = new EmOptions { Ridge = 1 };
        double seconds = Timing.Seconds(() => _ = Em.Iterate(problem.Data, problem.Start, options).First());
        using var self = Process.GetCurrentProcess();
        table.Row([
            .. ShapeTable.Cells(shape), $"{seconds:F1}", $"{heap / Gigabyte:F2}", $"{self.PeakWorkingSet64 / Gigabyte:F2}"]);
    }
}
