using GmmPure.Pictures;
using GmmPure.Pictures.Colours;
using GmmPure.Pictures.Marks;
using GmmPure.Pictures.Shapes;

namespace GmmPure.Tests.Pictures;

public class FitPictureTests
{
    private static readonly GaussianMixture Faithful = Fit(Files.OldFaithful, 2);

    [Fact]
    public void One_dimension_has_bars_the_mixture_and_its_components()
    {
        var drawing = FitPicture.Of(Files.Galaxies.WithColumnNames(["velocity"]), Fit(Files.Galaxies, 3), "Galaxies");
        drawing.Check();

        Assert.True(drawing.Of("densities").OfType<Rectangle>().Count() >= 5);
        Assert.Equal(4, drawing.Of("densities").OfType<Line>().Count());
        Assert.Equal(82, drawing.Of("points").Count());
        Assert.Contains("velocity", drawing.Words());
        Assert.Contains("Galaxies", drawing.Words());
    }

    [Fact]
    public void Few_rows_are_shown_one_by_one()
    {
        var data = Dataset.FromValues([-3, -2.5, -1, 0, 2, 4, 5]);
        var drawing = FitPicture.Of(data, GaussianMixture.Univariate([0.5, 0.5], [-2, 3], [1, 2]));
        drawing.Check();

        Assert.Empty(drawing.Of("densities").OfType<Rectangle>());
        Assert.Equal(7, drawing.Of("points").OfType<Circle>().Count());
    }

    [Fact]
    public void The_bars_and_the_mixture_have_the_same_area()
    {
        var drawing = FitPicture.Of(Files.Galaxies, Fit(Files.Galaxies, 3));
        double bars = drawing.Of("densities").OfType<Rectangle>().Sum(bar => bar.Box.Width * bar.Box.Height);
        var points = drawing.Of("densities").OfType<Line>().First().Points;
        double bottom = drawing.Of("densities").OfType<Rectangle>().First().Box.Bottom;
        double density = points.Zip(points.Skip(1)).Sum(pair =>
            (pair.Second.X - pair.First.X) * (bottom - ((pair.First.Y + pair.Second.Y) / 2)));

        Assert.InRange(density / bars, 0.97, 1.01);
    }

    [Fact]
    public void Two_dimensions_have_points_ellipses_and_contours()
    {
        var drawing = FitPicture.Of(Files.OldFaithful, Faithful);
        drawing.Check();

        Assert.Equal(272, drawing.Of("points").Count());
        Assert.Equal(4, drawing.Of("ellipses").Count());
        Assert.True(drawing.Of("contours").Count() >= 7);
        Assert.Contains("x1", drawing.Words());
    }

    [Fact]
    public void An_ellipse_is_where_the_covariance_says()
    {
        var data = Dataset.FromRows([[0, 0], [10, 10], [5, 4], [4, 5]]);
        var mixture = GaussianMixture.Create([1], Table.FromRows([[5.0, 5.0]]), [Covariance.Full(Table.FromRows([[4.0, 2], [2, 9]]))]);
        var drawing = FitPicture.Of(data, mixture);
        var one = drawing.Of("ellipses").OfType<Ellipse>().First();
        var points = drawing.Of("points").OfType<Circle>().Select(circle => circle.Centre).ToArray();
        double across = (points[1].X - points[0].X) / 10;
        double up = (points[1].Y - points[0].Y) / 10;

        Assert.Equal(4, ((one.First.X * one.First.X) + (one.Second.X * one.Second.X)) / (across * across), 9);
        Assert.Equal(9, ((one.First.Y * one.First.Y) + (one.Second.Y * one.Second.Y)) / (up * up), 9);
        Assert.Equal(2, ((one.First.X * one.First.Y) + (one.Second.X * one.Second.Y)) / (across * up), 9);
        Assert.Equal((points[0].X + points[1].X) / 2, one.Centre.X, 9);
    }

    [Fact]
    public void A_contour_holds_the_share_of_the_points_that_it_says()
    {
        var sample = Faithful.Sample(2000, seed: 3).Data;
        var drawing = FitPicture.Of(sample, Faithful);
        var outlines = drawing.Of("contours").OfType<Line>().ToArray();
        var points = drawing.Of("points").OfType<Circle>().Select(circle => circle.Centre).ToArray();
        double widest = outlines.Min(line => line.Pen.Width);
        var outermost = outlines.Where(line => line.Pen.Width == widest).ToArray();

        Assert.InRange(points.Count(point => outermost.Any(line => Surrounds(line, point))) / 2000.0, 0.93, 0.97);
    }

    [Fact]
    public void Points_have_the_colours_of_their_responsibilities()
    {
        var expected = Palette.Mix(Em.EStep(Files.OldFaithful, Faithful).Responsibilities);
        var drawn = FitPicture.Of(Files.OldFaithful, Faithful).Of("points").OfType<Circle>();

        Assert.Equal(expected, drawn.Select(circle => circle.Fill!.Colour));
    }

    [Fact]
    public void More_dimensions_have_a_matrix_with_densities_on_its_diagonal()
    {
        var drawing = FitPicture.Of(Files.Iris, Fit(Files.Iris, 3));
        drawing.Check();

        Assert.Equal(6, drawing.All().OfType<Group>().Count(group => group.Name == "scatter"));
        Assert.Equal(4, drawing.All().OfType<Group>().Count(group => group.Name == "densities"));
    }

    [Fact]
    public void Above_eight_columns_the_first_principal_axes_are_drawn_and_labelled_so()
    {
        var data = Examples.Data(300, 11, seed: 2);
        var drawing = FitPicture.Of(data, Examples.Mixture(CovarianceStructure.Full, 3, 11, seed: 2));
        drawing.Check();

        Assert.Equal(6, drawing.All().OfType<Group>().Count(group => group.Name == "scatter"));
        Assert.Contains(drawing.Words(), words => words.StartsWith("principal axis 1 (", StringComparison.Ordinal));
        Assert.Contains("4 principal axes", string.Join(' ', drawing.Words()), StringComparison.Ordinal);
    }

    /// <summary>Columns that are one line and noise of a tenth: nearly all variance is along the line, however many columns there are.</summary>
    [Theory]
    [InlineData(9, 60)]
    [InlineData(450, 60)]
    [InlineData(450, 500)]
    public void The_first_axis_is_the_line_that_the_columns_follow(int columns, int rows)
    {
        var noise = Examples.Data(rows, columns, seed: 3);
        double deviation = Math.Sqrt(noise.ColumnVariances.Average());
        var data = Dataset.FromRows(Enumerable.Range(0, rows).Select(row =>
            Enumerable.Range(0, columns).Select(j => ((j % 2 == 0 ? 1 : -3) * row * 10.0 / rows) + (0.1 * noise[row, j] / deviation))));
        var axes = PrincipalAxes.Of(data);
        var projected = axes.Project(data);

        Assert.InRange(axes.Shares[0], 0.95, 1);
        Assert.Equal(axes.Shares.OrderDescending(), axes.Shares);
        foreach (var (i, j) in from i in Enumerable.Range(0, axes.Count) from j in Enumerable.Range(0, i + 1) select (i, j))
        {
            double product = axes.Directions[i].Zip(axes.Directions[j], (one, other) => one * other).Sum();
            Assert.Equal(i == j ? 1 : 0, product, 1e-9);
        }

        double[] along = [.. Enumerable.Range(0, rows).Select(row => projected[row, 0])];
        Assert.InRange(Math.Abs(MathNet.Numerics.Statistics.Correlation.Pearson(along, Enumerable.Range(0, rows).Select(row => (double)row))), 0.99, 1);
        Assert.InRange(projected.ColumnVariances[0] / (axes.Shares[0] * columns), 0.9, 1.1);
    }

    [Fact]
    public void Of_very_many_points_some_are_drawn_and_the_picture_says_so()
    {
        var data = Faithful.Sample(20_000, seed: 5).Data;
        var drawing = FitPicture.Of(data, Faithful);

        Assert.Equal(5000, drawing.Of("points").Count());
        Assert.Contains("5,000 of 20,000 points are drawn.", string.Join(' ', drawing.Words()), StringComparison.Ordinal);
        Assert.Equal(drawing, FitPicture.Of(data, Faithful));
    }

    [Fact]
    public void A_row_of_weight_0_is_not_there_and_a_heavy_one_is_large()
    {
        var data = Dataset.FromRows([[0, 0], [1, 2], [3, 1], [50, 50]]).WithWeights([1, 4, 1, 0]);
        var mixture = GaussianMixture.Create([1], Table.FromRows([[1.0, 1.0]]), [Covariance.Spherical(2, 1)]);
        var circles = FitPicture.Of(data, mixture).Of("points").OfType<Circle>().ToArray();

        Assert.Equal(3, circles.Length);
        Assert.Equal(2, circles[1].Radius / circles[0].Radius, 9);
    }

    [Fact]
    public void Moments_of_a_history_stand_side_by_side_over_the_same_axes()
    {
        var moments = Em.Iterate(Files.OldFaithful, Initial.KMeansPlusPlus(Files.OldFaithful, 2, seed: 1)).Take(3).Select(Snapshot.Of).ToArray();
        var drawing = FitPicture.Of(Files.OldFaithful, moments);
        drawing.Check();
        var plots = drawing.All().OfType<Group>().Where(group => group.Name == "scatter").ToArray();

        Assert.Equal(3, plots.Length);
        Assert.Equal(3, drawing.Words().Count(words => words.StartsWith("iteration ", StringComparison.Ordinal)));
        Assert.Single(plots.Select(plot => plot.Clip!.Value.Width).Distinct());
    }

    [Fact]
    public void A_mixture_of_other_columns_is_refused() =>
        Assert.Throws<ArgumentException>(() => FitPicture.Of(Files.Galaxies, Faithful));

    private static GaussianMixture Fit(Dataset data, int components) => Em.Iterate(data, Initial.KMeansPlusPlus(data, components, seed: 1))
        .Take(200).TakeUntilConverged(Convergence.GainPerSample(1e-8)).Last().Model;

    private static bool Surrounds(Line line, Point point)
    {
        bool isInside = false;
        foreach (var (a, b) in line.Points.Zip(line.Points.Skip(1)))
        {
            if ((a.Y > point.Y) != (b.Y > point.Y) && point.X < a.X + ((point.Y - a.Y) / (b.Y - a.Y) * (b.X - a.X)))
            {
                isInside = !isInside;
            }
        }

        return isInside;
    }
}
