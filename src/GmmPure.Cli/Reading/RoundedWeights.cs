using System.Text;
using System.Text.Json;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Reading;

/// <summary>Weights of a model that were rounded where they were printed, so that they do not sum to 1 as a mixture's do.</summary>
internal static class RoundedWeights
{
    private const string Member = "weights";

    /// <summary>By how much a sum may miss 1 to be taken for a rounded one.</summary>
    private const double Most = 1e-6;

    /// <summary>The text of a model with weights divided by their sum, and a note of that; null if they need not or may not be.</summary>
    /// <param name="text">The text, which need not be a model.</param>
    public static (string Text, string Note)? In(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
            return document.RootElement.ValueKind == JsonValueKind.Object ? In(document.RootElement) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // It is no JSON, or a name in it is no Unicode text: reading the model says so.
            return null;
        }
    }

    private static (string Text, string Note)? In(JsonElement model)
    {
        if (Weights(model) is not { Length: > 0 } weights)
        {
            return null;
        }

        double sum = weights.Sum();
        return Math.Abs(sum - 1) is > GaussianMixture.WeightSumTolerance and <= Most + GaussianMixture.WeightSumTolerance
            ? (With(model, weights.Select(weight => weight / sum)), FormattableString.Invariant(
                $"the weights sum to {sum:R}, {Math.Abs(sum - 1):G3} too {(sum > 1 ? "much" : "little")}, and were divided by that"))
            : null;
    }

    /// <summary>The weights, if there is one such member, an array of numbers from 0 on.</summary>
    private static double[]? Weights(JsonElement model) =>
        model.EnumerateObject().Where(member => member.NameEquals(Member)).ToArray() is [{ Value: { ValueKind: JsonValueKind.Array } each }]
        && each.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number && item.TryGetDouble(out double weight) && weight >= 0)
            ? [.. each.EnumerateArray().Select(item => item.GetDouble())]
            : null;

    private static string With(JsonElement model, IEnumerable<double> weights) => JsonText.Object(writer =>
    {
        foreach (var member in model.EnumerateObject())
        {
            if (member.NameEquals(Member))
            {
                writer.Numbers(Member, weights);
            }
            else
            {
                member.WriteTo(writer);
            }
        }
    });
}
