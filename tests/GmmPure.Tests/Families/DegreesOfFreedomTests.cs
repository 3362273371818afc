using GmmPure.Families;

namespace GmmPure.Tests;

/// <summary>The search for degrees of freedom finds one number, from wherever it starts.</summary>
public class DegreesOfFreedomTests
{
    private static readonly Dataset Data = Dataset.FromValues([-4.2, -1.1, -0.7, -0.3, 0.1, 0.2, 0.4, 0.8, 1.5, 9.6]);

    /// <summary>2⁻⁴⁰ of the result is where it stops; what rounds in a slope of ten terms, divided by its derivative, is less.</summary>
    [Theory]
    [InlineData(StudentT.SmallestDegrees)]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(StudentT.LargestDegrees)]
    public void It_is_the_same_from_everywhere(double start)
    {
        double found = Search(1, start);
        var twice = Dataset.FromValues(Data.Values.Elements.Concat(Data.Values.Elements));

        Assert.Equal(1, found / Search(1, 3), Math.ScaleB(1, -38));
        Assert.Equal(found, Search(1, found), Math.ScaleB(found, -38));
        Assert.Equal(found, Search(twice, 1, start), Math.ScaleB(found, -38));
    }

    [Theory]
    [InlineData(100, StudentT.LargestDegrees)]
    [InlineData(1e-20, StudentT.SmallestDegrees)]
    public void It_ends_at_the_edge_if_the_likelihood_rises_up_to_there(double scatter, double expected) =>
        Assert.Equal([expected, expected, expected], new[] { StudentT.SmallestDegrees, 5, StudentT.LargestDegrees }.Select(start => Search(scatter, start)));

    private static double Search(double scatter, double start) => Search(Data, scatter, start);

    private static double Search(Dataset data, double scatter, double start) =>
        DegreesOfFreedomSearch.MostLikely(data, new StudentT([0.1], Covariance.Spherical(1, scatter), start));
}
