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

    public static string Of(Selection selection)
    {
        var lowest = Enum.GetValues<Criterion>().ToDictionary(criterion => criterion, selection.BestBy);
        string table = TableText.Of(Columns, selection.Candidates.Select(candidate => Row(candidate, lowest)));
        var best = selection.Best!;
        string criterion = selection.Request.Criterion.ToString().ToUpperInvariant();
        return $"{selection.Heading}\n\n{table}\n  best by {criterion}: "
            + $"{Display.Count(best.Components, "component")}, {best.Structure.Name} covariance\n";
    }

    private static IEnumerable<string> Row(Candidate candidate, Dictionary<Criterion, Candidate?> lowest)
    {
        string[] model = [Digits.Whole(candidate.Components), candidate.Structure.Name];
        return candidate.Best is not { } best
            ? [.. model, .. Enumerable.Repeat(string.Empty, 6), $"degenerate: {candidate.Fault}"]
            :
            [
                .. model,
                Digits.Fixed(best.Last.LogLikelihood, 3),
                Digits.Whole(best.Last.Model.FreeParameters),
                Value(Criterion.Aic),
                Value(Criterion.Bic),
                Value(Criterion.Icl),
                FormattableString.Invariant(
                    $"{candidate.Result!.Agreeing.Count()} of {candidate.Result.Attempts.Length}"),
                Note(best.Last),
            ];

        // Where it is not the lowest, a blank keeps the digits in line.
        string Value(Criterion criterion) =>
            Digits.Fixed(candidate.Value(criterion), 3) + (ReferenceEquals(lowest[criterion], candidate) ? "*" : " ");
    }

    private static string Note(Iteration<IMixture> last) => string.Join(", ", new[]
    {
        last.IsConverged ? string.Empty : "not converged",
        last.SpuriousComponents.IsEmpty ? string.Empty : "suspicious spike",
    }.Where(note => note.Length > 0));
}
