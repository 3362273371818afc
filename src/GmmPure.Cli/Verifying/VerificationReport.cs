namespace GmmPure.Cli.Verifying;

/// <summary>What there is to say about a history.</summary>
/// <param name="Input">The history and the data.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Deviation">How the software was taken to deviate.</param>
/// <param name="Verdicts">One a line.</param>
/// <param name="Hint">What would make it agree, if anything is known to.</param>
internal sealed record VerificationReport(
    VerifyInput Input, VerifyRequest Request, Deviation Deviation, ImmutableArray<LineVerdict> Verdicts, Hint? Hint)
{
    /// <summary>The first divergence, if there is any.</summary>
    public Divergence? First => Verdicts.Select(verdict => verdict.Divergence(Request.Digits)).FirstOrDefault(each => each is not null);

    /// <summary>All broken promises, with their iterations.</summary>
    public IEnumerable<(int Iteration, Violation Violation)> Violations =>
        Verdicts.SelectMany(verdict => verdict.Violations.Select(violation => (verdict.Index, violation)));

    /// <summary>Whether nothing diverges, and no promise is broken.</summary>
    public bool Agrees => First is null && !Violations.Any();

    /// <summary>The comparison in which the fewest digits agree, and its iteration; null if nothing could be compared.</summary>
    public (int Iteration, Comparison Comparison)? Worst => Verdicts
        .SelectMany(verdict => verdict.Comparisons.Select(comparison => (verdict.Index, comparison)))
        .Cast<(int, Comparison Comparison)?>()
        .MinBy(each => each!.Value.Comparison.Digits);
}
