using GmmPure.Cli.Kinds;

namespace GmmPure.Cli.Fitting;

/// <summary>Why there is no fit, in one line that also says what to try.</summary>
internal static class FitFailure
{
    /// <summary>
    /// That there are fewer distinct rows than components to choose a start from, or not even one component; null if nothing is in
    /// the way of a start.
    /// </summary>
    public static string? NoStart(FitInput input, FitRequest request)
    {
        if (input.Start is not null)
        {
            return null;
        }

        int distinct = input.Data.CountDistinctRows(limit: input.Components);
        return distinct < input.Components
            ? $"{request.Data.Name} has {Display.Count(distinct, "distinct row")}, "
                + $"fewer than {input.Components} components need; try fewer components (-k)"
            : input.Kind.WhyNoComponent(input.Data) is { } fault ? $"{request.Data.Name}: {fault}"
            : input.LabelFault(request.Options.Em) is { } cause ? $"{request.Data.Name}: the labels make no start: {cause}; {MoreLabels(input)}"
            : null;
    }

    /// <summary>
    /// Why there is no fit: where every start collapsed, the data's fault if they cannot carry even one component, else the first start's.
    /// </summary>
    public static string Of(FitFault fault, FitInput input, FitRequest request) => fault.Match(
        _ => fault.Message,
        noStart => FormattableString.Invariant(
            $"the start of seed {request.Options.Search.Seed} is degenerate: {DegeneracyText.Of(noStart.Cause, input.Data.ColumnNames)}; ")
            + $"try another --seed, {input.Kind.Remedies}",
        degenerate => Degenerate(degenerate.Attempts[0].Run, degenerate.Attempts.Length, input, request));

    private static string Degenerate(Restart<Iteration<IMixture>> first, int starts, FitInput input, FitRequest request) =>
        input.Kind.Structure is { } structure
            && GaussianFault.Words(input.Data, structure, Cause(first), request.Options.Em.Ridge) is { } fault
            ? $"{request.Data.Name}: {fault}"
            : input.Data.KnownLabels > 0 ? $"the fit is degenerate: {Cause(first)}; {MoreLabels(input)}"
            : $"{StartFault(first, starts, input)}, {input.Kind.Remedies}";

    private static string StartFault(Restart<Iteration<IMixture>> first, int starts, FitInput input) => starts switch
    {
        _ when input.HasOneStart => $"the fit is degenerate: {Cause(first)}; try another start",
        1 => $"the start of seed {first.Seed} is degenerate: {Cause(first)}; try another --seed, more --restarts",
        _ => $"all {starts} starts are degenerate, the first (seed {first.Seed}) because {Cause(first)}; "
            + "try another --seed, more --restarts",
    };

    /// <summary>Of labels there are as many as components.</summary>
    private static string MoreLabels(FitInput input) => "try other labels, or fewer"
        + (input.Kind.IsGaussian ? ", a simpler --covariance or a --ridge" : string.Empty);

    private static string Cause(Restart<Iteration<IMixture>> restart) => restart.Last.Status is Degenerate degenerate
        ? $"{DegeneracyText.Of(degenerate.Cause, restart.Last.Model.ColumnNames)} at iteration {restart.Last.Index}"
        : string.Empty;
}
