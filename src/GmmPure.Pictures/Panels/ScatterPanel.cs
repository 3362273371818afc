using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>Two columns of the data and their mixture.</summary>
/// <param name="Frame">The two scales.</param>
/// <param name="Components">The components.</param>
internal sealed record ScatterPanel(Frame Frame, ImmutableArray<Placed> Components)
{
    /// <summary>How many standard deviations from the mean the ellipses are.</summary>
    private static readonly ImmutableArray<double> Deviations = [1, 2];

    /// <summary>The panel of two columns.</summary>
    public static ScatterPanel Of(
        Box box, (double Low, double High) x, (double Low, double High) y, GaussianMixture mixture, int across, int up)
    {
        var frame = Frame.Of(box, x, y);
        return new ScatterPanel(frame, Placed.Of(frame, mixture, across, up));
    }

    /// <summary>The outlines of the regions that hold given shares of the mixture.</summary>
    public Group Contours() => new(
        "contours",
        [.. DensityRegions.Of(Frame.Box, Components, share => new Pen(Palette.Axis, 0.7 + (0.5 * (1 - share)), Opacity: 0.6))],
        Frame.Box);

    /// <summary>The rows.</summary>
    public Group Points(Dots dots, int across, int up, double radius) => new(
        "scatter",
        [dots.Circles(row => Frame.Place(dots.Data[row, across], dots.Data[row, up]), radius)],
        Frame.Box);

    /// <summary>The components' ellipses at one and two standard deviations.</summary>
    public Group Ellipses(double width) => new(
        "ellipses",
        [
            .. from component in Components
               from deviations in Deviations
               select component.Ellipse(deviations, Palette.PenOf(component.Component, width / Math.Sqrt(deviations))),
        ],
        Frame.Box);

    /// <summary>The components' numbers at their means.</summary>
    public Group Numbers(double radius) => new(
        "means",
        [.. Components.Where(each => Frame.Box.Contains(each.Centre)).Select(each => Badge.Of(each.Centre, each.Component, radius))],
        Frame.Box);
}
