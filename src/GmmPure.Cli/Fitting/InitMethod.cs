namespace GmmPure.Cli.Fitting;

/// <summary>How the starts of the runs are made.</summary>
/// <param name="IsRandom">By random responsibilities rather than by k-means++.</param>
/// <param name="LabelColumn">The column whose labels make the components, if there is one.</param>
/// <param name="KeepsLabels">Whether rows keep their labels in every iteration; then a cell may be empty, its label unknown.</param>
internal sealed record InitMethod(bool IsRandom = false, string? LabelColumn = null, bool KeepsLabels = false)
{
    /// <summary>k-means++, then k-means.</summary>
    public static InitMethod Default { get; } = new();
}
