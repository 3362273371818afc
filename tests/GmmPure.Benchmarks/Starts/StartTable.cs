namespace GmmPure.Benchmarks.Starts;

/// <summary>Whether the search by default finds the best optimum that is known, beside ten full runs from k-means.</summary>
internal static class StartTable
{
    /// <summary>How many starts of each kind go to their end for the best that is known.</summary>
    private const int Known = 200;

    private const int CostOfStart = 8;

    /// <summary>In nats per sample.</summary>
    private const double Near = 1e-6;

    public static void Print()
    {
        var table = new MarkdownTable(
            $"The best log-likelihood of {5 * Known} starts of five kinds, all run to their end, and of the same starts only where every "
            + "component has more than 2·(D + 1) rows; how far below the first, per sample, ten full runs from k-means end, and the search by "
            + "default; and how many iterations both take, a start counted as eight:",
            new("data", 12, IsText: true), new("N", 4), new("D", 2), new("K", 2), new("structure", 14, IsText: true), new("best known", 11),
            new("of many rows", 12), new("ten runs", 9), new("search", 9), new("iterations", 10), new("search/ten runs"));
        var reached = new List<(bool Ten, bool Search, bool TenRegular, bool SearchRegular, bool IsBetter, double Ratio)>();
        foreach (var problem in StartProblem.All)
        {
            var all = SearchOptions.Default.Kinds.Select(kind => new SearchOptions { Kinds = [kind], IsExhaustive = true, Restarts = Known, Seed = 7 })
                .Select(options => Run(problem, options))
                .ToArray();
            var ten = Run(problem, new SearchOptions { Kinds = [StartKind.KMeans], IsExhaustive = true });
            var search = Run(problem, SearchOptions.Default);
            double known = all.Append(ten).Max(each => each.Best);
            double regular = all.Append(ten).Append(search).Max(each => each.BestRegular);
            double best = Math.Max(known, search.Best);
            double ratio = (double)search.Iterations / ten.Iterations;
            reached.Add((
                IsNear(ten.Best, best), IsNear(search.Best, best), IsNear(ten.Best, regular), IsNear(search.Best, regular), !IsNear(known, best), ratio));
            table.Row(
                problem.Name, $"{problem.Data.Count}", $"{problem.Data.Dimension}", $"{problem.Components}", problem.Structure.Name,
                $"{best:F3}", $"{regular:F3}", Text(Gap(ten.Best, best)), Text(Gap(search.Best, best)), $"{ten.Iterations}", $"{ratio:F2}");

            double Gap(double value, double of) => (of - value) / problem.Data.Count;
            bool IsNear(double value, double of) => Gap(value, of) < Near;
        }

        Console.WriteLine();
        Console.WriteLine(
            $"Of {reached.Count} problems ten runs reach {reached.Count(each => each.Ten)} and the search {reached.Count(each => each.Search)}; "
            + $"of optima whose components have many rows, {reached.Count(each => each.TenRegular)} and {reached.Count(each => each.SearchRegular)}. "
            + $"In {reached.Count(each => each.IsBetter)} the search finds what none of the {5 * Known} starts did. "
            + $"It takes {reached.Select(each => each.Ratio).Median():F2} times the iterations (median).");
    }

    private static string Text(double gap) => gap < Near ? "0" : gap > 10 ? "none" : $"{gap:E1}";

    private static (double Best, double BestRegular, long Iterations) Run(StartProblem problem, SearchOptions options)
    {
        long iterations = 0;
        var outcome = GaussianMixture.TryFit(
            problem.Data,
            problem.Components,
            new FitOptions { Structure = problem.Structure, Search = options, Em = new EmOptions { Threads = 1 } },
            history =>
            {
                Interlocked.Add(ref iterations, CostOfStart);
                return history.Select(iteration =>
                {
                    Interlocked.Increment(ref iterations);
                    return iteration;
                });
            });
        return outcome.Match(
            fit => (fit.Last.LogLikelihood, fit.Optima.Select(optimum => optimum.Best.Run.Last).Where(IsRegular).Select(last => last.LogLikelihood)
                .DefaultIfEmpty(double.NegativeInfinity).Max(), iterations),
            _ => (double.NegativeInfinity, double.NegativeInfinity, iterations));
    }

    /// <summary>Whether no component sits on a few rows, whose closeness is chance.</summary>
    private static bool IsRegular(Iteration<GaussianMixture> last) =>
        last.EffectiveCounts.All(count => count > 2 * (last.Model.Dimension + 1));
}
