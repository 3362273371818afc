using System.Xml.Linq;
using GmmPure.Pictures;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Pictures;

public class SvgTests
{
    private static readonly Colour Black = new(0, 0, 0);

    [Theory]
    [InlineData("<b> & \"c\" 'd' ]]>", "<b> & \"c\" 'd' ]]>")]
    [InlineData("🙂 é 漢", "🙂 é 漢")]
    [InlineData("a\0b\u0001c\u001fd\u007fe\u0085f\u2028g", "a�b�c�d�e�f�g")]
    [InlineData("a\u061cb\u200ec\u200fd\u202ae\u202ef\u2066g\u2069h", @"a\u061Cb\u200Ec\u200Fd\u202Ae\u202Ef\u2066g\u2069h")]
    [InlineData("line\r\nbreak\ttab", "line��break�tab")]
    public void Every_text_is_escaped_or_replaced(string words, string seen)
    {
        var svg = XElement.Parse(new Drawing(10, 10, words, [new Text(new Point(1, 2), words, 12, Black)]).ToSvg());

        Assert.Equal(seen, svg.Elements().Single(element => element.Name.LocalName == "text").Value);
        Assert.Equal(seen, svg.Elements().Single(element => element.Name.LocalName == "title").Value);
    }

    [Fact]
    public void What_is_no_character_is_replaced() =>
        Assert.EndsWith(">half � and � and �</title>\n</svg>", new Drawing(9, 9, "half \ud83d and \ufffe and \uffff", []).ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_short_and_never_what_SVG_cannot_read()
    {
        ImmutableArray<Point> points =
            [new(1.0 / 3, -0.001), new(1e300, double.NegativeInfinity), new(double.NaN, 100_000_000), new(12, 0.5)];
        string svg = new Drawing(10, 10, string.Empty, [new Line(points, new Pen(Black, 1))]).ToSvg();

        Assert.Contains("d=\"M0.33 0L100000 -100000L0 100000L12 0.5\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ellipse_is_four_curves_through_the_ends_of_its_diameters()
    {
        string svg = new Drawing(
            10, 10, string.Empty, [new Ellipse(new Point(5, 5), new Point(3, 0), new Point(0, 2), new Pen(Black, 1))]).ToSvg();

        Assert.Contains("M8 5C8 6.1 6.66 7 5 7C3.34 7 2 6.1 2 5C2 3.9 3.34 3 5 3C6.66 3 8 3.9 8 5Z", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_clipped_needs_no_name()
    {
        var group = new Group("points", [new Circle(new Point(1, 1), 1, new Fill(Black))], new Box(0, 0, 5, 5));
        string svg = new Drawing(10, 10, string.Empty, [group]).ToSvg();

        Assert.Contains("<svg class=\"points\" x=\"0\" y=\"0\" width=\"5\" height=\"5\" viewBox=\"0 0 5 5\">", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(" id=", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Drawings_are_equal_by_content()
    {
        static Drawing Make(double x) => new(
            10,
            20,
            "t",
            [new Group("g", [new Line([new Point(x, 1)], new Pen(Black, 1)), new Area([new Point(1, 1)], new Fill(Black))])]);

        Assert.Equal(Make(1), Make(1));
        Assert.Equal(Make(1).GetHashCode(), Make(1).GetHashCode());
        Assert.NotEqual(Make(1), Make(2));
    }
}
