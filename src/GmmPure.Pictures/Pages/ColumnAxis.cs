using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Panels;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Pages;

/// <summary>A column as an axis of the page's picture: to the right, upwards, or alone with its density.</summary>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Top">How high the density's axis is, per pixel.</param>
/// <param name="Bars">The histogram, if there are rows enough.</param>
/// <param name="Across">The axis to the right.</param>
/// <param name="Up">The axis upwards.</param>
/// <param name="Density">The axis of the density.</param>
internal sealed record ColumnAxis(double Low, double High, double Top, Bars? Bars, Group Across, Group Up, Group Density)
{
    /// <summary>The picture's size.</summary>
    public static readonly Box Picture = new(0, 0, 480, 392);

    /// <summary>Where data are drawn in it.</summary>
    public static readonly Box Box = new(76, 12, 392, 324);

    /// <summary>Of so many iterations at most the highest density is sought.</summary>
    private const int MostDensities = 60;

    private const double Badge = 14;

    private static AxisStyle Bare => new(string.Empty, IsLabelled: false, HasGrid: false);

    /// <summary>The axis of a column, with room for the data and for the components of all iterations.</summary>
    public static ColumnAxis Of(Dataset data, ImmutableArray<Iteration<GaussianMixture>> history, int column, string name)
    {
        var range = Extent.Of(data, history.Select(iteration => iteration.Model), column);
        var frame = Frame.Of(Box, range, range);
        var bars = Bars.Of(data, column, frame.X);
        var panels = Thinning.Evenly(history.Length, MostDensities)
            .Select(i => Bell.Of(frame.X, history[i].Model, column))
            .Select(bells => new DensityPanel(Box, frame.X, bars, bells, Bell.Sum(bells, Box)))
            .ToArray();
        double top = panels.Max(panel => panel.Top(Badge));
        return new ColumnAxis(
            frame.X.Low,
            frame.X.High,
            top,
            bars,
            frame.Draw(new AxisStyle(name), Bare),
            frame.Draw(Bare, new AxisStyle(name)),
            panels[0].FrameOf(top).Draw(Bare, new AxisStyle("density")));
    }
}
