using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary>What was found in a fit or in its data, in words, with rows as people count them and columns by name.</summary>
internal static class WarningText
{
    /// <summary>The most rows that are named one by one.</summary>
    private const int MostRows = 8;

    /// <summary>The fact alone.</summary>
    /// <param name="warning">What was found.</param>
    /// <param name="names">The names of the columns.</param>
    public static string Of(FitWarning warning, ImmutableArray<string> names) => warning.Match(
        stopped => $"not converged after {Display.Count(stopped.Iterations, "iteration")}",
        twins => FormattableString.Invariant($"components {twins.One} and {twins.Other} are nearly the same"),
        spike => FormattableString.Invariant($"component {spike.Component} is suspicious: a narrow spike on {spike.EffectiveCount:F1} rows ({Rows(spike.Rows)})"),
        lone => FormattableString.Invariant(
            $"row {lone.Row + 1} stands alone, {Display.Field(names[lone.Column])} is {lone.Value:R} there, and makes component {lone.Component}"),
        few => $"{Rows(few.Rows)} {(few.Rows.Length == 1 ? "is" : "are")} all that component {Digits.Whole(few.Component)} holds",
        repeated => FormattableString.Invariant(
            $"{Display.Count(repeated.Count, "row")} {(repeated.Count == 1 ? "has" : "have")} the value {repeated.Value:R} in column {Display.Field(names[repeated.Column])}"),
        levels => $"column {Display.Field(names[levels.Column])} has {Display.Count(levels.Count, "distinct value")}",
        numbers => FormattableString.Invariant(
            $"{numbers.Parameters} free parameters are estimated from {numbers.Numbers:G15} numbers, which is no evidence"),
        column => column.By.IsEmpty
            ? $"column {Display.Field(names[column.Column])} is constant"
            : $"column {Display.Field(names[column.Column])} is a linear combination of {Display.Names([.. column.By.Select(each => names[each])])} (to rounding)",
        rows => FormattableString.Invariant(
            $"{Display.Count(rows.Rows, "distinct row")} {(rows.Rows == 1 ? "is" : "are")} too few, where {rows.Needed} are needed"));

    /// <summary>Several facts in one sentence; what two say of one column is said together.</summary>
    public static string Of(ImmutableArray<FitWarning> warnings, ImmutableArray<string> names) =>
        string.Concat(warnings.Select((warning, place) => (warning, place > 0 ? warnings[place - 1] : null) switch
        {
            (_, null) => Of(warning, names),
            (FitWarning.FewDistinctValues few, FitWarning.RepeatedValue before) when few.Column == before.Column =>
                $", which has {Display.Count(few.Count, "distinct value")}",
            _ => $", and {Of(warning, names)}",
        }));

    /// <summary>Rows by number, counted from 1; of many the first.</summary>
    private static string Rows(ImmutableArray<long> rows) =>
        $"{(rows.Length == 1 ? "row" : "rows")} {string.Join(", ", rows.Take(MostRows).Select(row => (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)))}"
        + (rows.Length > MostRows ? FormattableString.Invariant($", … ({rows.Length} in all)") : string.Empty);
}
