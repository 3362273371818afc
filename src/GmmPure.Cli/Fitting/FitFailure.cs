using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Fitting;

/// <summary>Why there is no fit, in one line that also says what to try.</summary>
internal static class FitFailure
{
    /// <summary>
    /// That there are too few rows for a full covariance, fewer distinct ones than components to choose a start from, or not even one
    /// component; null if nothing is in the way of a start.
    /// </summary>
    public static string? NoStart(FitInput input, FitRequest request)
    {
        if (input.Kind.Structure is { } structure && FitWarning.Beforehand(input.Data, structure, request.Options.Em) is { } few)
        {
            return $"{request.Data.Name}: {TooFew(few, input)}; {RemediesOf(input, request).Of([few])}";
        }

        if (input.Start is not null)
        {
            return null;
        }

        int distinct = input.Data.CountDistinctRows(limit: input.Components);
        return distinct < input.Components
            ? $"{request.Data.Name} has {Display.Count(distinct, "distinct row")}, "
                + $"fewer than {input.Components} components need; try fewer components (-k)"
            : input.Kind.WhyNoComponent(input.Data) is { } fault ? $"{request.Data.Name}: {fault}"
            : null;
    }

    /// <summary>
    /// Why there is no fit: where every start collapsed, the data's fault if they cannot carry even one component, else the first start's.
    /// </summary>
    public static string Of(FitFault fault, FitInput input, FitRequest request) => fault.Match(
        _ => fault.Message,
        _ => fault.Message,
        noStart => NoStart(DegeneracyText.Of(noStart.Cause, input.Data.ColumnNames), input, request),
        degenerate => Degenerate(degenerate, input, request));

    private static string NoStart(string cause, FitInput input, FitRequest request) => input.HasOneStart
        ? $"{request.Data.Name}: the labels make no start: {cause}; {MoreLabels(input)}"
        : FormattableString.Invariant($"the start of seed {request.Options.Search.Seed} is degenerate: {cause}; ")
            + $"try another --seed, {input.Kind.Remedies}";

    private static string Degenerate(FitFault.AllDegenerate fault, FitInput input, FitRequest request)
    {
        var last = fault.First.Run.Last;
        var causes = FitWarning.Of(input.Data, last);
        string? advice = RemediesOf(input, request).Of(causes);
        return causes.Any(each => each is FitWarning.DeterminedColumn)
            ? $"{request.Data.Name}: {OfData(causes, input.Data, Collapsed(last), advice)}"
            : input.Data.KnownLabels > 0 ? $"the fit is degenerate: {Because(causes, last)}; {MoreLabels(input)}"
            : $"{StartFault(fault, input, Because(causes, last))}; {advice ?? Others(input)}";
    }

    /// <summary>How a run collapsed, and what in the data made it.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="last">Its last element.</param>
    public static string Because(Dataset data, Iteration<IMixture> last) => Because(FitWarning.Of(data, last), last);

    private static string Because(ImmutableArray<FitWarning> causes, Iteration<IMixture> last) => causes.IsEmpty
        ? Collapsed(last)
        : $"{Collapsed(last)}: {WarningText.Of(causes, last.Model.ColumnNames)}";

    private static string OfData(ImmutableArray<FitWarning> causes, Dataset data, string collapsed, string? advice) =>
        data.ColumnVariances.All(variance => variance == 0)
            ? $"all rows are the same, so {collapsed}; there is nothing to fit"
            : $"{WarningText.Of(causes, data.ColumnNames)}, so {collapsed}; {advice}";

    private static string TooFew(FitWarning.TooFewRows few, FitInput input)
    {
        string rows = Display.Count(few.Rows, few.Rows == input.Data.Count ? "row" : "distinct row");
        string components = few.Rows < input.Components ? FormattableString.Invariant($", and fewer than {input.Components} components need") : string.Empty;
        return $"{rows} are too few for a full covariance of {Display.Count(input.Data.Dimension, "column")}, "
            + FormattableString.Invariant($"which takes {few.Needed}{components}");
    }

    private static string StartFault(FitFault.AllDegenerate fault, FitInput input, string cause)
    {
        int collapsed = fault.Attempts.Count(attempt => attempt.Run.Last.IsDegenerate);
        long seed = fault.First.Run.Seed;
        return input.HasOneStart ? $"the fit is degenerate: {cause}"
            : fault.Attempts.Length == 1 ? FormattableString.Invariant($"the start of seed {seed} is degenerate: {cause}")
            : collapsed == fault.Attempts.Length
                ? FormattableString.Invariant($"all {collapsed} starts are degenerate, the first (seed {seed}) because {cause}")
            : FormattableString.Invariant(
                $"{collapsed} of {fault.Attempts.Length} starts are degenerate and the others were given up; of the first of them (seed {seed}) {cause}");
    }

    /// <summary>What may help where it is not known what would.</summary>
    private static string Others(FitInput input) =>
        $"try {(input.HasOneStart ? "another start" : "another --seed, more --restarts")}, {input.Kind.Remedies}";

    /// <summary>Of labels there are as many as components.</summary>
    private static string MoreLabels(FitInput input) => "try other labels, or fewer"
        + (input.Kind.IsGaussian ? ", a simpler --covariance or a --ridge" : string.Empty);

    private static Remedies RemediesOf(FitInput input, FitRequest request) =>
        new(input.Data, input.Kind.Structure, input.Components, request.Data);

    private static string Collapsed(Iteration<IMixture> last) => last.Status is Degenerate degenerate
        ? $"{DegeneracyText.Of(degenerate.Cause, last.Model.ColumnNames)} at iteration {last.Index}"
        : string.Empty;
}
