using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>What was tried as a table: each start, or, of many, the best optima that they reached.</summary>
internal static class StartTable
{
    /// <summary>The most rows of either table.</summary>
    private const int MostStarts = 20;
    private const int MostOptima = 10;

    private static readonly ImmutableArray<TextColumn> StartColumns =
        [new("seed"), new("start", IsNumeric: false), new("log-likelihood"), new("iterations"), new("outcome", IsNumeric: false)];

    private static readonly ImmutableArray<TextColumn> OptimumColumns =
        [new("reached by"), new("kinds"), new("seed"), new("start", IsNumeric: false), new("log-likelihood"), new("iterations"), new("outcome", IsNumeric: false)];

    public static string Of(Fit<IMixture> fit) => fit.Attempts.Length <= MostStarts
        ? TableText.Of(StartColumns, fit.Attempts.Select(attempt => Row(attempt, fit)))
        : OfOptima(Optima(fit), fit);

    private static string OfOptima(ImmutableArray<ImmutableArray<Attempt<IMixture>>> optima, Fit<IMixture> fit) =>
        TableText.Of(OptimumColumns, optima.Take(MostOptima).Select(attempts => Row(attempts, fit))) + Rest(optima.Length - MostOptima, fit);

    private static IEnumerable<string> Row(Attempt<IMixture> attempt, Fit<IMixture> fit) =>
    [
        Digits.Whole(attempt.Run.Seed),
        StartText.Of(attempt.Kind),
        Digits.Fixed(attempt.Run.Last.LogLikelihood, 3),
        Digits.Whole(attempt.Run.Last.Index),
        Outcome(attempt, fit),
    ];

    /// <summary>The attempts that reached each optimum, the best first; optima that look the same are one.</summary>
    private static ImmutableArray<ImmutableArray<Attempt<IMixture>>> Optima(Fit<IMixture> fit) =>
    [
        .. fit.Optima.GroupBy(optimum => Digits.Fixed(optimum.Best.Run.Last.LogLikelihood, 3), StringComparer.Ordinal)
            .Select(same => same.SelectMany(optimum => optimum.Attempts.Remove(optimum.Best).Insert(0, optimum.Best)).ToImmutableArray()),
    ];

    private static IEnumerable<string> Row(ImmutableArray<Attempt<IMixture>> attempts, Fit<IMixture> fit) =>
        [Digits.Whole(attempts.Length), Digits.Whole(attempts.DistinctBy(attempt => attempt.Kind).Count()), .. Row(attempts[0], fit)];

    private static string Outcome(Attempt<IMixture> attempt, Fit<IMixture> fit) =>
        OutcomeText.Of(attempt) + (ReferenceEquals(attempt, fit.Kept) ? ", kept" : string.Empty);

    /// <summary>The starts that stand in no row, in words.</summary>
    /// <param name="lower">How many optima stand in none.</param>
    /// <param name="fit">The fit.</param>
    private static string Rest(int lower, Fit<IMixture> fit)
    {
        int degenerate = fit.Attempts.Count(attempt => attempt is { IsDropped: false, Run.Last.Status: Degenerate });
        (int Count, string Words)[] rest =
        [
            (lower, "lower optima are not shown"),
            (degenerate, "starts degenerated"),
            (fit.Attempts.Count(attempt => attempt.IsDropped), "starts were given up"),
        ];
        string words = string.Join(", ", rest.Where(each => each.Count > 0).Select(each => $"{Digits.Whole(each.Count)} {each.Words}"));
        return words.Length == 0 ? string.Empty : $"\n  {words}\n";
    }
}
