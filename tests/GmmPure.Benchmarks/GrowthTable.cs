namespace GmmPure.Benchmarks;

/// <summary>How the cost of an iteration grows with the rows and with the components: linearly, if all goes well.</summary>
internal static class GrowthTable
{
    private const int Rounds = 9;
    private const int Dimension = 8;
    private static readonly int[] Rows = [1_000, 10_000, 100_000, 1_000_000];
    private static readonly int[] Components = [2, 4, 8, 16, 32, 64, 128];

    public static void Print()
    {
        Print($"Growth with N (D = {Dimension}, K = 8, full covariance, 1 thread), medians of {Rounds} rounds that take turns:", Rows.Select(rows => Of(rows, 8)));
        Print($"Growth with K (N = 20000, D = {Dimension}, full covariance, 1 thread), likewise:", Components.Select(k => Of(20_000, k)));
    }

    private static Shape Of(int rows, int components) => new("growth", rows, Dimension, components, CovarianceStructure.Full);

    private static void Print(string caption, IEnumerable<Shape> each)
    {
        Shape[] shapes = [.. each];
        EmRun[] runs = [.. shapes.Select(shape => EmRun.Of(Problem.Of(shape), threads: 1))];
        double[][] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => runs.Select(run => run.Milliseconds()).ToArray())];
        var table = new MarkdownTable(
            caption, new Column("N", 7), new Column("K", 3), new Column("ms", 7), new Column("ns per row and component"));
        foreach (var (index, shape) in shapes.Index())
        {
            double milliseconds = rounds.Select(round => round[index]).Median();
            double share = milliseconds * 1e6 / shape.Rows / shape.Components;
            table.Row($"{shape.Rows}", $"{shape.Components}", $"{milliseconds:F2}", $"{share:F2}");
        }
    }
}
