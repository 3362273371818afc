using System.Globalization;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>What <c>gmm fit</c> prints: the components, how good the fit is and why it stopped, and the restarts.</summary>
internal static class FitReport
{
    private static readonly ImmutableArray<TextColumn> RestartColumns =
        [new("seed"), new("log-likelihood"), new("iterations"), new("outcome", IsNumeric: false)];

    public static string Of(FitResult result, Restart<Iteration> best, FitRequest request, FitInput input) => string.Join(
        '\n',
        Heading(request, input),
        ComponentTable.Of(best.Last.Model),
        Summary(result, best, request),
        TableText.Of(RestartColumns, result.Restarts.Select(restart => Row(restart, best))));

    private static string Heading(FitRequest request, FitInput input)
    {
        string data = $"{Display.Count(input.Data.Count, "row")}, {Display.Count(input.Data.Dimension, "column")}";
        string model = $"{Display.Count(input.Components, "component")}, {input.Structure.Name} covariance";
        return Display.OneLine($"{request.Data.Name}: {data}; {model}") + "\n";
    }

    private static string Summary(FitResult result, Restart<Iteration> best, FitRequest request)
    {
        var last = best.Last;
        return TableText.Pairs(new[]
        {
            ("log-likelihood", Fixed(last.LogLikelihood, 3)),
            ("per sample", Fixed(last.LogLikelihoodPerSample, 6)),
            ("AIC", Fixed(last.Aic, 3)),
            ("BIC", Fixed(last.Bic, 3)),
            ("free parameters", Whole(last.Model.FreeParameters)),
            ("iterations", Whole(last.Index)),
            ("stopped", Stopped(last, request)),
            ("agreement", Agreement(result, best)),
            ("suspicious", Suspicious(last)),
        }.Where(pair => pair.Item2.Length > 0));
    }

    private static IEnumerable<string> Row(Restart<Iteration> restart, Restart<Iteration> best) =>
    [
        restart.Seed.ToString(CultureInfo.InvariantCulture),
        Fixed(restart.Last.LogLikelihood, 3),
        Whole(restart.Last.Index),
        Outcome(restart) + (ReferenceEquals(restart, best) ? ", kept" : string.Empty),
    ];

    private static string Stopped(Iteration last, FitRequest request) => last.Status.Match(
        _ => FormattableString.Invariant($"not converged: --max-iterations {request.Stopping.MaxIterations}"),
        converged => "converged: the last iteration gained "
            + FormattableString.Invariant($"{converged.Measured:0.0e-0} per sample, ")
            + FormattableString.Invariant($"tolerance {request.Stopping.Tolerance:0.################e-0}"),
        degenerate => degenerate.Cause.Message);

    private static string Agreement(FitResult result, Restart<Iteration> best) =>
        $"{result.AgreeingWith(best)} of {Display.Count(result.Restarts.Length, "restart")} reached this optimum";

    private static string Suspicious(Iteration last) => string.Join(", ", last.SuspiciousComponents.Select(component =>
        FormattableString.Invariant($"component {component}, a spike on {last.EffectiveCounts[component]:F1} rows")));

    private static string Outcome(Restart<Iteration> restart) => restart.Last.Status.Match(
        _ => "not converged",
        _ => "converged",
        degenerate => $"degenerate: {DegeneracyText.Of(degenerate.Cause, restart.Last.Model)}");

    private static string Fixed(double value, int decimals) =>
        value.ToString(FormattableString.Invariant($"F{decimals}"), CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
