using System.Globalization;
using System.Text.Json.Nodes;

namespace GmmPure.Reference;

/// <summary>
/// A Markdown table with a line for each problem, and one for all structures of the same: the fewest digits over the
/// iterations of ours, of other software as it was measured, and of a history whose every step is perfect but for the
/// rounding of its parameters to doubles.
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
            .. traces.GroupBy(Family).Select(family => Line(family.Key, [.. family], peers)),
        ];
    }

    /// <summary>The name that a problem has in common with those of other structures.</summary>
    private static string Family(ReferenceTrace trace)
    {
        string structure = $"-{trace.Problem.Structure.Name}";
        return trace.Problem.Name.EndsWith(structure, StringComparison.Ordinal)
            ? $"{trace.Problem.Name[..^structure.Length]}, all structures"
            : trace.Problem.Name;
    }

    private static string Line(string name, ImmutableArray<ReferenceTrace> family, JsonNode peers)
    {
        var problem = family[0].Problem;
        var own = Fewest(family.SelectMany(trace => CoreDigits.Errors(trace)));
        var known = Fewest(family.SelectMany(trace => trace.Elements).Select(element => element.Sensitivity.Steps));
        var cells = Parts.Select((part, i) => string.Join(
            " · ", peers.AsObject().Select(peer => Show(Of(peer.Value!, family, part))).Prepend(Show(own[i]))) + $" ({Show(known[i])})");
        return FormattableString.Invariant(
            $"| {name} | {problem.Data.Count}×{problem.Data.Dimension}, {problem.Start.ComponentCount} | {family.Max(trace => trace.Elements[^1].Index)} | {string.Join(" | ", cells)} |");
    }

    private static ImmutableArray<double> Fewest(IEnumerable<Apart> errors) =>
        [.. errors.Aggregate(Apart.Nowhere, Apart.Larger).Parts.Select(CoreDigits.Digits)];

    /// <summary>The fewest digits of a peer, on the structures that it has.</summary>
    private static double? Of(JsonNode peer, ImmutableArray<ReferenceTrace> family, string part) =>
        family.Min(trace => peer["digits"]![trace.Problem.Name]?[part]?.GetValue<double>());

    private static string Show(double? digits) => digits?.ToString("F1", CultureInfo.InvariantCulture) ?? "–";
}
