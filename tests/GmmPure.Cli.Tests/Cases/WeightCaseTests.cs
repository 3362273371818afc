using System.Globalization;
using System.Text;

namespace GmmPure.Cli.Tests.Cases;

/// <summary>Weights that count, and weights that tell how precise rows are.</summary>
public sealed class WeightCaseTests
{
    private const string Histogram = "29-histogram";

    /// <summary>200 draws of one normal distribution, made of quantiles, each of a weight.</summary>
    private static byte[] Rows(double weight, int count = 200) => Encoding.UTF8.GetBytes("x,w\n" + string.Concat(Enumerable.Range(1, count).Select(row =>
    {
        double share = row * 0.6180339887498949 % 1;
        double other = (row + 0.5) / (count + 1);
        double normal = Math.Sqrt(-2 * Math.Log(other)) * Math.Cos(2 * Math.PI * share);
        return string.Create(CultureInfo.InvariantCulture, $"{normal:F4},{weight:R}\n");
    })));

    [Fact]
    public void A_histogram_is_fitted_as_what_it_counts()
    {
        var bins = Case.Fit(Histogram, "bins.csv", "--weights", "count", "--tolerance", "1e-13");
        var raw = Case.Fit(Histogram, "raw.csv", "--tolerance", "1e-13");

        bins.Succeeds();
        raw.Succeeds();
        Assert.Equal("2000", bins.Value("total weight"));
        Assert.All(["log-likelihood", "per sample", "AIC", "BIC", "free parameters"], name => Assert.Equal(raw.Value(name), bins.Value(name)));
        Assert.Equal(raw.Output.Split('\n')[2..6], bins.Output.Split('\n')[2..6]);
    }

    [Theory]
    [InlineData(1.0 / 200)]
    [InlineData(0.05)]
    public void Weights_that_sum_to_little_are_warned_of(double weight)
    {
        byte[] data = Rows(weight);
        string warning = string.Create(
            CultureInfo.InvariantCulture,
            $"gmm: warning: standard input: the weights sum to {200 * weight:G4}, less than the 200 rows, and BIC takes that for the number of observations; ")
            + "give --weights-kind precision if they tell how precise rows are (then it is 200), --weights-kind frequency if they count\n";

        using var work = new Workspace();
        Assert.Equal(warning, InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "w", "--out", work.PathOf("m")).Error);
        Assert.Equal(warning, InProcess.Run(data, "score", work.PathOf("m"), "-", "--weights", "w").Error);
        Assert.Equal(warning, InProcess.Run(data, "estimate", "normal", "-", "--weights", "w").Error);
        Assert.StartsWith(warning, InProcess.Run(data, "select", "-", "-k", "1..2", "--restarts", "2", "--weights", "w").Error, StringComparison.Ordinal);
        InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "w", "--weights-kind", "frequency").Succeeds();
        InProcess.Run(data, "predict", work.PathOf("m"), "-", "--weights", "w", "--weights-kind", "precision").Succeeds();
        InProcess.Run(data, "fit", "-", "-k", "1", "--columns", "x").Succeeds();
    }

    [Fact]
    public void Weights_that_sum_to_less_than_there_are_parameters_are_warned_of()
    {
        byte[] data = Rows(0.15, count: 30);
        var fit = InProcess.Run(data, "fit", "-", "-k", "2", "--weights", "w", "--restarts", "2");
        fit.AssertCode(0);
        Assert.Contains("the weights sum to 4.5, less than the 5 parameters", fit.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sum to", InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "w").Error, StringComparison.Ordinal);
    }

    /// <summary>What a unit of weights means is nothing to a fit of precisions: criteria and choice are those without weights.</summary>
    [Theory]
    [InlineData(1.0 / 200)]
    [InlineData(1e-20)]
    [InlineData(3e9)]
    public void Equal_precisions_are_none(double weight)
    {
        string[] select = ["select", "-", "-k", "1..2", "--restarts", "3"];
        byte[] data = Rows(weight);

        string weighted = InProcess.Run(data, [.. select, "--weights", "w", "--weights-kind", "precision"]).Output;

        Assert.Equal(InProcess.Run(data, [.. select, "--columns", "x"]).Output, weighted);
        Assert.Contains("best by BIC: 1 component", weighted, StringComparison.Ordinal);
    }

    [Fact]
    public void Precisions_count_as_their_effective_number()
    {
        byte[] data = "x,w\n1,1\n2,2\n4,1\n9,4\n"u8.ToArray();
        var fit = InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "w", "--weights-kind", "precision");
        fit.Succeeds();
        Assert.Equal("2.909090909", fit.Value("total weight"));
        Assert.Equal("8", Value("frequency"));
        InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "w", "--weights-kind", "both")
            .Fails(2, "--weights-kind is one of frequency precision, not \"both\"");
        InProcess.Run(data, "fit", "-", "-k", "1", "--weights-kind", "precision")
            .Fails(2, "--weights-kind precision is about weights, and no --weights are named");

        string Value(string kind) => InProcess.Run(data, "fit", "-", "-k", "1", "--weights", "w", "--weights-kind", kind).Value("total weight");
    }
}
