using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

public sealed class EstimateTests : IDisposable
{
    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void The_table_names_the_estimator_and_gives_standard_errors()
    {
        var result = InProcess.Run([], "estimate", "normal", Gmm.OldFaithful, "--columns", "waiting");

        Assert.Equal("the sample mean and the biased variance, whose divisor is N", result.Value("estimator"));
        Assert.Equal("-1095.289", result.Value("log-likelihood"));
        Assert.Equal("2", result.Value("free parameters"));
        Assert.Contains("70.89705882", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_one_heads_freely_and_among_candidates()
    {
        string heads = work.Write("heads.csv", "heads\n61\n");

        Assert.Equal(0.61, Estimates("estimate", "binomial", heads, "--trials", "100").Single());
        Assert.Equal(2 / 3.0, Estimates("estimate", "binomial", heads, "--trials", "100", "--candidates", "1/3,1/2,2/3").Single());
        Assert.Equal(1 / 3.0, Estimates("estimate", "bernoulli", work.Write("tosses.csv", "x\n0\n1\n0\n0\n1\n0\n")).Single());
    }

    [Fact]
    public void Uniform_says_that_it_is_a_boundary_maximum()
    {
        string data = work.Write("uniform.csv", "x\n3\n1\n7\n");

        var result = InProcess.Run([], "estimate", "uniform", data);

        Assert.Contains("boundary maximum", result.Value("estimator"), StringComparison.Ordinal);
        Assert.Equal(2, result.Output.Split("none, at the boundary").Length - 1);
        Assert.Equal([1, 7], Estimates("estimate", "uniform", data));
    }

    [Fact]
    public void Columns_are_named_and_weights_count()
    {
        string data = work.Write("items.csv", "a,b,c,w\n0,2,5,1\n1,0,5,3\n1,9,5,0\n");

        using var parsed = JsonDocument.Parse(InProcess.Run([], "estimate", "categorical", data, "--weights", "w", "--json").Succeeds());

        var parameters = parsed.RootElement.GetProperty("parameters").EnumerateArray().ToArray();
        Assert.Equal(["a", "a", "b", "b", "c"], parameters.Select(each => each.GetProperty("columns")[0].GetString()));
        Assert.Equal([0.25, 0.75, 0.75, 0.25, 1], parameters.Select(each => each.GetProperty("estimate").GetDouble()));
        Assert.Equal(JsonValueKind.Null, parameters[4].GetProperty("standard_error").ValueKind);
        Assert.Equal(2, parsed.RootElement.GetProperty("free_parameters").GetInt32());
    }

    [Theory]
    [InlineData("student-t", "waiting,eruptions")]
    [InlineData("gaussian", "waiting,eruptions")]
    [InlineData("gamma", "waiting")]
    [InlineData("exponential", "waiting")]
    [InlineData("poisson", "waiting")]
    public void Every_family_has_an_estimate_for_Old_Faithful(string family, string columns) =>
        Assert.NotEmpty(Estimates("estimate", family, Gmm.OldFaithful, "--columns", columns));

    [Theory]
    [InlineData("poisson", "x\n1\n-1\n", "row 2, column \"x\": -1 is not a whole number from 0 on, as poisson needs")]
    [InlineData("poisson", "x\n1.5\n", "row 1, column \"x\": 1.5 is not")]
    [InlineData("bernoulli", "x,y\n0,2\n", "row 1, column \"y\": 2 is not 0 or 1")]
    [InlineData("gamma", "x\n1\n2\n0\n", "row 3, column \"x\": 0 is not a number above 0")]
    [InlineData("categorical", "x\n0\n0.5\n", "row 2, column \"x\": 0.5 is not")]
    [InlineData("normal", "x,y\n1,2\n", "normal takes one column, of \"x\", \"y\"; choose with --columns")]
    public void Values_outside_the_support_are_named(string family, string text, string message) =>
        InProcess.Run([], "estimate", family, work.Write("data.csv", text)).Fails(3, message);

    [Theory]
    [InlineData("poisson", "x\n0\n0\n", "column \"x\" is 0 in every row: the likelihood has no maximum: it rises as the rate goes to 0")]
    [InlineData("normal", "x\n2\n2\n", "column \"x\" is 2 in every row: it has no variance")]
    [InlineData("gamma", "x\n2\n2\n", "column \"x\" is 2 in every row: the likelihood has no maximum")]
    [InlineData("gaussian", "x,y\n1,2\n2,4\n3,6\n", "column \"y\" is a linear combination of \"x\"")]
    [InlineData("student-t", "x\n0\n0\n0\n0\n0\n1\n", "the likelihood has no bound")]
    public void Data_without_an_estimate_are_exit_code_4(string family, string text, string message) =>
        InProcess.Run([], "estimate", family, work.Write("data.csv", text)).Fails(4, message);

    [Theory]
    [InlineData("estimate", "FAMILY")]
    [InlineData("estimate cauchy DATA", "FAMILY is one of bernoulli, binomial")]
    [InlineData("estimate binomial DATA", "binomial needs --trials N")]
    [InlineData("estimate poisson DATA --trials 3", "poisson takes no --trials")]
    [InlineData("estimate gamma DATA --candidates 1", "gamma takes no --candidates")]
    [InlineData("estimate poisson DATA --candidates 1,x", "not \"x\"")]
    [InlineData("estimate poisson DATA --candidates -1 --columns waiting", "there is no poisson distribution of parameter -1")]
    public void A_wrong_command_line_is_exit_code_2(string line, string message) =>
        InProcess.Run([], [.. line.Split(' ').Select(word => word == "DATA" ? Gmm.OldFaithful : word)]).Fails(2, message);

    private static IEnumerable<double> Estimates(params string[] arguments)
    {
        using var parsed = JsonDocument.Parse(InProcess.Run([], [.. arguments, "--json"]).Succeeds());
        return [.. parsed.RootElement.GetProperty("parameters").EnumerateArray().Select(each => each.GetProperty("estimate").GetDouble())];
    }
}
