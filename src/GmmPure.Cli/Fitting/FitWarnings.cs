using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>What there is to know of a fit before it is believed, each with what to do about it, in a line of its own.</summary>
/// <param name="data">N×D.</param>
/// <param name="last">Where the kept run ended.</param>
/// <param name="request">How the data are read.</param>
/// <param name="hasOneStart">Whether the start was given.</param>
internal sealed class FitWarnings(Dataset data, Iteration<IMixture> last, DataRequest request, bool hasOneStart)
{
    /// <summary>The most warnings of a kind that are said one by one.</summary>
    private const int MostOfAKind = 3;

    private ImmutableArray<string> Names => data.ColumnNames;

    /// <summary>All that there is to know of a fit, a line each: what is odd about the data, the weights, and the fit.</summary>
    public static IEnumerable<string> Of(FitReport report) =>
    [
        .. new[] { report.Input.Warning, WeightWarning.Of(report.Request.Data, report.Input.Data, report.Last.Model.FreeParameters) }.OfType<string>(),
        .. new FitWarnings(report.Input.Data, report.Last, report.Request.Data, report.Input.HasOneStart).Lines(report.Fit.Warnings),
    ];

    /// <summary>The warnings in words, a line each; of many of a kind, the first and how many more there are.</summary>
    public IEnumerable<string> Lines(ImmutableArray<FitWarning> warnings) => warnings.GroupBy(warning => warning.GetType()).SelectMany(kind =>
    {
        string[] lines = [.. kind.First() is FitWarning.FewDistinctValues ? Levels([.. kind.Cast<FitWarning.FewDistinctValues>()]) : kind.Select(Line)];
        return lines.Length <= MostOfAKind
            ? lines
            : [.. lines[..MostOfAKind], FormattableString.Invariant($"there are {lines.Length - MostOfAKind} more warnings like the last")];
    });

    private string Line(FitWarning warning) => $"{WarningText.Of(warning, Names)}{Advice(warning)}";

    private string Advice(FitWarning warning) => warning.Match(
        _ => ", the most that --max-iterations allows",
        _ => $": EM may have stopped before they parted; compare {(hasOneStart ? "another start" : "a smaller --tolerance, another --init or --seed")}, "
            + "or fewer components",
        _ => ", which says more about those rows than about the data; "
            + FormattableString.Invariant($"compare -k {last.Model.ComponentCount - 1}"),
        lone => $"; correct it, or leave it out{LeavingOut.Rows(data, lone.Column, lone.Value, request)}",
        _ => string.Empty,
        repeated => ", more than measuring would bring about; if it stands for something else, leave them out"
            + LeavingOut.Rows(data, repeated.Column, repeated.Value, request),
        _ => string.Empty,
        _ => LessToEstimate(),
        _ => string.Empty,
        _ => string.Empty);

    /// <summary>What leaves fewer parameters to estimate, of what there is.</summary>
    private string LessToEstimate()
    {
        var structure = (last.Model as GaussianMixture)?.Structure;
        int components = last.Model.ComponentCount;
        bool hasSimpler = structure is not null && CovarianceStructure.All.Any(each =>
            each.FreeParameters(components, data.Dimension) < structure.FreeParameters(components, data.Dimension));
        string[] ways =
        [
            .. components > 1 ? ["fewer components"] : Array.Empty<string>(),
            .. data.Dimension > 1 ? ["fewer columns"] : Array.Empty<string>(),
            .. hasSimpler ? ["a simpler --covariance"] : Array.Empty<string>(),
        ];
        return ways switch
        {
            [] => string.Empty,
            [var alone] => $"; try {alone}",
            _ => $"; try {string.Join(", ", ways[..^1])} or {ways[^1]}",
        };
    }

    /// <summary>Columns that have equally many values are told together.</summary>
    private IEnumerable<string> Levels(ImmutableArray<FitWarning.FewDistinctValues> warnings)
    {
        string advice = Discrete.Advice(data, [.. warnings.Select(each => each.Column)], last.Model.FamilyName);
        return warnings.GroupBy(each => each.Count, each => Names[each.Column]).Select(columns => columns.ToArray() is [var alone]
            ? $"column {Display.Field(alone)} has {Display.Count(columns.Key, "distinct value")}, and is fitted as a measured one; {advice}"
            : $"columns {Display.Names([.. columns])} have {Display.Count(columns.Key, "distinct value")} each, and are fitted as measured ones; {advice}");
    }
}
