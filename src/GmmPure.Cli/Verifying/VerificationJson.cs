using System.Text.Json;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Verifying;

/// <summary>How well a history agrees, as one JSON object.</summary>
internal static class VerificationJson
{
    private static readonly ImmutableArray<(Parameter Parameter, string Name)> Names =
    [
        (Parameter.LogLikelihood, "log_likelihood"),
        (Parameter.Weights, "weights"),
        (Parameter.Means, "means"),
        (Parameter.Covariances, "covariances"),
        (Parameter.EffectiveCounts, "effective_counts"),
    ];

    public static string Of(VerificationReport report) => JsonText.Object(writer =>
    {
        var history = report.Input.History;
        writer.WriteBoolean("agrees", report.Agrees && report.Worst is not null);
        writer.WriteNumber("digits", report.Request.Digits);
        writer.WriteNumber("bits", VerifyCommand.Bits);
        writer.WriteBoolean("step", report.Request.IsStep);
        writer.Strings("as", report.Deviation.Names);
        writer.WriteNumber("ridge", report.Deviation.Ridge);
        writer.WriteNumber("components", history.Components);
        writer.WriteString("covariance", history.Head.Structure.Name);
        writer.WriteNumber("rows", report.Input.Data.Count);
        writer.Strings("columns", report.Input.Data.ColumnNames);
        writer.WriteNumber("total_weight", report.Input.Data.TotalWeight);
        writer.Array("iterations", report.Verdicts, verdict => Write(writer, verdict));
        writer.WritePropertyName("first_divergence");
        Write(writer, report.First, report);
        writer.Array("broken_promises", report.Violations, each => Write(writer, each.Iteration, each.Violation));
        writer.WritePropertyName("hint");
        Write(writer, report.Hint);
    });

    private static void Write(Utf8JsonWriter writer, LineVerdict verdict)
    {
        writer.WriteStartObject();
        writer.WriteNumber("iteration", verdict.Index);
        foreach (var (parameter, name) in Names)
        {
            if (verdict.Of(parameter) is { } comparison)
            {
                writer.WriteNumber(name, Math.Round(comparison.Digits, 2));
            }
            else
            {
                writer.WriteNull(name);
            }
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Divergence? divergence, VerificationReport report)
    {
        if (divergence is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("iteration", divergence.Iteration);
        if (divergence.Comparison is { } comparison)
        {
            var names = report.Input.Data.ColumnNames;
            int?[] columns = [comparison.Place.Row, comparison.Place.Column];
            WriteOrNull(writer, "component", comparison.Place.Component);
            writer.WriteString("parameter", Names.Single(each => each.Parameter == comparison.Parameter).Name);
            writer.Strings("columns", columns.OfType<int>().Select(column => names[column]));
            writer.WriteNumber("found", comparison.Found);
            if (double.IsFinite(comparison.Expected))
            {
                writer.WriteNumber("expected", comparison.Expected);
            }

            writer.WriteNumber("digits", Math.Round(comparison.Digits, 2));
        }
        else
        {
            WriteOrNull(writer, "component", divergence.Ending?.Cause?.Component);
            writer.WriteString("parameter", "status");
        }

        writer.WriteString("message", FindingText.Of(divergence, report));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, int iteration, Violation violation)
    {
        writer.WriteStartObject();
        writer.WriteNumber("iteration", iteration);
        WriteOrNull(writer, "component", violation.Component);
        writer.WriteString("promise", violation.Promise switch
        {
            Promise.WeightsSumToOne => "weights_sum_to_1",
            Promise.CountsSumToN => "effective_counts_sum_to_n",
            Promise.WeightsAreShares => "weights_are_effective_counts_over_n",
            Promise.Symmetric => "symmetric",
            Promise.PositiveDefinite => "positive_definite",
            _ => "log_likelihood_never_falls",
        });
        writer.WriteString("message", FindingText.Of(violation));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Hint? hint)
    {
        if (hint is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteBoolean("step", hint.IsStep);
        writer.Strings("as", hint.Deviation.Names);
        writer.WriteNumber("ridge", hint.Deviation.Ridge);
        writer.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter writer, string name, int? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
