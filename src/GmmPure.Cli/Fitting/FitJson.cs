using System.Text.Json;
using GmmPure.Cli.Kinds;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>A fit as one JSON object: the summary, the restarts, and the model as a model file holds it.</summary>
internal static class FitJson
{
    public static string Of(FitReport report) => JsonText.Object(writer =>
    {
        var last = report.Last;
        var options = report.Request.Options;
        writer.WriteNumber("components", report.Input.Components);
        writer.WriteString("family", report.Input.Kind.Name);
        if (report.Input.Kind.Structure is { } structure)
        {
            writer.WriteString("covariance", structure.Name);
        }

        writer.WriteBoolean("hard", report.Input.Variant.IsHard);
        writer.WriteNumber("labelled_rows", report.Input.Data.KnownLabels);
        writer.WriteNumber("rows", report.Input.Data.Count);
        writer.Strings("columns", report.Input.Data.ColumnNames);
        writer.WriteNumber("iterations", last.Index);
        writer.WriteBoolean("converged", last.IsConverged);
        writer.WriteString("reason", report.Reason);
        writer.WriteNumber("log_likelihood", last.LogLikelihood);
        writer.WriteNumber("log_likelihood_per_sample", last.LogLikelihoodPerSample);
        writer.WriteNumber("aic", last.Aic);
        writer.WriteNumber("bic", last.Bic);
        if (report.Input.Variant.IsHard)
        {
            writer.WriteNumber("icl", last.Bic);
        }

        writer.WriteNumber("free_parameters", last.Model.FreeParameters);
        writer.WriteNumber("total_weight", last.TotalWeight);
        writer.WriteNumber("tolerance", options.Convergence?.Tolerance ?? 0);
        writer.WriteNumber("ridge", options.Em.Ridge);
        writer.WriteNumber("seed", options.Search.Seed);
        writer.WritePropertyName("agreeing_restarts");
        JsonSerializer.Serialize(writer, report.Agreeing);
        writer.Array("restarts", report.Fit.Attempts, attempt => Write(writer, attempt, report));
        writer.Array("suspicious_components", last.SpuriousComponents, writer.WriteNumberValue);
        writer.Strings("warnings", FitWarnings.Of(report));
        writer.Numbers("effective_counts", last.EffectiveCounts);
        if (!report.Input.Labels.Names.IsEmpty)
        {
            writer.Strings("labels", report.Input.Labels.Names);
        }

        if (!report.Trace.IsEmpty)
        {
            writer.Numbers("trace", report.Trace.Select(iteration => iteration.LogLikelihood));
        }

        writer.WritePropertyName("model");
        writer.WriteRawValue(last.Model.ToJson());
    });

    private static void Write(Utf8JsonWriter writer, Attempt<IMixture> attempt, FitReport report)
    {
        var last = attempt.Run.Last;
        writer.WriteStartObject();
        writer.WriteNumber("seed", attempt.Run.Seed);
        writer.WriteString("start", StartText.Of(attempt.Kind));
        writer.WriteNumber("log_likelihood", last.LogLikelihood);
        writer.WriteNumber("iterations", last.Index);
        writer.WriteString(
            "outcome", attempt.IsDropped ? "given up" : last.Status.Match(_ => "running", _ => "converged", _ => "degenerate"));
        if (last.Status is Degenerate degenerate)
        {
            writer.WriteString("cause", DegeneracyText.Of(degenerate.Cause, last.Model.ColumnNames));
        }

        writer.WriteBoolean("kept", ReferenceEquals(attempt, report.Fit.Kept));
        writer.WriteEndObject();
    }
}
