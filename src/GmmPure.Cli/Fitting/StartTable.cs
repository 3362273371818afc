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
        [new("log-likelihood"), new("reached by"), new("kinds"), new("seed"), new("start", IsNumeric: false), new("iterations"), new("outcome", IsNumeric: false)];

    public static string Of(Fit<IMixture> fit) => fit.Attempts.Length <= MostStarts
        ? TableText.Of(StartColumns, fit.Attempts.Select(attempt => Row(attempt, fit)))
        : TableText.Of(OptimumColumns, fit.Optima.Take(MostOptima).Select(optimum => Row(optimum, fit))) + Rest(fit);

    private static IEnumerable<string> Row(Attempt<IMixture> attempt, Fit<IMixture> fit) =>
    [
        Digits.Whole(attempt.Run.Seed),
        StartText.Of(attempt.Kind),
        Digits.Fixed(attempt.Run.Last.LogLikelihood, 3),
        Digits.Whole(attempt.Run.Last.Index),
        Outcome(attempt, fit),
    ];

    private static IEnumerable<string> Row(Optimum<IMixture> optimum, Fit<IMixture> fit) =>
    [
        Digits.Fixed(optimum.Best.Run.Last.LogLikelihood, 3),
        Digits.Whole(optimum.Attempts.Length),
        Digits.Whole(optimum.KindCount),
        Digits.Whole(optimum.Best.Run.Seed),
        StartText.Of(optimum.Best.Kind),
        Digits.Whole(optimum.Best.Run.Last.Index),
        Outcome(optimum.Best, fit),
    ];

    private static string Outcome(Attempt<IMixture> attempt, Fit<IMixture> fit) =>
        OutcomeText.Of(attempt) + (ReferenceEquals(attempt, fit.Kept) ? ", kept" : string.Empty);

    /// <summary>The starts that stand in no row, in words.</summary>
    private static string Rest(Fit<IMixture> fit)
    {
        int degenerate = fit.Attempts.Count(attempt => attempt is { IsDropped: false, Run.Last.Status: Degenerate });
        (int Count, string Words)[] rest =
        [
            (fit.Optima.Length - MostOptima, "lower optima are not shown"),
            (degenerate, "starts degenerated"),
            (fit.Attempts.Count(attempt => attempt.IsDropped), "starts were given up"),
        ];
        string words = string.Join(", ", rest.Where(each => each.Count > 0).Select(each => $"{Digits.Whole(each.Count)} {each.Words}"));
        return words.Length == 0 ? string.Empty : $"\n  {words}\n";
    }
}
