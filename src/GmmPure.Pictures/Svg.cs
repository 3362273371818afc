using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GmmPure.Pictures.Marks;

namespace GmmPure.Pictures;

/// <summary>
/// Drawings as SVG. The same drawing gives the same text; every name in it is escaped, and nothing in it refers to anything
/// else, so that any number of drawings can stand on one page.
/// </summary>
public static class Svg
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <summary>So far outside of any drawing that it makes no difference; beyond it, browsers lose count.</summary>
    private const double Farthest = 100_000;

    /// <summary>How far the control points of a quarter of a circle lie from its ends: 4/3·(√2 − 1).</summary>
    private const double QuarterArc = 0.5522847498307936;

    /// <summary>The whole text, LF at the end of each line but the last.</summary>
    public static string Of(Drawing drawing) => Element(drawing).ToString().ReplaceLineEndings("\n");

    /// <summary>The element <c>svg</c>, to be put into a page.</summary>
    public static XElement Element(Drawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return Make(
            "svg",
            new XAttribute("viewBox", $"0 0 {Number(drawing.Width)} {Number(drawing.Height)}"),
            Attribute("width", drawing.Width),
            Attribute("height", drawing.Height),
            new XAttribute("role", "img"),
            new XAttribute("font-family", Fonts),
            Make("title", Legible.Of(drawing.Title)),
            drawing.Marks.Select(Of));
    }

    private static XElement Of(Mark mark) => mark.Match(
        line => Make("path", new XAttribute("d", Path(line.Points)), Painted(null, line.Pen), new XAttribute("stroke-linejoin", "round")),
        area => Make("path", new XAttribute("d", $"{Path(area.Points)}Z"), Painted(area.Fill, null)),
        circle => Make(
            "circle",
            Attribute("cx", circle.Centre.X),
            Attribute("cy", circle.Centre.Y),
            Attribute("r", circle.Radius),
            Painted(circle.Fill, circle.Pen)),
        ellipse => Make("path", new XAttribute("d", Path(ellipse)), Painted(ellipse.Fill, ellipse.Pen)),
        rectangle => Make("rect", Edges(rectangle.Box), Painted(rectangle.Fill, rectangle.Pen)),
        Of,
        Of);

    private static XElement Of(Text text) => Make(
        "text",
        Attribute("x", text.Place.X),
        Attribute("y", text.Place.Y),
        Attribute("font-size", text.Size),
        new XAttribute("fill", text.Colour),
        text.Anchor == Anchor.Start ? null : new XAttribute("text-anchor", text.Anchor == Anchor.Middle ? "middle" : "end"),
        text.IsStrong ? new XAttribute("font-weight", "600") : null,
        text.IsUpright ? new XAttribute("transform", $"rotate(-90 {Number(text.Place.X)} {Number(text.Place.Y)})") : null,
        Legible.Of(text.Words));

    /// <summary>What is clipped is a drawing within the drawing: a clipping path would need a name that is nowhere else.</summary>
    private static XElement Of(Group group) => group.Clip is { } clip
        ? Make(
            "svg",
            new XAttribute("class", group.Name),
            Edges(clip),
            new XAttribute("viewBox", $"{Number(clip.Left)} {Number(clip.Top)} {Number(clip.Width)} {Number(clip.Height)}"),
            group.Marks.SelectMany(mark => Clipping.Of(mark, clip)).Select(Of))
        : Make("g", new XAttribute("class", group.Name), group.Marks.Select(Of));

    private static XElement Make(string name, params object?[] content) => new(XName.Get(name, Namespace), content);

    private static XAttribute Attribute(string name, double value) => new(name, Number(value));

    private static XAttribute[] Edges(Box box) =>
    [
        Attribute("x", box.Left), Attribute("y", box.Top), Attribute("width", box.Width), Attribute("height", box.Height),
    ];

    private static IEnumerable<XAttribute> Painted(Fill? fill, Pen? pen)
    {
        yield return new XAttribute("fill", fill is null ? "none" : fill.Colour.ToString());
        if (fill is { Opacity: < 1 })
        {
            yield return Attribute("fill-opacity", fill.Opacity);
        }

        if (pen is null)
        {
            yield break;
        }

        yield return new XAttribute("stroke", pen.Colour);
        yield return Attribute("stroke-width", pen.Width);
        if (Dashes(pen) is { } dashes)
        {
            yield return new XAttribute("stroke-dasharray", dashes);
        }

        if (pen.Opacity < 1)
        {
            yield return Attribute("stroke-opacity", pen.Opacity);
        }
    }

    internal static string? Dashes(Pen pen) => pen.Dash switch
    {
        Dash.Dashed => "6 3",
        Dash.Dotted => "1.5 2.5",
        Dash.DashDotted => "7 2.5 1.5 2.5",
        Dash.LongDashed => "11 3.5",
        Dash.DashDotDotted => "8 2.5 1.5 2.5 1.5 2.5",
        _ => null,
    };

    private static string Path(ImmutableArray<Point> points)
    {
        var path = new StringBuilder();
        foreach (var point in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Of(point));
        }

        return path.ToString();
    }

    /// <summary>Four quarters, each a cubic curve: off by less than three thousandths of a radius, as fonts draw circles.</summary>
    private static string Path(Ellipse ellipse)
    {
        var path = new StringBuilder().Append('M').Append(Of(On(ellipse, 1, 0)));
        (double X, double Y) from = (1, 0);
        foreach (var to in new (double X, double Y)[] { (0, 1), (-1, 0), (0, -1), (1, 0) })
        {
            var first = On(ellipse, from.X + (QuarterArc * to.X), from.Y + (QuarterArc * to.Y));
            var second = On(ellipse, to.X + (QuarterArc * from.X), to.Y + (QuarterArc * from.Y));
            path.Append('C').Append(Of(first)).Append(' ').Append(Of(second)).Append(' ').Append(Of(On(ellipse, to.X, to.Y)));
            from = to;
        }

        return path.Append('Z').ToString();
    }

    private static Point On(Ellipse ellipse, double first, double second) => new(
        ellipse.Centre.X + (first * ellipse.First.X) + (second * ellipse.Second.X),
        ellipse.Centre.Y + (first * ellipse.First.Y) + (second * ellipse.Second.Y));

    private static string Of(Point point) => $"{Number(point.X)} {Number(point.Y)}";

    /// <summary>With two decimals at most, and never what SVG cannot read.</summary>
    private static string Number(double value)
    {
        double within = double.IsNaN(value) ? 0 : Math.Clamp(value, -Farthest, Farthest);
        double rounded = Math.Round(within, 2);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", NumberFormatInfo.InvariantInfo);
    }
}
