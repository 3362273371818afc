using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>The certified trace of a problem: the textbook's history in two precisions, as far as both agree.</summary>
public static class Certificate
{
    /// <summary>Significant decimal digits.</summary>
    public const int Digits = 30;

    /// <summary>The elements of the history, computed in 256 and in 320 bits, to 30 digits.</summary>
    /// <exception cref="CertificationException">They differ, or a rounding would change how the history ends.</exception>
    public static JsonArray Trace(ReferenceProblem problem)
    {
        var elements = Elements(problem, problem.LastIteration);
        var sensitivities = Sensitivities(problem);
        foreach (var (element, sensitivity) in elements.Zip(sensitivities))
        {
            element!["sensitivity"] = Write(sensitivity);
        }

        return elements;
    }

    /// <summary>The elements up to an iteration, without their sensitivities.</summary>
    /// <exception cref="CertificationException">Both precisions differ.</exception>
    public static JsonArray Elements(ReferenceProblem problem, int lastIteration)
    {
        var narrow = Texts<Bits256>(problem, lastIteration);
        var wide = Texts<Bits320>(problem, lastIteration);
        var differing = narrow.Zip(wide).Index().FirstOrDefault(pair => !JsonNode.DeepEquals(pair.Item.First, pair.Item.Second));
        return narrow.Length == wide.Length && differing.Item == default
            ? Json.Array(narrow)
            : throw new CertificationException(FormattableString.Invariant(
                $"{problem.Name}, iteration {differing.Index}: 256 bits give {differing.Item.First}, 320 bits give {differing.Item.Second}."));
    }

    private static ImmutableArray<TextbookIteration<BigFloat<TPrecision>>> History<TPrecision>(
        ReferenceProblem problem, int lastIteration)
        where TPrecision : struct, IPrecision =>
        [
            .. Equations<BigFloat<TPrecision>>
                .Iterate(
                    TextbookData<BigFloat<TPrecision>>.From(problem.Data),
                    TextbookMixture<BigFloat<TPrecision>>.From(problem.Start),
                    problem.Ridge)
                .Take(lastIteration + 1),
        ];

    private static ImmutableArray<JsonObject> Texts<TPrecision>(ReferenceProblem problem, int lastIteration)
        where TPrecision : struct, IPrecision => [.. History<TPrecision>(problem, lastIteration).Select(Write)];

    /// <summary>Roundings of 2⁻⁵³ show well enough in 128 bits.</summary>
    private static ImmutableArray<Sensitivity> Sensitivities(ReferenceProblem problem) => Disturbance.Of(
        problem,
        TextbookData<BigFloat<Bits128>>.From(problem.Data),
        History<Bits128>(problem, problem.LastIteration));

    private static JsonObject Write<TPrecision>(TextbookIteration<BigFloat<TPrecision>> element)
        where TPrecision : struct, IPrecision
    {
        var θ = element.Model;
        var written = new JsonObject
        {
            ["iteration"] = element.Index,
            ["status"] = element.Degeneracy is null ? "running" : "degenerate",
            ["log_likelihood"] = Text(element.LogLikelihood),
            ["effective_counts"] = Json.Array(element.EffectiveCounts.Select(Text)),
            ["weights"] = Json.Array(θ.Weights.Select(Text)),
            ["means"] = Json.Array(Enumerable.Range(0, θ.ComponentCount).Select(k => Json.Array(θ.Means.Row(k).Select(Text)))),
            ["covariances"] = Layout.Covariances(
                θ.Structure, θ.ComponentCount, θ.Dimension, (k, i, j) => Text(θ.Covariances[k].Matrix[i, j])),
        };
        if (element.Degeneracy is { } end)
        {
            written["degeneracy"] = Write(end);
        }

        return written;

        static JsonNode Text(BigFloat<TPrecision> number) => number.ToString(Digits);
    }

    private static JsonObject Write(TextbookDegeneracy end) => new()
    {
        ["cause"] = end.IsEmptied ? "emptied" : "singular",
        ["component"] = end.Component,
        ["column"] = end.Column,
    };

    private static JsonObject Write(Sensitivity sensitivity) =>
        new() { ["start"] = Write(sensitivity.Start), ["steps"] = Write(sensitivity.Steps) };

    private static JsonObject Write(Apart apart) => new()
    {
        ["log_likelihood"] = Rounded(apart.LogLikelihood),
        ["weights"] = Rounded(apart.Weights),
        ["means"] = Rounded(apart.Means),
        ["covariances"] = Rounded(apart.Covariances),
    };

    private static double Rounded(double value) => double.Parse(
        value.ToString("E1", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
