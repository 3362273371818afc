using System.Text.Json;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Selecting;

/// <summary>A comparison of models as one JSON object.</summary>
internal static class SelectionJson
{
    public static string Of(SelectRun run) => JsonText.Object(writer =>
    {
        var best = run.Found.Best;
        writer.WriteNumber("rows", run.Data.Count);
        writer.Strings("columns", run.Data.ColumnNames);
        writer.WriteNumber("total_weight", run.Data.TotalWeight);
        writer.WriteNumber("seed", run.Request.Options.Search.Seed);
        writer.WriteString("criterion", run.Request.Criterion.ToString().ToLowerInvariant());
        writer.Array("models", run.Found.Candidates, candidate => Write(writer, candidate, run));
        writer.WritePropertyName("model");
        writer.WriteRawValue(run.Found.Fit.Model.ToJson());
    });

    private static void Write(Utf8JsonWriter writer, Candidate candidate, SelectRun run)
    {
        writer.WriteStartObject();
        writer.WriteNumber("components", candidate.Components);
        writer.WriteString("covariance", candidate.Structure.Name);
        writer.WriteBoolean("best", ReferenceEquals(candidate, run.Found.Best));
        writer.WriteString("outcome", (candidate.Fit?.Last.IsConverged) switch
        {
            true => "converged",
            false => "running",
            null => "degenerate",
        });
        if (candidate.Fit is { } fit)
        {
            writer.WriteNumber("log_likelihood", fit.Last.LogLikelihood);
            writer.WriteNumber("free_parameters", fit.Model.FreeParameters);
            writer.WriteNumber("aic", candidate.Value(Criterion.Aic));
            writer.WriteNumber("bic", candidate.Value(Criterion.Bic));
            writer.WriteNumber("icl", candidate.Value(Criterion.Icl));
            writer.WriteNumber("iterations", fit.Last.Index);
            writer.WriteNumber("restart_seed", fit.Kept.Run.Seed);
            writer.WriteNumber("restarts", fit.Attempts.Length);
            writer.WriteNumber("agreeing_restarts", fit.Optima[0].Attempts.Length);
            writer.WriteNumber("degenerate_restarts", fit.Attempts.Count(each => each.Run.Last.Status is Degenerate));
            writer.Array("suspicious_components", fit.Last.SpuriousComponents, writer.WriteNumberValue);
        }
        else
        {
            writer.WriteString("cause", SelectRun.Fault(candidate));
        }

        writer.WriteEndObject();
    }
}
