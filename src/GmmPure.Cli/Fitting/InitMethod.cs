namespace GmmPure.Cli.Fitting;

/// <summary>How the starts of the runs are made.</summary>
/// <param name="Only">The only kind of start; null for several kinds in turn.</param>
/// <param name="LabelColumn">The column whose labels make the components, if there is one.</param>
/// <param name="KeepsLabels">Whether rows keep their labels in every iteration; then a cell may be empty, its label unknown.</param>
internal sealed record InitMethod(StartKind? Only = null, string? LabelColumn = null, bool KeepsLabels = false)
{
    /// <summary>Several kinds of start.</summary>
    public static InitMethod Default { get; } = new();
}
