using System.Diagnostics;
using GmmPure;
using GmmPure.Benchmarks;

// Time per EM iteration (E-step, statistics, M-step) through Em.Iterate, as medians, and the share of what the machine could
// do at most. Machines differ and are shared: compare ratios.
const int WarmUp = 40;
const int Iterations = 31;
Shape[] shapes =
[
    new(100_000, 2, 3, CovarianceStructure.Full),
    new(100_000, 8, 8, CovarianceStructure.Full),
    new(100_000, 16, 16, CovarianceStructure.Full),
    new(20_000, 64, 16, CovarianceStructure.Full),
    new(1_000_000, 4, 8, CovarianceStructure.Full),
    new(200_000, 32, 32, CovarianceStructure.Diagonal),
    new(200_000, 16, 16, CovarianceStructure.Spherical),
    new(100_000, 8, 8, CovarianceStructure.Tied),
];

double peak = Peak.Measure();
Console.WriteLine($"Peak of one core: {peak:F1} GF/s");
Console.WriteLine("|       N |  D |  K | structure | ms, 1 thread | share of the limit | ms, 2 threads |");
Console.WriteLine("| ------: | -: | -: | --------- | -----------: | -----------------: | ------------: |");
foreach (var shape in shapes)
{
    var (data, start) = shape.Problem();
    double one = Median(data, start, threads: 1);
    double two = Median(data, start, threads: 2);
    Console.WriteLine(
        $"| {shape.Rows,7} | {shape.Dimension,2} | {shape.Components,2} | {shape.Structure.Name,-9} | {one,12:F1} | "
        + $"{shape.Limit(peak) / one,18:P0} | {two,13:F1} |");
}

static double Median(Dataset data, GaussianMixture start, int threads)
{
    using var history = Em.Iterate(data, start, new EmOptions { Threads = threads }).GetEnumerator();
    for (int iteration = 0; iteration < WarmUp; iteration++)
    {
        history.MoveNext();
    }

    double[] times = [.. Enumerable.Range(0, Iterations).Select(_ => Time(() => history.MoveNext()))];
    return times.Order().ElementAt(Iterations / 2);
}

static double Time(Func<bool> action)
{
    long before = Stopwatch.GetTimestamp();
    action();
    return Stopwatch.GetElapsedTime(before).TotalMilliseconds;
}
