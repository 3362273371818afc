using System.Globalization;
using System.Xml.Linq;
using GmmPure.Pictures;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Pictures;

/// <summary>What tests ask of drawings.</summary>
internal static class DrawingChecks
{
    /// <summary>All marks, those within groups as well; groups before what they hold.</summary>
    public static IEnumerable<Mark> All(this Drawing drawing) => drawing.Marks.SelectMany(All);

    /// <summary>The marks of the groups of a name.</summary>
    public static IEnumerable<Mark> Of(this Drawing drawing, string group) =>
        drawing.All().OfType<Group>().Where(each => each.Name == group).SelectMany(each => each.Marks);

    /// <summary>What is written.</summary>
    public static IEnumerable<string> Words(this Drawing drawing) => drawing.All().OfType<Text>().Select(text => text.Words);

    /// <summary>
    /// Nothing in it is infinite or no number, and its SVG is well-formed, small enough to be read, and written alike twice.
    /// </summary>
    public static XElement Check(this Drawing drawing)
    {
        Assert.All(drawing.All().SelectMany(Numbers), number => Assert.True(double.IsFinite(number)));
        Assert.True(drawing is { Width: > 100 and < 5000, Height: > 100 and < 20_000 });
        string svg = drawing.ToSvg();
        Assert.Equal(svg, drawing.ToSvg());
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', svg);
        var element = XElement.Parse(svg);
        Assert.Equal("svg", element.Name.LocalName);
        Assert.All(element.DescendantsAndSelf(), each => Assert.Equal("http://www.w3.org/2000/svg", each.Name.NamespaceName));
        Assert.All(
            element.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "x" or "y" or "cx" or "cy" or "r" or "width" or "height"),
            attribute => Assert.True(Math.Abs(double.Parse(attribute.Value, CultureInfo.InvariantCulture)) <= 100_000));
        return element;
    }

    private static IEnumerable<Mark> All(Mark mark) => mark is Group group ? group.Marks.SelectMany(All).Prepend(group) : [mark];

    private static IEnumerable<double> Numbers(Mark mark) => mark.Match(
        line => line.Points.SelectMany(Both),
        area => area.Points.SelectMany(Both),
        circle => [.. Both(circle.Centre), circle.Radius],
        ellipse => [.. Both(ellipse.Centre), .. Both(ellipse.First), .. Both(ellipse.Second)],
        rectangle => [rectangle.Box.Left, rectangle.Box.Top, rectangle.Box.Width, rectangle.Box.Height],
        text => [.. Both(text.Place), text.Size],
        _ => Array.Empty<double>());

    private static double[] Both(Point point) => [point.X, point.Y];
}
