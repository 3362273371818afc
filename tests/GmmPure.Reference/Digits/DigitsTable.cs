using System.Globalization;
using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>
/// A Markdown table: the fewest digits over the iterations of ours, of other software as it was measured, and of a history
/// whose every step is perfect but for the rounding of its parameters to doubles.
/// </summary>
public static class DigitsTable
{
    private static readonly ImmutableArray<string> Parts = ["log_likelihood", "weights", "means", "covariances"];

    /// <summary>The lines of the table.</summary>
    /// <param name="traces">The certified traces.</param>
    /// <param name="peers">What peers/measure.py found: by software, version and digits by problem.</param>
    public static IEnumerable<string> Lines(IEnumerable<ReferenceTrace> traces, JsonNode peers)
    {
        ArgumentNullException.ThrowIfNull(peers);
        string software = string.Join(" · ", peers.AsObject().Select(peer => $"{peer.Key} {peer.Value!["version"]}").Prepend("GmmPure"));
        return
        [
            $"Each cell: {software} (the most that parameters rounded to doubles allow); – where it has no such problem.",
            string.Empty,
            "| problem | N×D, K | t | ℓ | weights | means | covariances |",
            "| --- | --- | ---: | --- | --- | --- | --- |",
            .. traces.Select(trace => Line(trace, peers)),
        ];
    }

    private static string Line(ReferenceTrace trace, JsonNode peers)
    {
        var problem = trace.Problem;
        var own = CoreDigits.Errors(trace).Aggregate(Apart.Nowhere, Apart.Larger).Parts.Select(CoreDigits.Digits);
        var known = trace.Elements.Select(element => element.Sensitivity.Steps).Aggregate(Apart.Nowhere, Apart.Larger)
            .Parts.Select(CoreDigits.Digits);
        var cells = Parts.Zip(own, known).Select(part => string.Join(
            " · ",
            peers.AsObject().Select(peer => Show(peer.Value!["digits"]![problem.Name]?[part.First]?.GetValue<double>()))
                .Prepend(Show(part.Second))) + $" ({Show(part.Third)})");
        return FormattableString.Invariant(
            $"| {problem.Name} | {problem.Data.Count}×{problem.Data.Dimension}, {problem.Start.ComponentCount} | {trace.Elements[^1].Index} | {string.Join(" | ", cells)} |");
    }

    private static string Show(double? digits) => digits?.ToString("F1", CultureInfo.InvariantCulture) ?? "–";
}
