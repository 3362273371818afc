using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Selecting;

/// <summary>A comparison of models as a table, and the best in words.</summary>
internal static class SelectionText
{
    private static readonly ImmutableArray<TextColumn> Columns =
    [
        new("components"), new("covariance", IsNumeric: false), new("log-likelihood"), new("parameters"), new("AIC"),
        new("BIC"), new("ICL"), new("agreement"), new("note", IsNumeric: false),
    ];

    public static string Of(SelectRun run)
    {
        var lowest = Enum.GetValues<Criterion>().ToDictionary(criterion => criterion, run.Found.BestBy);
        string table = TableText.Of(Columns, run.Found.Candidates.Select(candidate => Row(candidate, run, lowest)));
        var best = run.Found.Best;
        string criterion = run.Request.Criterion.ToString().ToUpperInvariant();
        return $"{run.Heading}\n\n{table}\n  best by {criterion}: "
            + $"{Display.Count(best.Components, "component")}, {best.Structure.Name} covariance\n";
    }

    private static IEnumerable<string> Row(Candidate candidate, SelectRun run, Dictionary<Criterion, Candidate> lowest)
    {
        string[] model = [Digits.Whole(candidate.Components), candidate.Structure.Name];
        return candidate.Fit is not { } fit
            ? [.. model, .. Enumerable.Repeat(string.Empty, 6), $"degenerate: {SelectRun.Fault(candidate)}"]
            :
            [
                .. model,
                Digits.Fixed(fit.Last.LogLikelihood, 3),
                Digits.Whole(fit.Model.FreeParameters),
                Value(Criterion.Aic),
                Value(Criterion.Bic),
                Value(Criterion.Icl),
                FormattableString.Invariant(
                    $"{fit.Optima[0].Attempts.Length} of {fit.Attempts.Length}"),
                Note(fit.Last),
            ];

        // Where it is not the lowest, a blank keeps the digits in line.
        string Value(Criterion criterion) =>
            Digits.Fixed(candidate.Value(criterion), 3) + (ReferenceEquals(lowest[criterion], candidate) ? "*" : " ");
    }

    private static string Note(Iteration<GaussianMixture> last) => string.Join(", ", new[]
    {
        last.IsConverged ? string.Empty : "not converged",
        last.SpuriousComponents.IsEmpty ? string.Empty : "suspicious spike",
    }.Where(note => note.Length > 0));
}
