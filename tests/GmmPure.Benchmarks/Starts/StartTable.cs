namespace GmmPure.Benchmarks.Starts;

/// <summary>Whether the search by default finds the best optimum that is known, beside ten full runs from k-means.</summary>
internal static class StartTable
{
    /// <summary>How many starts of each kind go to their end for the best that is known.</summary>
    private const int Known = 200;

    /// <summary>In nats per sample.</summary>
    private const double Near = 1e-6;

    public static void Print()
    {
        var table = new MarkdownTable(
            $"The best log-likelihood of {5 * Known} starts of five kinds, all run to their end; how far below it, per sample, ten full runs "
            + "from k-means end, and the search by default; and how many iterations both take, a start counted as eight:",
            new("data", 12, IsText: true), new("N", 4), new("D", 2), new("K", 2), new("structure", 14, IsText: true), new("best known", 11),
            new("ten runs", 9), new("search", 9), new("iterations", 10), new("search/ten runs"));
        var reached = new List<(bool Ten, bool Search, double Ratio)>();
        foreach (var problem in StartProblem.All)
        {
            double best = Enum.GetValues<StartKind>().Max(kind => Run(problem, new SearchOptions { Kinds = [kind], IsExhaustive = true, Restarts = Known, Seed = 7 }).Best);
            var ten = Run(problem, new SearchOptions { Kinds = [StartKind.KMeans], IsExhaustive = true });
            var search = Run(problem, SearchOptions.Default);
            best = Math.Max(best, Math.Max(ten.Best, search.Best));
            double Gap(double value) => (best - value) / problem.Data.Count;
            double ratio = (double)search.Iterations / ten.Iterations;
            reached.Add((Gap(ten.Best) < Near, Gap(search.Best) < Near, ratio));
            table.Row(
                problem.Name, $"{problem.Data.Count}", $"{problem.Data.Dimension}", $"{problem.Components}", problem.Structure.Name,
                $"{best:F3}", Text(Gap(ten.Best)), Text(Gap(search.Best)), $"{ten.Iterations}", $"{ratio:F2}");
        }

        Console.WriteLine();
        Console.WriteLine(
            $"Of {reached.Count} problems ten runs reach {reached.Count(each => each.Ten)} and the search {reached.Count(each => each.Search)}; "
            + $"the search takes {reached.Select(each => each.Ratio).Median():F2} times the iterations (median).");
    }

    private static string Text(double gap) => gap < Near ? "0" : gap > 10 ? "none" : $"{gap:E1}";

    private static (double Best, long Iterations) Run(StartProblem problem, SearchOptions options)
    {
        long iterations = 0;
        var single = new EmOptions { Threads = 1 };
        var attempts = Restarts.Search(
            (kind, seed) =>
            {
                Interlocked.Add(ref iterations, 8);
                return Outcome.Success<GaussianMixture, Degeneracy>(
                    Initial.Of(kind, problem.Data, problem.Components, seed, problem.Structure, single));
            },
            start => Em.Iterate(problem.Data, start, single).Take(1001)
                .TakeUntilConverged(Convergence.GainPerSample(1e-8))
                .Select(iteration =>
                {
                    Interlocked.Increment(ref iterations);
                    return iteration;
                }),
            options);
        return (attempts.Select(attempt => attempt.Run).Best()?.Last.LogLikelihood ?? double.NegativeInfinity, iterations);
    }
}
