namespace GmmPure.Benchmarks;

/// <summary>What variants of EM, k-means and mixtures of other families cost, each beside plain EM of Gaussians of the same size.</summary>
internal static class VariantTable
{
    private const int Rounds = 15;
    private const int Block = 10;
    private const double WarmUp = 0.7;

    public static void Print()
    {
        var table = new MarkdownTable(
            $"Milliseconds per iteration on all threads, means of {Block} iterations from the start, medians of {Rounds} rounds "
            + "that take turns, and how often the time of plain EM of Gaussians beside it (of families: in one column):",
            new("iteration", 14, IsText: true), new("N", 7), new("D", 2), new("K", 2), new("ms", 7), new("plain", 7), new("ratio"));
        foreach (var contest in VariantContest.All())
        {
            Warm(contest.Run);
            Warm(contest.Plain);
            (double Own, double Plain)[] rounds =
                [.. Enumerable.Range(0, Rounds).Select(_ => (Milliseconds(contest.Run), Milliseconds(contest.Plain)))];
            table.Row([
                contest.Name, .. contest.Size,
                $"{rounds.Select(round => round.Own).Median():F2}",
                $"{rounds.Select(round => round.Plain).Median():F2}",
                $"{rounds.Select(round => round.Own / round.Plain).Median():F2}×",
            ]);
        }
    }

    private static void Warm(Action<int> run)
    {
        for (double spent = 0; spent < WarmUp;)
        {
            spent += Timing.Seconds(() => run(Block));
        }
    }

    private static double Milliseconds(Action<int> run) => 1000 * Timing.Seconds(() => run(Block)) / Block;
}
