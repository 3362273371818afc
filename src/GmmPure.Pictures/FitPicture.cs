using GmmPure.Pictures.Panels;

namespace GmmPure.Pictures;

/// <summary>
/// Data and a mixture: in one dimension a histogram and densities, in two a scatter plot with ellipses and contours, in
/// more a matrix of both. Points are coloured by their responsibilities.
/// </summary>
/// <remarks>
/// What belongs together is a <see cref="Marks.Group"/> with a name, which is a <c>class</c> in SVG: <c>axes</c>, <c>points</c>,
/// <c>contours</c>, <c>ellipses</c>, <c>means</c>, <c>densities</c>, <c>legend</c>.
/// </remarks>
public static class FitPicture
{
    /// <summary>The most points that a plot shows; only the drawing is thinned, never what is computed.</summary>
    public const int MostPoints = 5000;

    /// <summary>The picture of a mixture.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">K components in D dimensions.</param>
    /// <param name="title">What to write above it.</param>
    /// <exception cref="ArgumentException">The columns do not fit.</exception>
    public static Drawing Of(Dataset data, GaussianMixture mixture, string title = "")
    {
        ArgumentNullException.ThrowIfNull(mixture);
        return Of(data, [new Stage(string.Empty, mixture)], title);
    }

    /// <summary>The pictures of moments of a history, side by side over the same axes.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="moments">One or more, of mixtures alike.</param>
    /// <param name="title">What to write above them.</param>
    /// <exception cref="ArgumentException">There are no moments, or the columns do not fit.</exception>
    public static Drawing Of(Dataset data, IEnumerable<Snapshot> moments, string title = "")
    {
        ArgumentNullException.ThrowIfNull(moments);
        ImmutableArray<Stage> stages = [.. moments.Select(Stage.Of)];
        return stages.IsEmpty
            ? throw new ArgumentException("There is no moment to draw.", nameof(moments))
            : Of(data, stages, title);
    }

    private static Drawing Of(Dataset data, ImmutableArray<Stage> stages, string title)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(title);
        foreach (var stage in stages)
        {
            Columns.Check(data, stage.Mixture);
        }

        return data.Dimension switch
        {
            1 => DensityPage.Of(data, stages, title),
            2 => ScatterPage.Of(data, stages, title),
            _ => MatrixPage.Of(data, stages, title),
        };
    }
}
