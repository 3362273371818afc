using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Fitting;

/// <summary>How a run ended, in words.</summary>
internal static class OutcomeText
{
    public static string Of(Attempt<IMixture> attempt) => attempt.IsDropped ? "given up" : attempt.Run.Last.Status.Match(
        _ => "not converged",
        _ => "converged",
        degenerate => $"degenerate: {DegeneracyText.Of(degenerate.Cause, attempt.Run.Last.Model.ColumnNames)}");
}
