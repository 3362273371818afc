namespace GmmPure;

/// <summary>An element of a sequence in one line.</summary>
internal static class IterationText
{
    public static string Describe<TSelf>(this IIteration<TSelf> iteration, double logLikelihood)
        where TSelf : IIteration<TSelf> => FormattableString.Invariant(
            $"Iteration {iteration.Index}: log-likelihood {logLikelihood}, {iteration.Status.Match(_ => "running", _ => "converged", degenerate => degenerate.Cause.Message)}");
}
