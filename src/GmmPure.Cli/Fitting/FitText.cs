using GmmPure.Cli.Kinds;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>
/// A fit as tables: the components, how good the fit is and why it stopped, the iterations if asked for, and the restarts.
/// </summary>
internal static class FitText
{
    private static readonly ImmutableArray<TextColumn> TraceColumns =
        [new("iteration"), new("log-likelihood"), new("gain per sample")];

    public static string Of(FitReport report)
    {
        string[] parts =
        [
            report.Heading + "\n",
            ModelTable.Of(report.Last.Model),
            Summary(report),
            .. report.Trace.IsEmpty ? Array.Empty<string>() : [TraceOf(report.Trace)],
            StartTable.Of(report.Fit),
        ];
        return string.Join('\n', parts);
    }

    private static string Summary(FitReport report)
    {
        var last = report.Last;
        (string, string Value)[] pairs =
        [
            ("total weight", report.TotalWeight is { } weight ? Digits.Short(weight) : string.Empty),
            (report.Input.Variant.IsHard ? "classification log-likelihood" : "log-likelihood", Digits.Fixed(last.LogLikelihood, 3)),
            ("per sample", Digits.Fixed(last.LogLikelihoodPerSample, 6)),
            .. Criteria(last, report.Input.Variant.IsHard),
            ("free parameters", Digits.Whole(last.Model.FreeParameters)),
            ("iterations", Digits.Whole(last.Index)),
            ("stopped", report.Reason),
            ("agreement", report.Fit.Agreement),
            ("suspicious", Suspicious(last)),
            ("labels", string.Join(", ", report.Input.Labels.Names.Select((label, k) => $"{Digits.Whole(k)} {Display.Field(label)}"))),
        ];
        return TableText.Pairs(pairs.Where(pair => pair.Value.Length > 0));
    }

    /// <summary>Of hard EM the BIC of what it climbs, which is the ICL.</summary>
    private static IEnumerable<(string Name, string Value)> Criteria(Iteration<IMixture> last, bool isHard) => isHard
        ? [("ICL", Digits.Fixed(last.Bic, 3))]
        : [("AIC", Digits.Fixed(last.Aic, 3)), ("BIC", Digits.Fixed(last.Bic, 3))];

    private static string TraceOf(ImmutableArray<TracedIteration> trace) =>
        TableText.Of(TraceColumns, trace.Select(iteration => new[]
        {
            Digits.Whole(iteration.Index),
            Digits.Fixed(iteration.LogLikelihood, 6),
            iteration.Gain is { } gain ? Digits.Exponential(gain) : string.Empty,
        }))
        + $"\n  {Sparkline.Of([.. trace.Select(iteration => iteration.LogLikelihood)])}\n";

    private static string Suspicious(Iteration<IMixture> last) => string.Join(", ", last.SpuriousComponents.Select(component =>
        FormattableString.Invariant($"component {component}, a spike on {last.EffectiveCounts[component]:F1} rows")));
}
