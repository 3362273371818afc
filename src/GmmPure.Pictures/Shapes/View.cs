using GmmPure.Pictures.Panels;

namespace GmmPure.Pictures.Shapes;

/// <summary>Data and mixtures as they are drawn: in their own columns, or on principal axes.</summary>
/// <param name="Data">N×D', with D' small enough for a picture.</param>
/// <param name="Stages">The mixtures of the same columns.</param>
/// <param name="Note">What the columns are, if they are not the data's own.</param>
internal sealed record View(Dataset Data, ImmutableArray<Stage> Stages, string Note)
{
    /// <summary>Both as they are, or on the data's first principal axes where there are too many columns.</summary>
    public static View Of(Dataset data, ImmutableArray<Stage> stages)
    {
        if (data.Dimension <= MatrixPage.MostColumns)
        {
            return new View(data, stages, string.Empty);
        }

        var axes = PrincipalAxes.Of(data);
        return new View(
            axes.Project(data),
            [.. stages.Select(stage => stage with { Mixture = axes.Project(stage.Mixture) })],
            FormattableString.Invariant(
                $"Drawn are the first {axes.Count} principal axes of the {data.Dimension} columns, each standardised, and how much of their variance is along them."));
    }
}
