using System.Globalization;
using System.Text.RegularExpressions;
using GmmPure.Pictures;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Pictures;

/// <summary>What lies far outside of a frame is cut, and what is seen stays where it is.</summary>
public partial class ClippingTests
{
    private const double Reach = 1000.01;

    private static readonly Box Seen = new(0, 0, 100, 50);
    private static readonly Pen Pen = new(new Colour(0, 0, 0), 1);
    private static readonly Fill Fill = new(new Colour(0, 0, 0));

    [Fact]
    public void A_line_keeps_its_slope()
    {
        var line = Assert.IsType<Line>(Assert.Single(Clipping.Of(new Line([new(-1e6, -1e6), new(50, 50), new(60, 50), new(60, 2e9)], Pen), Seen)));

        Assert.Equal([new Point(-1000, -1000), new(50, 50), new(60, 50), new(60, 1050)], line.Points.Select(Rounded));
    }

    [Fact]
    public void A_line_that_leaves_and_comes_back_is_two()
    {
        var pieces = Clipping.Of(new Line([new(0, 0), new(0, 3000), new(10, 3000), new(10, 0), new(20, 0)], Pen), Seen).OfType<Line>().ToArray();

        Assert.Equal([new Point(0, 0), new(0, 1050)], pieces[0].Points);
        Assert.Equal([new Point(10, 1050), new(10, 0), new(20, 0)], pieces[1].Points);
        Assert.Equal(2, pieces.Length);
    }

    [Fact]
    public void An_area_stays_filled_where_it_is_seen()
    {
        var area = Assert.IsType<Area>(Assert.Single(Clipping.Of(new Area([new(0, -1e6), new(1e6, 0), new(0, 1e6), new(-1e6, 0)], Fill), Seen)));

        Assert.Equal(
            [new Point(-1000, -1000), new(-1000, 1050), new(1100, -1000), new(1100, 1050)],
            area.Points.Select(Rounded).OrderBy(point => point.X).ThenBy(point => point.Y));
    }

    [Fact]
    public void What_is_nowhere_near_is_not_drawn()
    {
        Mark[] marks =
        [
            new Line([new(5000, 0), new(5000, 10)], Pen),
            new Area([new(5000, 0), new(5000, 10), new(6000, 0)], Fill),
            new Circle(new(50, -5000), 3, Fill),
            new Ellipse(new(-9e5, 0), new(100, 0), new(0, 100), Pen, Fill),
            new Rectangle(new Box(5000, 0, 10, 10), Fill),
            new Text(new(5000, 0), "far", 12, new Colour(0, 0, 0)),
        ];

        Assert.All(marks, mark => Assert.Empty(Clipping.Of(mark, Seen)));
    }

    [Fact]
    public void What_is_near_is_the_same()
    {
        Mark[] marks =
        [
            new Line([new(-900, 0), new(50, 1040)], Pen),
            new Area([new(-900, 0), new(50, 1040), new(0, 0)], Fill),
            new Circle(new(50, -50), 3, Fill),
            new Ellipse(new(50, 50), new(100, 0), new(20, 100), Pen, Fill),
            new Rectangle(new Box(50.1, 0.3, 10.7, 10.9), Fill),
            new Line([new(double.NaN, 0), new(1e9, 5)], Pen),
        ];

        Assert.All(marks, mark => Assert.Same(mark is Rectangle ? null : mark, mark is Rectangle ? null : Assert.Single(Clipping.Of(mark, Seen))));
        Assert.Equal(marks[4], Assert.Single(Clipping.Of(marks[4], Seen)));
    }

    [Fact]
    public void An_ellipse_whose_edge_is_seen_keeps_its_edge()
    {
        const double Radius = 1e6;
        var marks = Clipping.Of(new Ellipse(new(50 - Radius, 25), new(Radius, 0), new(0, Radius), Pen, Fill), Seen).ToArray();

        var line = Assert.Single(marks.OfType<Line>().SelectMany(each => each.Points).Where(point => Math.Abs(point.Y - 25) < 1).Take(1));
        Assert.Equal(50, line.X, 0.05);
        Assert.All(Assert.Single(marks.OfType<Area>()).Points, point => Assert.InRange(point.X, -Reach, 50.05));
    }

    [Fact]
    public void A_picture_of_a_component_far_outside_holds_no_far_numbers()
    {
        var random = new Random(3);
        var data = Dataset.FromRows(Enumerable.Range(0, 40).Select(_ => new[] { random.NextDouble(), random.NextDouble() }));
        var far = GaussianMixture.Create(
            [0.4, 0.3, 0.3],
            Table.FromRows([new[] { 0.5, 0.5 }, [4e5, -7e5], [0.4, 0.6]]),
            [Covariance.Spherical(2, 1e-12), Covariance.Spherical(2, 1e-6), Covariance.Spherical(2, 1e12)]);
        string svg = FitPicture.Of(data, far, "far").ToSvg();

        double[] numbers = [.. Numbers().Matches(Colours().Replace(svg, string.Empty)).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];
        Assert.InRange(numbers.Max(Math.Abs), 100, 3000);
    }

    private static Point Rounded(Point point) => new(Math.Round(point.X, 6), Math.Round(point.Y, 6));

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();

    [GeneratedRegex("#[0-9a-fA-F]+|http://[^\"]*", RegexOptions.NonBacktracking)]
    private static partial Regex Colours();
}
