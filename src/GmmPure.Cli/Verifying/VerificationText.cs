using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Verifying;

/// <summary>How well a history agrees, as a table and in words.</summary>
internal static class VerificationText
{
    private static readonly ImmutableArray<(Parameter Parameter, string Title)> Titles =
    [
        (Parameter.LogLikelihood, "log-likelihood"),
        (Parameter.Weights, "weights"),
        (Parameter.Means, "means"),
        (Parameter.Covariances, "covariances"),
        (Parameter.EffectiveCounts, "effective counts"),
    ];

    public static string Of(VerificationReport report) => string.Join('\n', Heading(report), Table(report), Summary(report));

    /// <summary>What is wrong, in one line.</summary>
    public static string Fault(VerificationReport report)
    {
        string fault = report.First is { } first
            ? $"{Place(report, first.Iteration)}: {FindingText.Of(first, report)}"
            : report.Violations.First() is var (iteration, violation)
                ? $"{Place(report, iteration)}: {FindingText.Of(violation)}"
                : string.Empty;
        return Hint(report) is { Length: > 0 } hint ? $"{fault}; {hint}" : fault;
    }

    private static string Place(VerificationReport report, int iteration) =>
        FormattableString.Invariant($"{report.Input.History.Name}: line {iteration + 1}: iteration {iteration} diverges");

    private static string Heading(VerificationReport report)
    {
        var history = report.Input.History;
        string lines = Display.Count(history.Lines.Length - 1, "iteration");
        string data = $"{Display.Count(report.Input.Data.Count, "row")}, {Display.Count(report.Input.Data.Dimension, "column")}";
        string model = $"{Display.Count(history.Components, "component")}, {history.Head.Structure.Name} covariance";
        return Display.OneLine($"{history.Name}: {lines}; {report.Request.Data.Name}: {data}; {model}") + "\n";
    }

    /// <summary>The digits that agree, one row a line; what nobody tells has no column.</summary>
    private static string Table(VerificationReport report)
    {
        ImmutableArray<(Parameter Parameter, string Title)> titles =
            [.. Titles.Where(title => report.Verdicts.Any(verdict => verdict.Of(title.Parameter) is not null))];
        bool isNoted = report.Verdicts.Any(verdict => Note(verdict).Length > 0);
        return TableText.Of(
            [
                new("iteration"),
                .. titles.Select(title => new TextColumn(title.Title)),
                .. isNoted ? [new("note", IsNumeric: false)] : Array.Empty<TextColumn>(),
            ],
            report.Verdicts.Select(verdict => new[]
            {
                [Digits.Whole(verdict.Index)],
                titles.Select(title => Cell(verdict.Of(title.Parameter), report.Request.Digits)),
                isNoted ? [Note(verdict)] : [],
            }.SelectMany(cells => cells)));
    }

    /// <summary>Where they are enough, a blank keeps the digits in line.</summary>
    private static string Cell(Comparison? comparison, int digits) => comparison is null
        ? string.Empty
        : FindingText.Number(comparison) + (comparison.Digits < digits ? "*" : " ");

    private static string Note(LineVerdict verdict) => string.Join(", ", new[]
    {
        verdict.Ending is null ? string.Empty : "another end",
        verdict.Violations.IsEmpty ? string.Empty : "broken promise",
    }.Where(note => note.Length > 0));

    private static string Summary(VerificationReport report) => TableText.Pairs(new[]
    {
        ("digits", FormattableString.Invariant($"that agree with a computation of {VerifyCommand.Bits} bits")
            + FormattableString.Invariant($" {Against(report)}; * fewer than {report.Request.Digits}")),
        ("taken as", string.Join(", ", FindingText.Deviations(report.Deviation))),
        ("fewest", Fewest(report)),
        ("promises", report.Violations.Any() ? string.Empty : "kept"),
        ("verdict", Verdict(report)),
        ("hint", Hint(report)),
    }.Where(((string, string Value) pair) => pair.Value.Length > 0).Concat(report.Violations.Select(each =>
        ("broken promise", FormattableString.Invariant($"iteration {each.Iteration}: {FindingText.Of(each.Violation)}")))));

    private static string Against(VerificationReport report) =>
        report.Request.IsStep ? "from the line before" : "from iteration 0 on";

    private static string Fewest(VerificationReport report) => report.Worst is var (iteration, comparison)
        ? FormattableString.Invariant($"{FindingText.Number(comparison)}, {FindingText.Name(comparison, report)}, iteration {iteration}")
        : "nothing could be compared";

    private static string Verdict(VerificationReport report) => report.First is { } first
        ? FormattableString.Invariant($"iteration {first.Iteration} diverges: {FindingText.Of(first, report)}")
        : report.Violations.Any() ? "all digits agree, but a promise is broken"
        : report.Worst is null ? "unknown"
        : "agrees";

    /// <summary>Whether a structure of the covariances could be why a history diverges: where only what is said of parameters is wrong, they are right.</summary>
    private static bool IsAboutParameters(Divergence? first) =>
        first is not null && first.Comparison?.Parameter is not (Parameter.EffectiveCounts or Parameter.LogLikelihood);

    private static string Hint(VerificationReport report) => report.Hint switch
    {
        null when IsAboutParameters(report.First) && report.Request.Structure is null && LikelyStructure.Of(report.Input.History) is { } likely =>
            $"the covariances look {likely.Name}: try --covariance {likely.Name}",
        null => string.Empty,
        { IsStep: true } => "each line agrees with the one before it: rounding has grown on the way (see --step, --digits)",
        { Deviation: var deviation } => $"{FindingText.Options(deviation, report.Deviation)} makes the lines about it agree",
    };
}
