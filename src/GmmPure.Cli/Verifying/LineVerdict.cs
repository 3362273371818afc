using GmmPure.Cli.Reading;
using GmmPure.Textbook;

namespace GmmPure.Cli.Verifying;

/// <summary>What there is to say of one line.</summary>
/// <param name="Index">t.</param>
/// <param name="Comparisons">What of it could be compared.</param>
/// <param name="Violations">Which of the algorithm's own promises it breaks.</param>
/// <param name="Ending">How it differs in going on or ending; null if it does not.</param>
internal sealed record LineVerdict(
    int Index, ImmutableArray<Comparison> Comparisons, ImmutableArray<Violation> Violations, Ending? Ending)
{
    /// <summary>How well a parameter agrees, if it could be compared.</summary>
    public Comparison? Of(Parameter parameter) => Comparisons.FirstOrDefault(each => each.Parameter == parameter);

    /// <summary>What agrees in fewer digits, the first of what follows from one another.</summary>
    public Divergence? Divergence(int digits)
    {
        var worse = Comparisons.Where(each => each.Digits < digits).MinBy(each => each.Parameter);
        return worse is null && Ending is null
            ? null
            : new Divergence(Index, Ending is { Kind: EndingKind.GoesOn } ? null : worse, Ending);
    }
}

/// <summary>Where a history leaves the path.</summary>
/// <param name="Iteration">t.</param>
/// <param name="Comparison">The number that differs; null if it is the ending that does.</param>
/// <param name="Ending">The ending, if it differs as well, or alone.</param>
internal sealed record Divergence(int Iteration, Comparison? Comparison, Ending? Ending);

/// <summary>How a line differs in going on or ending.</summary>
internal enum EndingKind
{
    /// <summary>It stands where there is nothing: a component degenerates in the step to it.</summary>
    GoesOn,

    /// <summary>It says that it runs on or has converged, but a component degenerates in the step from it.</summary>
    Unsaid,

    /// <summary>It says that a component degenerates, and none does.</summary>
    Unfounded,

    /// <summary>It says that a component degenerates, and it is another one, or in another way.</summary>
    OtherCause,
}

/// <summary>How a line differs in going on or ending, and what does degenerate.</summary>
/// <param name="Kind">How.</param>
/// <param name="Cause">What degenerates; null if nothing does.</param>
internal sealed record Ending(EndingKind Kind, TextbookDegeneracy? Cause)
{
    /// <summary>How the end of a line differs; null if it does not, or the line does not say.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cause">What degenerates in the step from it; null if nothing does.</param>
    public static Ending? Of(HistoryLine line, TextbookDegeneracy? cause) => (line.Status, cause) switch
    {
        (null, _) => null,
        (LineStatus.Degenerate, null) => new Ending(EndingKind.Unfounded, null),
        (LineStatus.Degenerate, _) when line.Cause is null || IsSame(line.Cause, cause) => null,
        (LineStatus.Degenerate, _) => new Ending(EndingKind.OtherCause, cause),
        (_, null) => null,
        _ => new Ending(EndingKind.Unsaid, cause),
    };

    private static bool IsSame(LineCause found, TextbookDegeneracy expected) =>
        found.Component == expected.Component
        && found.IsEmptied == expected.IsEmptied
        && (found.IsEmptied || found.Column == expected.Column);
}
