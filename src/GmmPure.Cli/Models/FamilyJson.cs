using System.Text.Json;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Models;

/// <summary>Mixtures of other families in model and history files: the names and the writing, as of Gaussians but for the components.</summary>
internal static class FamilyJson
{
    public const string Format = "gmmpure-model";
    public const int Version = 1;
    public const string Family = "family";
    public const string Trials = "trials";
    public const string Columns = "columns";
    public const string Weights = "weights";
    public const string Components = "components";

    /// <summary>What a model file holds.</summary>
    public static string Model<TDistribution>(FamilyModel<TDistribution> model)
        where TDistribution : notnull, IEquatable<TDistribution> => JsonText.Object(writer =>
    {
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        WriteFamily(writer, model);
        writer.Strings(Columns, model.ColumnNames);
        WriteParameters(writer, model);
    });

    /// <summary>A line of a history file.</summary>
    public static string Line<TDistribution>(FamilyStep<TDistribution> step)
        where TDistribution : notnull, IEquatable<TDistribution> => JsonText.Object(writer =>
    {
        writer.WriteNumber("iteration", step.Index);
        writer.WriteNumber("log_likelihood", step.LogLikelihood);
        writer.WriteString("status", step.Status.Match(_ => "running", _ => "converged", _ => "degenerate"));
        WriteParameters(writer, step.Own);
        writer.Numbers("effective_counts", step.EffectiveCounts);
        WriteFamily(writer, step.Own);
        if (step.Status is Degenerate degenerate)
        {
            writer.WritePropertyName("cause");
            writer.WriteRawValue(degenerate.Cause.ToJson());
        }

        if (step.Index == 0)
        {
            writer.Strings(Columns, step.Own.ColumnNames);
            writer.WriteNumber("rows", step.Rows);
            WriteVariant(writer, step.Variant);
        }
    });

    private static void WriteFamily<TDistribution>(Utf8JsonWriter writer, FamilyModel<TDistribution> model)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        writer.WriteString(Family, model.Mixture.Family.Name);
        if (model.Notation.Trials is { } trials)
        {
            writer.WriteNumber(Trials, trials);
        }
    }

    private static void WriteParameters<TDistribution>(Utf8JsonWriter writer, FamilyModel<TDistribution> model)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        writer.Numbers(Weights, model.Mixture.Weights);
        writer.Array(Components, model.Mixture.Components, component =>
        {
            writer.WriteStartObject();
            model.Notation.Write(writer, component);
            writer.WriteEndObject();
        });
    }

    private static void WriteVariant(Utf8JsonWriter writer, EmVariant variant)
    {
        if (variant.IsHard)
        {
            writer.WriteBoolean("hard", true);
        }

        if (variant.KnownLabels > 0)
        {
            writer.WriteNumber("labelled_rows", variant.KnownLabels);
        }
    }
}
