namespace GmmPure.Benchmarks;

/// <summary>Time per iteration of each shape on one thread and on two, and the share of what the machine could do at most.</summary>
internal static class ShapeTable
{
    private const int Rounds = 15;

    /// <summary>The columns that say which shape it is.</summary>
    public static ImmutableArray<Column> ShapeColumns { get; } =
        [new("shape", IsText: true), new("N", 7), new("D", 2), new("K", 2), new("structure", 14, IsText: true)];

    public static void Print(IEnumerable<Shape> shapes)
    {
        var table = new MarkdownTable(
            $"Milliseconds per EM iteration through `Em.Iterate`, medians of {Rounds} rounds that take turns; the share of the limit "
            + "of what the core could do just before and after (GF/s), of tied structures as if they were their kin:",
            [
                .. ShapeColumns, new("1 thread"), new("GF/s"), new("share of the limit"), new("2 threads"), new("speed-up"),
                new("to its kin"),
            ]);
        foreach (var shape in shapes)
        {
            var rounds = Measure(shape);
            table.Row([
                .. Cells(shape),
                $"{rounds.Select(round => round.One).Median():F2}",
                $"{rounds.Select(round => round.Peak).Median():F1}",
                $"{rounds.Select(round => shape.Limit(round.Peak) / round.One).Median():P0}",
                $"{rounds.Select(round => round.Two).Median():F2}",
                $"{rounds.Select(round => round.One / round.Two).Median():F2}×",
                shape.Kin is null ? string.Empty : $"{rounds.Select(round => round.One / round.Kin).Median():F2}×",
            ]);
        }
    }

    /// <summary>The cells that say which shape it is.</summary>
    public static IEnumerable<string> Cells(Shape shape) =>
        [shape.Name, $"{shape.Rows}", $"{shape.Dimension}", $"{shape.Components}", shape.Structure.Name];

    private static Round[] Measure(Shape shape)
    {
        var problem = Problem.Of(shape);
        var one = EmRun.Of(problem, threads: 1);
        var two = EmRun.Of(problem, threads: 2);
        var kin = shape.Kin is null ? null : EmRun.Of(Problem.Of(shape.Kin), threads: 1);
        return [.. Enumerable.Range(0, Rounds).Select(_ => Measure(one, two, kin))];
    }

    /// <summary>All of them after one another, so that whatever slows the machine slows each.</summary>
    private static Round Measure(EmRun one, EmRun two, EmRun? kin)
    {
        double before = Peak.Now();
        double alone = one.Milliseconds();
        double after = Peak.Now();
        return new Round((before + after) / 2, alone, two.Milliseconds(), kin?.Milliseconds() ?? double.NaN);
    }

    /// <summary>Peak of the core in 10⁹ operations a second, and milliseconds an iteration.</summary>
    private sealed record Round(double Peak, double One, double Two, double Kin);
}
