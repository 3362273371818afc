namespace GmmPure.Tests;

public class ResponsibilitiesTests
{
    [Theory]
    [InlineData(0.5, 0.4)]
    [InlineData(1.25, -0.25)]
    [InlineData(double.NaN, 1)]
    public void A_row_that_is_not_a_distribution_is_named(double first, double second)
    {
        var table = Table.FromRows([[0.5, 0.5], [first, second]]);

        var error = Assert.Throws<ArgumentException>(() => Responsibilities.FromTable(table));

        Assert.Contains("Row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_certain_responsibilities()
    {
        var certain = Responsibilities.FromLabels([1, 0, 2], 3);

        Assert.Equal(Table.FromRows([[0, 1, 0], [1, 0, 0], [0, 0, 1]]), certain.Values);
        Assert.Equal([1, 0, 2], Enumerable.Range(0, 3).Select(certain.MostProbable));
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Responsibilities.FromLabels([0, 3], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Responsibilities.FromLabels([-1], 3));
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void The_E_steps_rows_are_distributions(string structure)
    {
        var data = Examples.Data(500, 4, seed: 1);
        var result = Em.EStep(data, Examples.Mixture(Examples.Structure(structure), 5, 4, seed: 2)).Responsibilities;

        // K quotients by one sum: each errs by an ulp or so of itself.
        Assert.All(Enumerable.Range(0, 500), row => Assert.Equal(1, result.Row(row).ToArray().Sum(), Rounding.Gamma(2 * 5)));
        Assert.All(result.Values.Elements, r => Assert.InRange(r, 0, 1));
    }
}
