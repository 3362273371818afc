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

    public static void Say(FitReport report, Shell shell)
    {
        shell.Warn(report.Input.Warning);
        shell.Warn(WeightWarning.Of(report.Request.Data, report.Input.Data, report.Last.Model.FreeParameters));
        new FitWarnings(report.Input.Data, report.Last, report.Request.Data, report.Input.HasOneStart).Say(report.Fit.Warnings, shell);
    }

    /// <summary>Says them all.</summary>
    public void Say(ImmutableArray<FitWarning> warnings, Shell shell)
    {
        foreach (var kind in warnings.GroupBy(warning => warning.GetType()))
        {
            string[] lines = [.. kind.First() is FitWarning.FewDistinctValues ? Levels([.. kind.Cast<FitWarning.FewDistinctValues>()]) : kind.Select(Line)];
            foreach (string line in lines.Take(MostOfAKind))
            {
                shell.Warn(line);
            }

            if (lines.Length > MostOfAKind)
            {
                shell.Warn(FormattableString.Invariant($"there are {lines.Length - MostOfAKind} more warnings like the last"));
            }
        }
    }

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
        _ => "; try fewer components, fewer columns or a simpler --covariance",
        _ => string.Empty,
        _ => string.Empty);

    /// <summary>Columns that have equally many values are told together.</summary>
    private IEnumerable<string> Levels(ImmutableArray<FitWarning.FewDistinctValues> warnings)
    {
        string advice = Discrete.Advice(data, [.. warnings.Select(each => each.Column)], last.Model.FamilyName);
        return warnings.GroupBy(each => each.Count, each => Names[each.Column]).Select(columns => columns.ToArray() is [var alone]
            ? $"column {Display.Field(alone)} has {Display.Count(columns.Key, "distinct value")}, and is fitted as a measured one; {advice}"
            : $"columns {Display.Names([.. columns])} have {Display.Count(columns.Key, "distinct value")} each, and are fitted as measured ones; {advice}");
    }
}
