namespace GmmPure.Cli.Fitting;

/// <summary>How a component degenerated, in words, with its column by name.</summary>
internal static class DegeneracyText
{
    /// <param name="cause">The cause.</param>
    /// <param name="mixture">The mixture whose next M-step it befell; its columns have names.</param>
    public static string Of(Degeneracy cause, GaussianMixture mixture) => cause.Match(
        emptied => FormattableString.Invariant(
            $"component {emptied.Component} lost all its rows (effective count {emptied.EffectiveCount:G3})"),
        singular => FormattableString.Invariant(
            $"{Who(singular)} collapsed {Where(singular, mixture)} (relative pivot {singular.RelativePivot:G3})"),
        noMaximum => noMaximum.Message);

    private static string Who(Degeneracy.Singular singular) => singular.Component is { } component
        ? FormattableString.Invariant($"component {component}")
        : "the covariance that all components share";

    /// <summary>A ball has no column to blame.</summary>
    private static string Where(Degeneracy.Singular singular, GaussianMixture mixture) =>
        singular.Column is { } column
            ? $"in column {Display.Field(mixture.ColumnNames[column])}"
            : "to a point";
}
