using System.Text.Json;

namespace GmmPure.Cli.Tests;

public sealed class DegenerateTests
{
    private const string Points = "x\n0\n0\n0\n0\n1\n1\n1\n5\n";

    [Fact]
    public async Task A_start_that_collapses_is_exit_4_and_leaves_its_history()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", Points);
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "full",
             "weights": [0.5, 0.5], "means": [[0], [3]], "covariances": [[[1]], [[1]]]}
            """);
        work.Write("m", "before");
        var result = await Gmm.Run(
            "fit", data, "--start", start, "--history", work.PathOf("h"), "--out", work.PathOf("m"));
        result.Fails(4, "component 1", "column \"x\"", "iteration 4", "try ");
        Assert.Equal("before", work.Read("m"));
        Assert.Equal(["data.csv", "h", "m", "start.json"], work.Files);
        JsonElement[] lines = [.. work.Read("h").TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line))];
        Assert.Equal(5, lines.Length);
        Assert.Equal("degenerate", lines[^1].GetProperty("status").GetString());
        Assert.All(lines[..^1], line => Assert.Equal("running", line.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task A_component_far_from_all_data_is_exit_4()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", Points);
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "full",
             "weights": [0.5, 0.5], "means": [[0], [1000]], "covariances": [[[1]], [[1]]]}
            """);
        (await Gmm.Run("fit", data, "--start", start)).Fails(4, "component 1 lost all its rows", "iteration 0");
    }

    [Fact]
    public async Task All_restarts_collapsing_is_exit_4()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", Points);
        (await Gmm.Run("fit", data, "-k", "3", "--history", work.PathOf("h")))
            .Fails(4, "all ", " starts are degenerate, the first (seed 1)", "component", "column \"x\"", "iteration");
        Assert.Contains("\"degenerate\"", work.Read("h").TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_degenerate_restart_never_wins_over_a_sound_one()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x\n0\n0.1\n0.3\n0.7\n5\n5.1\n5.2\n9\n9\n");
        var result = await Gmm.Run("fit", data, "-k", "2", "--init", "rows", "--restarts", "20");
        Assert.Equal(0, result.Code);
        Assert.Contains("degenerate: component", result.Output, StringComparison.Ordinal);
        Assert.Matches("converged, kept\n", result.Output);
    }

    [Theory]
    [InlineData("a,b\n1,7\n2,7\n4,7\n9,7\n", "column \"b\" is constant", "--exclude b")]
    [InlineData(
        "a,b,c\n1,2,3\n2,5,7\n3,7,10\n4,1,5\n",
        "column \"c\" is a linear combination of \"a\", \"b\"",
        "--exclude c")]
    [InlineData("a,b\n3,7\n3,7\n3,7\n", "all rows are the same", "nothing to fit")]
    public async Task Data_that_cannot_carry_the_model_are_exit_4_and_name_the_column(string text, string cause, string advice)
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", text);
        (await Gmm.Run("fit", data, "-k", "1")).Fails(4, "data.csv", cause, advice, "iteration 0");
    }

    [Fact]
    public async Task A_constant_that_has_no_exact_sum_is_constant_nevertheless()
    {
        using var work = new Workspace();
        string constant = string.Concat(Enumerable.Repeat("0.1\n", 3000));
        string data = work.Write("one.csv", "tenth\n" + constant);
        (await Gmm.Run("fit", data, "-k", "1")).Fails(4, "all rows are the same", "column \"tenth\"");
        (await Gmm.Run("fit", data, "-k", "2")).Fails(4, "1 distinct row,");
        (await Gmm.Run("select", data, "-k", "1")).Fails(4, "column \"tenth\"");
        string two = work.Write("two.csv", "tenth,n\n" + string.Concat(Enumerable.Range(0, 3000).Select(n => $"0.1,{n * n}\n")));
        foreach (string covariance in new[] { "full", "tied", "diagonal", "tied-diagonal" })
        {
            InProcess.Run([], "fit", two, "-k", "2", "--restarts", "1", "--covariance", covariance)
                .Fails(4, "column \"tenth\" is constant", "--exclude tenth");
        }
    }

    [Fact]
    public void A_row_that_weighs_hardly_anything_is_no_defect_however_far_it_is()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "w,a,b\n9,1e-70,-3\n5e-324,-1e16,1e-300\n0,1e70,0\n");
        InProcess.Run([], "select", data, "-k", "1", "--weights", "w", "--covariance", "full,diagonal")
            .Fails(3, "data.csv: row 2 is too far");
        InProcess.Run([], "fit", data, "-k", "1", "--weights", "w").Fails(3, "data.csv: row 2 is too far");
    }

    [Theory]
    [InlineData("select", "-k", "1", "every model is degenerate", "column \"b\"")]
    [InlineData("fit", "--start", "START", "column \"b\" is constant", "--exclude b")]
    [InlineData("fit", "--init", "labels:l", "column \"b\" is constant", "--exclude b")]
    public async Task Every_command_that_fits_says_so(string command, string option, string value, string cause, string advice)
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "a,b,l\n1,7,1\n2,7,1\n4,7,1\n9,7,2\n8,7,2\n");
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "full",
             "weights": [1], "means": [[0, 0]], "covariances": [[[1, 0], [0, 1]]]}
            """);
        string[] columns = value.StartsWith("labels", StringComparison.Ordinal) ? [] : ["--exclude", "l"];
        string[] covariance = command is "select" ? ["--covariance", "full"] : [];
        (await Gmm.Run([command, data, option, value is "START" ? start : value, .. columns, .. covariance]))
            .Fails(4, "data.csv: ", cause, advice);
    }

    [Fact]
    public async Task Fewer_distinct_rows_than_components_are_exit_4()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "a,b\n1,2\n1,2\n3,4\n3,4\n");
        (await Gmm.Run("fit", data, "-k", "3", "--out", work.PathOf("m"))).Fails(4, "2 distinct rows", "3 components", "--covariance diagonal with -k 1");
        (await Gmm.Run("fit", data, "-k", "1", "--covariance", "diagonal")).Succeeds();
        Assert.Equal(["data.csv"], work.Files);
    }
}
