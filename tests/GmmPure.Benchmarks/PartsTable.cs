using GmmPure.Kernels;

namespace GmmPure.Benchmarks;

/// <summary>
/// What the parts of an iteration cost within one tile, whose data are at hand: where the time goes that the limit does not
/// grant.
/// </summary>
internal static class PartsTable
{
    private const int Rounds = 200;
    private const double WarmUp = 0.3;
    private const double ShortestBlock = 0.0003;

    public static void Print(IEnumerable<Shape> shapes)
    {
        var table = new MarkdownTable(
            $"Fused steps per row and component, each part of a tile alone, the least of {Rounds} blocks (a step is what eight lanes "
            + "of one unit do in half a cycle of two); the limit is what whitening and moments need at least, and the softmax as given:",
            [
                new("shape", IsText: true), new("load"), new("densities"), new("softmax"), new("log-likelihood"), new("moments"),
                new("all", 6), new("limit", 6), new("share"),
            ]);
        foreach (var shape in shapes)
        {
            double peak = 0;
            double[] parts = [.. Parts(shape).Select(part => Least(part, ref peak))];
            double unit = 1e-9 * Tile.Samples * shape.Components * 2 / peak;
            double limit = shape.Limit(peak) * 1e-3 / shape.Rows * Tile.Samples / unit;
            double all = parts.Sum() / unit;
            table.Row([
                shape.Name, .. parts.Select(part => $"{part / unit:F1}"), $"{all:F1}", $"{limit:F1}", $"{limit / all:P0}",
            ]);
        }
    }

    /// <summary>Loading a tile, and what is then done to it one after the other. Each may be done again and again.</summary>
    private static IEnumerable<Action> Parts(Shape shape)
    {
        var (data, start) = Problem.Of(shape with { Rows = 16 * Tile.Samples });
        var kernels = KernelSet.Widest;
        var tile = new Tile(shape.Dimension, shape.Components);
        var densities = kernels.Densities(MixtureTerms.Of(start));
        var moments = kernels.Moments(start.Structure.Moments, ReferencePoints.For(data.Summary, start));
        return
        [
            () => tile.Load(0, data.Values.Elements.AsSpan(0, Tile.Samples * data.Dimension), [], []),
            () => densities.Evaluate(tile),
            () => _ = kernels.TrySoftmax(tile),
            () => kernels.SumOfLogDensities(tile),
            () => moments.Add(tile, kernels),
        ];
    }

    /// <summary>Seconds, and the most that the core could do meanwhile.</summary>
    private static double Least(Action part, ref double peak)
    {
        int warm = 0;
        for (double spent = 0; spent < WarmUp; warm++)
        {
            spent += Timing.Seconds(part);
        }

        int block = Math.Max(1, (int)(ShortestBlock / WarmUp * warm));
        double least = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            least = Math.Min(least, Timing.Seconds(() => Repeat(part, block)) / block);
            peak = round % 20 == 0 ? Math.Max(peak, Peak.Now()) : peak;
        }

        return least;
    }

    private static void Repeat(Action action, int times)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }
}
