using GmmPure.Pictures;
using GmmPure.Pictures.Marks;

namespace GmmPure.Tests.Pictures;

public class CriteriaPictureTests
{
    [Fact]
    public void Each_criterion_has_a_plot_with_a_line_for_each_structure_and_its_lowest_marked()
    {
        var drawing = CriteriaPicture.Of(
            from criterion in new[] { "BIC", "AIC" }
            from structure in new[] { CovarianceStructure.Full, CovarianceStructure.TiedSpherical }
            from components in Enumerable.Range(1, 5)
            select new CriterionValue(criterion, structure, components, components == 3 ? 100 : 200 + components));
        drawing.Check();

        Assert.Equal(["BIC", "AIC"], drawing.Words().Where(words => words is "BIC" or "AIC"));
        Assert.Equal(4, drawing.Of("criterion").OfType<Line>().Count());
        Assert.Equal(2, drawing.All().OfType<Circle>().Count(circle => circle.Fill is null));
        Assert.Contains("tied-spherical", drawing.Words());
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(-1e-300)]
    [InlineData(0)]
    public void What_could_not_be_fitted_is_left_out(double value)
    {
        var drawing = CriteriaPicture.Of(
        [
            new CriterionValue("BIC", CovarianceStructure.Full, 1, value),
            new CriterionValue("BIC", CovarianceStructure.Full, 2, double.PositiveInfinity),
            new CriterionValue("BIC", CovarianceStructure.Tied, 40, double.NaN),
            new CriterionValue("BIC", CovarianceStructure.Tied, 80, -value),
        ]);
        drawing.Check();

        Assert.Equal(2, drawing.Of("criterion").OfType<Circle>().Count());
    }

    [Fact]
    public void Nothing_to_draw_is_refused() =>
        Assert.Throws<ArgumentException>(() => CriteriaPicture.Of([new CriterionValue("BIC", CovarianceStructure.Full, 1, double.NaN)]));
}
