namespace GmmPure.Tests;

/// <summary>A mixture written and read is the same mixture, bit for bit.</summary>
public class JsonRoundTripTests
{
    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Every_structure_survives(string name)
    {
        var mixture = Examples.Mixture(Examples.Structure(name), 3, 4, seed: 11);

        Assert.Equal(mixture, GaussianMixture.Parse(mixture.ToJson()));
        var named = mixture.WithColumnNames(["a", "\"b\"", "ü\n", ""]);
        Assert.Equal(named, GaussianMixture.Parse(named.ToJson()));
    }

    [Theory]
    [MemberData(nameof(Examples.Structures), MemberType = typeof(Examples))]
    public void Extreme_numbers_survive(string name)
    {
        var structure = Examples.Structure(name);
        double[] variances = [1e-300, 1e300, 0.1, 1 / 3.0];
        var covariance = structure.Shape switch
        {
            CovarianceShape.Full => Covariance.Full(Table.FromRows(Enumerable.Range(0, 4).Select(i =>
                Enumerable.Range(0, 4).Select(j => i == j ? variances[i] : 0)))),
            CovarianceShape.Diagonal => Covariance.Diagonal(variances),
            _ => Covariance.Spherical(4, 1e-301),
        };
        var means = Table.FromRows([[double.Epsilon, -double.Epsilon, 3e150, -3e150], [-0.0, 0.1, 1 / 3.0, Math.PI]]);
        ImmutableArray<double> weights = [double.Epsilon, 1];
        var mixture = structure.IsShared
            ? GaussianMixture.CreateTied(weights, means, covariance)
            : GaussianMixture.Create(weights, means, [covariance, covariance]);

        var read = GaussianMixture.Parse(mixture.ToJson());

        Assert.Equal(mixture, read);
        Assert.Equal(Bits(mixture.Means.Elements), Bits(read.Means.Elements));
        Assert.Equal(Bits(mixture.Weights), Bits(read.Weights));
    }

    [Fact]
    public void The_text_is_what_is_documented()
    {
        var mixture = GaussianMixture.CreateTied(
            [0.25, 0.75],
            Table.FromRows([[1, 2], [3, 4.5]]),
            Covariance.Full(Table.FromRows([[1, 0.5], [0.5, 2]]))).WithColumnNames(["x", "y"]);

        Assert.Equal(
            """{"format":"gmmpure-model","version":1,"covariance":"tied","columns":["x","y"],"weights":[0.25,0.75],"means":[[1,2],[3,4.5]],"covariances":[[1,0.5],[0.5,2]]}""",
            mixture.ToJson());
    }

    [Theory]
    [InlineData("full", "[[[2]],[[3]]]")]
    [InlineData("tied", "[[2]]")]
    [InlineData("diagonal", "[[2],[3]]")]
    [InlineData("tied-diagonal", "[2]")]
    [InlineData("spherical", "[2,3]")]
    [InlineData("tied-spherical", "2")]
    public void Covariances_stand_as_the_structure_needs_them(string structure, string covariances)
    {
        string text = $$"""{"format":"gmmpure-model","version":1,"covariance":"{{structure}}","weights":[0.5,0.5],"means":[[0],[1]],"covariances":{{covariances}}}""";

        var mixture = GaussianMixture.Parse(text);

        Assert.Equal(structure, mixture.Structure.Name);
        Assert.Equal(2, mixture.Covariances[0][0, 0]);
        Assert.Equal(text, mixture.ToJson());
    }

    [Fact]
    public void A_line_of_a_history_holds_what_belongs_together()
    {
        var data = Dataset.FromValues([0, 0, 0, 0, 1, 1, 1, 5]);
        var start = GaussianMixture.Univariate([0.5, 0.5], [0, 3], [1, 1]);
        string[] lines = [.. Em.Iterate(data, start).Select(step => step.ToJson())];

        using var first = System.Text.Json.JsonDocument.Parse(lines[0]);
        using var last = System.Text.Json.JsonDocument.Parse(lines[^1]);

        Assert.Equal(0, first.RootElement.GetProperty("iteration").GetInt32());
        Assert.Equal(8, first.RootElement.GetProperty("rows").GetInt32());
        Assert.Equal(0, first.RootElement.GetProperty("ridge").GetDouble());
        Assert.Equal("running", first.RootElement.GetProperty("status").GetString());
        Assert.Equal(Em.EStep(data, start).LogLikelihood, first.RootElement.GetProperty("log_likelihood").GetDouble());
        Assert.Equal("degenerate", last.RootElement.GetProperty("status").GetString());
        Assert.False(last.RootElement.TryGetProperty("rows", out _));
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    private static IEnumerable<long> Bits(IEnumerable<double> values) => values.Select(BitConverter.DoubleToInt64Bits);
}
