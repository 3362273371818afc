using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures.Axes;

/// <summary>What an axis is called, and how many ticks it may have.</summary>
/// <param name="Title">Its name; nothing is drawn of an empty one.</param>
/// <param name="IsLabelled">Whether numbers stand at its ticks.</param>
/// <param name="IsWhole">Whether only whole numbers have a meaning.</param>
/// <param name="HasGrid">Whether its ticks have lines through the plot.</param>
/// <param name="HasNeighbours">Whether there are other axes beside it, which its labels may not touch.</param>
internal sealed record AxisStyle(
    string Title, bool IsLabelled = true, bool IsWhole = false, bool HasGrid = true, bool HasNeighbours = false);

/// <summary>A plot's rectangle with its two axes: what stands behind and beside the data.</summary>
/// <param name="Box">Where the data are drawn.</param>
/// <param name="X">The horizontal scale.</param>
/// <param name="Y">The vertical scale.</param>
internal sealed record Frame(Box Box, Scale X, Scale Y)
{
    public const double LabelSize = 11;
    public const double TitleSize = 12.5;

    private const double LineHeight = 13;
    private const double TickLength = 4;
    private const double LeastRoomBeside = 30;
    private const int FewestTicks = 8;
    private const int MostWholeTicks = 10;
    private static readonly Pen GridPen = new(Palette.Grid, 1);
    private static readonly Pen AxisPen = new(Palette.Axis, 1);

    /// <summary>A frame whose scales run over its box: to the right, and upwards.</summary>
    public static Frame Of(Box box, (double Low, double High) x, (double Low, double High) y) =>
        new(box, new Scale(x.Low, x.High, box.Left, box.Right), new Scale(y.Low, y.High, box.Bottom, box.Top));

    /// <summary>Where a row's two numbers are.</summary>
    public Point Place(double x, double y) => new(X[x], Y[y]);

    /// <summary>The grid and the axes.</summary>
    public Group Draw(AxisStyle horizontal, AxisStyle vertical)
    {
        var across = TicksOf(X, horizontal, Box.Width / 60, WidthOf);
        var up = TicksOf(Y, vertical, Box.Height / 42, _ => LabelSize);
        return new Group(
            "axes",
            [
                .. horizontal.HasGrid ? across.Values.Select(value => Straight(X[value], Box.Top, X[value], Box.Bottom, GridPen)) : [],
                .. vertical.HasGrid ? up.Values.Select(value => Straight(Box.Left, Y[value], Box.Right, Y[value], GridPen)) : [],
                Straight(Box.Left, Box.Bottom, Box.Right, Box.Bottom, AxisPen),
                Straight(Box.Left, Box.Top, Box.Left, Box.Bottom, AxisPen),
                .. horizontal.IsLabelled ? Below(across, horizontal) : [],
                .. vertical.IsLabelled ? Beside(up, vertical) : [],
            ]);
    }

    /// <summary>A straight line.</summary>
    public static Line Straight(double fromX, double fromY, double toX, double toY, Pen pen) =>
        new([new Point(fromX, fromY), new Point(toX, toY)], pen);

    /// <summary>How much room the vertical axis takes to the left of the box.</summary>
    public double RoomBeside(AxisStyle vertical)
    {
        var up = TicksOf(Y, vertical, Box.Height / 42, _ => LabelSize);
        return Math.Max(LeastRoomBeside, TickLength + 4 + up.Labels.Select(WidthOf).DefaultIfEmpty(0).Max());
    }

    private IEnumerable<Mark> Below(Ticks ticks, AxisStyle style)
    {
        foreach (var (value, label) in ticks.Values.Zip(ticks.Labels))
        {
            yield return Straight(X[value], Box.Bottom, X[value], Box.Bottom + TickLength, AxisPen);
            double reach = WidthOf(label) / 2;
            if (label.Length > 0 && (!style.HasNeighbours || (X[value] - reach > Box.Left - 4 && X[value] + reach < Box.Right + 4)))
            {
                yield return new Text(
                    new Point(X[value], Box.Bottom + TickLength + LabelSize + 1), label, LabelSize, Palette.Faint, Anchor.Middle);
            }
        }

        if (style.Title.Length > 0)
        {
            var place = new Point(Box.Centre.X, Box.Bottom + TickLength + LabelSize + TitleSize + 9);
            foreach (var (line, i) in Title(style, ticks, Box.Width + (style.HasNeighbours ? 0 : 40)).Select((line, i) => (line, i)))
            {
                yield return new Text(
                    place with { Y = place.Y + (i * LineHeight) }, line, TitleSize - i, Palette.Ink, Anchor.Middle);
            }
        }
    }

    private IEnumerable<Mark> Beside(Ticks ticks, AxisStyle style)
    {
        foreach (var (value, label) in ticks.Values.Zip(ticks.Labels))
        {
            yield return Straight(Box.Left - TickLength, Y[value], Box.Left, Y[value], AxisPen);
            yield return new Text(new Point(Box.Left - TickLength - 3, Y[value] + (LabelSize * 0.35)), label, LabelSize, Palette.Faint, Anchor.End);
        }

        if (style.Title.Length > 0)
        {
            string[] lines = [.. Title(style, ticks, Box.Height + (style.HasNeighbours ? 0 : 20))];
            var place = new Point(Box.Left - RoomBeside(style) - 9, Box.Centre.Y);
            foreach (var (line, i) in lines.Select((line, i) => (line, i)))
            {
                yield return new Text(
                    place with { X = place.X - ((lines.Length - 1 - i) * LineHeight) },
                    line,
                    TitleSize - i,
                    Palette.Ink,
                    Anchor.Middle,
                    IsUpright: true);
            }
        }
    }

    /// <summary>
    /// The axis's name, cut short if need be, with what has been taken out of its labels, which never is: on the same line,
    /// or where there is little room on the next.
    /// </summary>
    private static IEnumerable<string> Title(AxisStyle style, Ticks ticks, double room)
    {
        string common = ticks.Titled(string.Empty);
        return style.HasNeighbours
            ? new[] { TextWidth.Fitted(style.Title, TitleSize, room), common }.Where(line => line.Length > 0)
            : [ticks.Titled(TextWidth.Fitted(style.Title, TitleSize, room - TextWidth.Of(common, TitleSize)))];
    }

    /// <summary>As many ticks as there is room for without labels that touch.</summary>
    private static Ticks TicksOf(Scale scale, AxisStyle style, double most, Func<string, double> size)
    {
        double pixels = Math.Abs(scale.To - scale.From);
        int wanted = Math.Max(style.IsWhole ? MostWholeTicks : style.HasNeighbours ? FewestTicks : 3, (int)most);
        var ticks = Ticks.Of(scale.Low, scale.High, wanted, style.IsWhole, style.HasNeighbours);
        for (int count = wanted - 1; count >= 1 && Crowded(ticks, 1); count--)
        {
            if (style.HasNeighbours && ticks.Values.Length > 3 && !Crowded(ticks.WithHalfTheLabels(), 2))
            {
                return ticks.WithHalfTheLabels();
            }

            ticks = Ticks.Of(scale.Low, scale.High, count, style.IsWhole, style.HasNeighbours);
        }

        return ticks;

        bool Crowded(Ticks each, int every) =>
            each.Values.Length > 1
            && each.Labels.Max(size) + 6 > every * (each.Values[1] - each.Values[0]) / (scale.High - scale.Low) * pixels;
    }

    private static double WidthOf(string label) => TextWidth.Of(label, LabelSize);
}
