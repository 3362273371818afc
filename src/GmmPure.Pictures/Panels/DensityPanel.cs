using GmmPure.Pictures.Axes;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Pictures.Panels;

/// <summary>One column of the data and its mixture: a histogram or the rows themselves, the density, and its components.</summary>
/// <param name="Box">Where it is drawn.</param>
/// <param name="Scale">The column's scale.</param>
/// <param name="Bars">The histogram, if there are rows enough.</param>
/// <param name="Bells">The components.</param>
/// <param name="Density">The mixture's density per pixel, along the box.</param>
internal sealed record DensityPanel(Box Box, Scale Scale, Bars? Bars, ImmutableArray<Bell> Bells, ImmutableArray<Point> Density)
{
    /// <summary>How much of the area under the density may be cut off, so that spikes leave room for the rest.</summary>
    private const double CutShare = 0.03;

    private static readonly Fill BarFill = new(Colour.Of(0xDADCE0));

    /// <summary>The panel of a column.</summary>
    public static DensityPanel Of(Box box, (double Low, double High) range, Dataset data, GaussianMixture mixture, int column)
    {
        var scale = new Scale(range.Low, range.High, box.Left, box.Right);
        var bells = Bell.Of(scale, mixture, column);
        return new DensityPanel(box, scale, Bars.Of(data, column, scale), bells, Bell.Sum(bells, box));
    }

    /// <summary>
    /// How high the axis should be, in density per pixel: up to the highest, but for spikes, with room for the components'
    /// numbers.
    /// </summary>
    /// <param name="badge">The radius of the numbers; 0 for none.</param>
    public double Top(double badge)
    {
        double low = 0;
        double high = Density.Max(point => point.Y);
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = AreaAbove(middle) > CutShare * AreaAbove(0) ? (middle, high) : (low, middle);
        }

        double kept = Bells.Select(HeightAt).Where(height => height <= 1.6 * high).Append(high).Max();
        double room = 1 - (((2 * badge) + 10) / Box.Height);
        return Math.Max(Math.Max(kept, Bars?.Heights.Max() ?? 0), 1e-9) / room;
    }

    /// <summary>Whether something is higher than an axis.</summary>
    public bool IsCut(double top) => Density.Any(point => point.Y > top);

    /// <summary>The frame with an axis of so much density per pixel.</summary>
    public Frame FrameOf(double top) => new(Box, Scale, new Scale(0, top * Scale.PixelsPerUnit, Box.Bottom, Box.Top));

    /// <summary>What is drawn within the axes.</summary>
    /// <param name="top">The axis's height, in density per pixel.</param>
    /// <param name="badge">The radius of the components' numbers; 0 for none.</param>
    public Group Draw(double top, double badge)
    {
        double pixels = Box.Height / top;
        return new Group(
            "densities",
            [
                .. DrawBars(pixels),
                .. Bells.Select(bell => new Area(Under(bell, pixels), new Fill(Palette.Of(bell.Component), 0.12))),
                new Line([.. Density.Select(point => Raised(point, pixels))], new Pen(Palette.Ink, badge > 0 ? 1.8 : 1.2)),
                .. Bells.Select(bell => new Line(Under(bell, pixels), Palette.PenOf(bell.Component, badge > 0 ? 1.6 : 1))),
                .. badge > 0 ? Bells.Select(bell => Badge.Of(Above(bell, pixels, badge), bell.Component, badge)) : [],
            ],
            Box);
    }

    private IEnumerable<Mark> DrawBars(double pixels) => Bars is null
        ? []
        : Bars.Heights.Select((height, i) => new Rectangle(
            new Box(Bars.Left + (i * Bars.Width), Box.Bottom - (height * pixels), Bars.Width, height * pixels),
            BarFill,
            new Pen(Palette.Paper, 0.6)));

    private ImmutableArray<Point> Under(Bell bell, double pixels) =>
        [.. bell.Places(Box.Left - Box.Width, Box.Right + Box.Width).Select(x => Raised(new Point(x, bell.At(x)), pixels))];

    private Point Above(Bell bell, double pixels, double badge) =>
        new(bell.Centre, Math.Max(Box.Bottom - (HeightAt(bell) * pixels) - badge - 4, Box.Top + badge + 1));

    /// <summary>How high the mixture is where a component is highest.</summary>
    private double HeightAt(Bell bell) => Bells.Sum(each => each.At(bell.Centre));

    private Point Raised(Point point, double pixels) => new(point.X, Box.Bottom - (point.Y * pixels));

    private double AreaAbove(double height)
    {
        double area = 0;
        for (int i = 1; i < Density.Length; i++)
        {
            double middle = (Density[i - 1].Y + Density[i].Y) / 2;
            area += Math.Max(0, middle - height) * (Density[i].X - Density[i - 1].X);
        }

        return area;
    }
}
