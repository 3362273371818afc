namespace GmmPure.Cli.Kinds;

/// <summary>How a component degenerated, in words, with its column by name.</summary>
internal static class DegeneracyText
{
    /// <param name="cause">The cause.</param>
    /// <param name="columns">The names of the columns.</param>
    public static string Of(Degeneracy cause, ImmutableArray<string> columns) => cause.Match(
        emptied => FormattableString.Invariant(
            $"component {emptied.Component} lost all its rows (effective count {emptied.EffectiveCount:G3})"),
        singular => $"{Who(singular)} collapsed {Where(singular, columns)}",
        noMaximum => noMaximum.Message,
        unreachable => FormattableString.Invariant($"row {unreachable.Row + 1} is out of every component's reach"));

    private static string Who(Degeneracy.Singular singular) => singular.Component is { } component
        ? FormattableString.Invariant($"component {component}")
        : "the covariance that all components share";

    /// <summary>A ball has no column to blame.</summary>
    private static string Where(Degeneracy.Singular singular, ImmutableArray<string> columns) =>
        singular.Column is { } column
            ? $"in column {Display.Field(columns[column])}"
            : "to a point";
}
