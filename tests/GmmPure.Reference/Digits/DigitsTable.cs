using System.Globalization;

namespace GmmPure.Reference;

/// <summary>A Markdown table: the fewest digits over the iterations, and how many a double can know.</summary>
internal static class DigitsTable
{
    public static IEnumerable<string> Lines(IEnumerable<ReferenceTrace> traces) =>
    [
        "| problem | N×D, K | t | ℓ | weights | means | covariances |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
        .. traces.Select(Line),
    ];

    private static string Line(ReferenceTrace trace)
    {
        var problem = trace.Problem;
        var own = CoreDigits.Errors(trace).Aggregate(Apart.Nowhere, Apart.Larger);
        var known = trace.Elements.Select(element => element.Sensitivity.Steps).Aggregate(Apart.Nowhere, Apart.Larger);
        return FormattableString.Invariant(
            $"| {problem.Name} | {problem.Data.Count}×{problem.Data.Dimension}, {problem.Start.ComponentCount} | {trace.Elements[^1].Index} | {Cell(own, known, apart => apart.LogLikelihood)} | {Cell(own, known, apart => apart.Weights)} | {Cell(own, known, apart => apart.Means)} | {Cell(own, known, apart => apart.Covariances)} |");
    }

    private static string Cell(Apart own, Apart known, Func<Apart, double> part) => string.Create(
        CultureInfo.InvariantCulture, $"{CoreDigits.Digits(part(own)):F1} ({CoreDigits.Digits(part(known)):F1})");
}
