using System.Text.Json;

namespace GmmPure;

/// <summary>One line of a history file.</summary>
internal static class IterationJson
{
    public static string Write<TMixture>(Iteration<TMixture> iteration)
        where TMixture : class, IMixture => JsonText.Object(writer =>
    {
        writer.WriteNumber("iteration", iteration.Index);
        writer.WriteFinite("log_likelihood", iteration.LogLikelihood);
        writer.WriteFinite("objective", iteration.Objective.Value);
        writer.WriteString("objective_kind", JsonNamingPolicy.KebabCaseLower.ConvertName($"{iteration.Objective.Kind}"));
        writer.WriteString("status", iteration.Status.Match(_ => "running", _ => "converged", _ => "degenerate"));
        MixtureJson.WriteParameters(writer, iteration.Model);
        writer.WritePropertyName("effective_counts");
        writer.Numbers(iteration.EffectiveCounts.AsSpan());
        iteration.Model.WriteKind(writer);
        if (iteration.Status is Degenerate degenerate)
        {
            writer.WritePropertyName("cause");
            writer.WriteRawValue(degenerate.Cause.ToJson());
        }

        if (iteration.Index == 0)
        {
            writer.WritePropertyName("columns");
            writer.Strings(iteration.Model.ColumnNames);
            writer.WriteNumber("rows", iteration.RowCount);
            if (iteration.Model is GaussianMixture)
            {
                writer.WriteNumber("ridge", iteration.Ridge);
            }

            WriteVariant(writer, iteration.Variant);
            if (iteration.KnownLabels > 0)
            {
                writer.WriteNumber("labelled_rows", iteration.KnownLabels);
            }
        }
    });

    /// <summary>What is different from plain EM, if anything is.</summary>
    private static void WriteVariant(Utf8JsonWriter writer, EmVariant variant)
    {
        if (variant.IsHard)
        {
            writer.WriteBoolean("hard", true);
        }

        if (variant.KeepsWeights)
        {
            writer.WriteBoolean("keeps_weights", true);
        }
    }

    /// <summary>
    /// Which component degenerated and how, as fields; a component of null is the shared covariance, and a ball has a column
    /// of null. Of a row that has density 0, the component is its label.
    /// </summary>
    public static string Cause(Degeneracy cause) => JsonText.Object(writer =>
    {
        writer.WriteString("kind", cause.Match(_ => "emptied", _ => "singular", _ => "no maximum", _ => "unreachable"));
        writer.WriteNumberOrNull("component", cause.Component);
        if (cause is Degeneracy.Singular singular)
        {
            writer.WriteNumberOrNull("column", singular.Column);
            writer.WriteNumber("relative_pivot", singular.RelativePivot);
        }
        else if (cause is Degeneracy.NoMaximum none)
        {
            writer.WriteString("parameter", none.Parameter);
        }
        else if (cause is Degeneracy.Unreachable unreachable)
        {
            writer.WriteNumber("row", unreachable.Row);
        }
    });
}
