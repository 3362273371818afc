using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Fitting;

/// <summary>How a run ended, in words.</summary>
internal static class OutcomeText
{
    /// <param name="last">The run's last iteration.</param>
    public static string Of(Iteration<IMixture> last) => last.Status.Match(
        _ => "not converged",
        _ => "converged",
        degenerate => $"degenerate: {DegeneracyText.Of(degenerate.Cause, last.Model.ColumnNames)}");
}
