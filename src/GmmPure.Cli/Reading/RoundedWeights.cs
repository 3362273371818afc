using System.Text.Json;
using System.Text.Json.Nodes;

namespace GmmPure.Cli.Reading;

/// <summary>Weights of a model that were rounded where they were printed, so that they do not sum to 1 as a mixture's do.</summary>
internal static class RoundedWeights
{
    private const string Member = "weights";

    /// <summary>By how much a sum may miss 1 to be taken for a rounded one.</summary>
    private const double Most = 1e-6;

    /// <summary>By how much the sum of a mixture's weights may.</summary>
    private const double Least = 1e-9;

    /// <summary>The text of a model with weights divided by their sum, and a note of that; null if they need not or may not be.</summary>
    /// <param name="text">The text, which need not be a model.</param>
    public static (string Text, string Note)? In(string text)
    {
        if (Root(text) is not { } root || Weights(root) is not { Length: > 0 } weights)
        {
            return null;
        }

        double sum = weights.Sum();
        if (!(Math.Abs(sum - 1) is > Least and <= Most + Least))
        {
            return null;
        }

        root[Member] = new JsonArray([.. weights.Select(weight => (JsonNode)JsonValue.Create(weight / sum))]);
        return (
            root.ToJsonString(),
            FormattableString.Invariant($"the weights sum to {sum:R}, {Math.Abs(sum - 1):G3} too {(sum > 1 ? "much" : "little")}, and were divided by that"));
    }

    private static JsonObject? Root(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The weights, if the member is an array of numbers from 0 on.</summary>
    private static double[]? Weights(JsonObject root)
    {
        try
        {
            return root[Member] is JsonArray array && array.All(each => each is JsonValue)
                && array.Select(each => each!.GetValue<double>()).ToArray() is var weights && weights.All(weight => weight >= 0)
                ? weights
                : null;
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or ArgumentException)
        {
            // A member stands twice, or something is no number: reading the model says so.
            return null;
        }
    }
}
