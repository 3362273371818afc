using GmmPure.Pictures;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Pictures;

public class CoursePictureTests
{
    [Fact]
    public void The_objective_the_weights_and_the_means_are_drawn_against_the_iteration()
    {
        var drawing = CoursePicture.Of(History(ridge: 0, 12), "Old Faithful");
        drawing.Check();

        Assert.Single(drawing.Of("objective").OfType<Line>());
        Assert.Equal(3 * 2, drawing.Of("parameters").OfType<Line>().Count());
        Assert.Empty(drawing.Of("fallen"));
        Assert.Contains("iteration", drawing.Words());
    }

    [Fact]
    public void Steps_that_fell_are_marked()
    {
        var third = GaussianMixture.Univariate([0.5, 0.5], [0, 4], [1, 1]);
        var history = Em.Iterate(Dataset.FromValues([0, 0, 1, 3, 3]), third, new EmOptions { Ridge = 1 }).Take(3).Select(Snapshot.Of).ToArray();
        var drawing = CoursePicture.Of(history);
        drawing.Check();

        Assert.Equal([2], CoursePicture.Fallen(history));
        Assert.Single(drawing.Of("fallen"));
        Assert.Contains("1 step fell", string.Join(' ', drawing.Words()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_alone_has_a_picture() => CoursePicture.Of(History(ridge: 0, 1)).Check();

    [Fact]
    public void Of_very_many_iterations_some_are_drawn_and_every_one_that_fell()
    {
        var model = Examples.Mixture(CovarianceStructure.Diagonal, 2, 6, seed: 1);
        var history = Enumerable.Range(0, 3000).Select(t => new Snapshot(t, -1e6 + t - (t % 1000 == 999 ? 5 : 0), model)).ToArray();
        var drawing = CoursePicture.Of(history);
        drawing.Check();

        Assert.Equal([999, 1999, 2999], CoursePicture.Fallen(history));
        Assert.Equal(3, drawing.Of("fallen").Count());
        Assert.Equal(500, drawing.Of("objective").OfType<Line>().Single().Points.Length);
        Assert.Contains("500 of 3,000 iterations are drawn.", string.Join(' ', drawing.Words()), StringComparison.Ordinal);
        Assert.Contains("first 4 of 6 columns", string.Join(' ', drawing.Words()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(0)]
    public void Any_heights_can_be_drawn(double height)
    {
        var model = GaussianMixture.Univariate([0.5, 0.5], [-1e150, 1e150], [1e-300, 1e300]);
        CoursePicture.Of([new Snapshot(0, -height, model), new Snapshot(1, height, model)]).Check();
        CoursePicture.Of([new Snapshot(0, height, model), new Snapshot(1, -height, model)]).Check();
    }

    [Fact]
    public void No_history_is_refused() => Assert.Throws<ArgumentException>(() => CoursePicture.Of([]));

    private static IEnumerable<Snapshot> History(double ridge, int count) => Em.Iterate(
        Files.OldFaithful, Initial.KMeansPlusPlus(Files.OldFaithful, 2, seed: 1), new EmOptions { Ridge = ridge }).Take(count).Select(Snapshot.Of);
}
