using GmmPure.Cli.Kinds;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>What there is to say about a fit.</summary>
/// <param name="Run">The fit.</param>
/// <param name="Trace">The iterations of the kept run, if asked for; else empty.</param>
internal sealed record FitReport(FitRun Run, ImmutableArray<TracedIteration> Trace)
{
    /// <summary>The best fit, and all starts that were tried.</summary>
    public Fit<IMixture> Fit => Run.Fit;

    /// <summary>What was fitted.</summary>
    public FitInput Input => Run.Input;

    /// <summary>What was asked.</summary>
    public FitRequest Request => Run.Request;

    /// <summary>Where the kept run ended.</summary>
    public Iteration<IMixture> Last => Fit.Last;

    /// <summary>How many starts are heading for the optimum that is kept; null if that cannot be told yet.</summary>
    public int? Agreeing => Last.IsConverged ? Fit.Optima[0].Attempts.Length : null;

    /// <summary>The sum of the weights, if rows have any.</summary>
    public double? TotalWeight => Input.Data.Weights.IsEmpty ? null : Input.Data.TotalWeight;

    /// <summary>Why the kept run stopped, in words.</summary>
    public string Reason => Last.Status.Match(
        _ => FormattableString.Invariant($"not converged: --max-iterations {Request.Options.MaxIterations}"),
        converged => $"converged: the last iteration {(Request.Options.Em.Ridge > 0 ? "changed" : "gained")} "
            + $"{Digits.Exponential(converged.Measured)} per sample, "
            + FormattableString.Invariant($"tolerance {Request.Options.Convergence?.Tolerance ?? 0:0.################e-0}"),
        degenerate => DegeneracyText.Of(degenerate.Cause, Last.Model.ColumnNames));

    /// <summary>The size of the data and the kind of model, in words.</summary>
    public string Heading
    {
        get
        {
            string data = $"{Display.Count(Input.Data.Count, "row")}, {Display.Count(Input.Data.Dimension, "column")}";
            string labels = Input.Data.KnownLabels is > 0 and var known ? $", {Display.Count(known, "row")} labelled" : string.Empty;
            string hard = Input.Variant.IsHard ? ", hard EM" : string.Empty;
            return Display.OneLine($"{Request.Data.Name}: {data}{labels}; {Input.Kind.Describe(Input.Components)}{hard}");
        }
    }
}
