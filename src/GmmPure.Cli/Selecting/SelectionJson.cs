using System.Text.Json;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Selecting;

/// <summary>A comparison of models as one JSON object.</summary>
internal static class SelectionJson
{
    public static string Of(Selection selection) => JsonText.Object(writer =>
    {
        var best = selection.Best!;
        writer.WriteNumber("rows", selection.Data.Count);
        writer.Strings("columns", selection.Data.ColumnNames);
        writer.WriteNumber("total_weight", selection.Data.TotalWeight);
        writer.WriteNumber("seed", selection.Request.Search.Seed);
        writer.WriteString("criterion", selection.Request.Criterion.ToString().ToLowerInvariant());
        writer.Array("models", selection.Candidates, candidate => Write(writer, candidate, best));
        writer.WritePropertyName("model");
        writer.WriteRawValue(best.Best!.Last.Model.ToJson());
    });

    private static void Write(Utf8JsonWriter writer, Candidate candidate, Candidate best)
    {
        writer.WriteStartObject();
        writer.WriteNumber("components", candidate.Components);
        writer.WriteString("covariance", candidate.Structure.Name);
        writer.WriteBoolean("best", ReferenceEquals(candidate, best));
        writer.WriteString("outcome", (candidate.Best?.Last.IsConverged) switch
        {
            true => "converged",
            false => "running",
            null => "degenerate",
        });
        if (candidate.Best is { } fit)
        {
            writer.WriteNumber("log_likelihood", fit.Last.LogLikelihood);
            writer.WriteNumber("free_parameters", fit.Last.Model.FreeParameters);
            writer.WriteNumber("aic", candidate.Value(Criterion.Aic));
            writer.WriteNumber("bic", candidate.Value(Criterion.Bic));
            writer.WriteNumber("icl", candidate.Value(Criterion.Icl));
            writer.WriteNumber("iterations", fit.Last.Index);
            writer.WriteNumber("restart_seed", fit.Seed);
            writer.WriteNumber("restarts", candidate.Result!.Attempts.Length);
            writer.WriteNumber("agreeing_restarts", candidate.Result.Agreeing.Count());
            writer.WriteNumber("degenerate_restarts", candidate.Result.Attempts.Count(each => each.Run.Last.Status is Degenerate));
            writer.Array("suspicious_components", fit.Last.SpuriousComponents, writer.WriteNumberValue);
        }
        else
        {
            writer.WriteString("cause", candidate.Fault);
        }

        writer.WriteEndObject();
    }
}
