using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

public sealed class SelectTests
{
    [Fact]
    public async Task The_grid_is_fitted_compared_and_its_best_written()
    {
        using var work = new Workspace();
        var result = await Gmm.Run("select", Gmm.OldFaithful, "-k", "1..3", "--out", work.PathOf("best"));
        string output = result.Warns("the best model has 3 components, the most that were tried; try more than 3 (-k)");
        Assert.Contains("272 rows, 2 columns; 15 models\n", output, StringComparison.Ordinal);

        // mclust calls these (EEE, 3), (VVV, 2), (VVV, 3) and gives the BIC -2314.296 (of the opposite sign) for the first.
        Assert.Matches(@"\n +3 +tied +-1126\.316 +11 +2274\.632 +2314\.296\* +2358\.\d+ +\d+ of \d+\n", output);
        Assert.Matches(@"\n +2 +full +-1130\.264 +11 +2282\.528 +2322\.192 +2322\.705\* +\d+ of \d+\n", output);
        Assert.Matches(@"\n +3 +full +-1114\.440 +17 +2262\.880\* +2324\.178 +\d+\.\d+ +\d+ of \d+\n", output);
        Assert.EndsWith("\n  best by BIC: 3 components, tied covariance\n", output, StringComparison.Ordinal);
        Assert.Equal(3, output.Count(character => character == '*'));

        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "3", "--covariance", "tied", "--out", work.PathOf("fit"))).Succeeds();
        Assert.Equal(work.Read("fit"), work.Read("best"));
    }

    [Theory]
    [InlineData("aic", "3 components, full", "the most that were tried; try more than 3 (-k)")]
    [InlineData("bic", "3 components, tied", "the most that were tried; try more than 3 (-k)")]
    [InlineData("icl", "2 components, full", "the fewest that were tried; try fewer than 2 (-k)")]
    public async Task The_criterion_decides(string criterion, string best, string edge)
    {
        var result = await Gmm.Run(
            "select", Gmm.OldFaithful, "-k", "2,3", "--covariance", "full,tied", "--criterion", criterion);
        Assert.Contains($"best by {criterion.ToUpperInvariant()}: {best}", result.Warns(edge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_model_and_the_best_as_a_model_file_would()
    {
        using var work = new Workspace();
        string[] arguments = ["select", Gmm.Galaxies, "-k", "2..4", "--restarts", "3", "--out", work.PathOf("best")];
        var result = await Gmm.Run([.. arguments, "--json"]);
        Assert.Equal(0, result.Code);
        using var json = JsonDocument.Parse(result.Output);
        var models = json.RootElement.GetProperty("models").EnumerateArray().ToArray();

        // In one dimension three of the six structures are the same as another.
        Assert.Equal(
            ["2 full", "2 tied", "3 full", "3 tied", "4 full", "4 tied"],
            models.Select(model => $"{model.GetProperty("components")} {model.GetProperty("covariance")}"));
        var best = models.Single(model => model.GetProperty("best").GetBoolean());
        Assert.Equal(models.Min(model => model.GetProperty("bic").GetDouble()), best.GetProperty("bic").GetDouble());
        Assert.All(models, model => Assert.True(model.GetProperty("icl").GetDouble() >= model.GetProperty("bic").GetDouble()));
        Assert.Equal(work.Read("best").TrimEnd(), json.RootElement.GetProperty("model").GetRawText());
    }

    [Fact]
    public async Task A_model_that_degenerates_is_shown_and_passed_over()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x,y\n0,0\n0,0.5\n0,1\n0,4\n0,4.5\n0,5\n");
        var result = await Gmm.Run("select", data, "-k", "1..2", "--covariance", "full,spherical");
        Assert.Equal(0, result.Code);
        Assert.Matches(@"\n +1 +full +degenerate: component 0 collapsed in column ""x""", result.Output);
        Assert.Contains("spherical covariance\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task If_every_model_degenerates_that_is_exit_4_and_nothing_is_written()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x,y\n0,1\n0,2\n0,4\n");
        (await Gmm.Run("select", data, "-k", "1..2", "--covariance", "diagonal", "--out", work.PathOf("m")))
            .Fails(4, "data.csv", "every model is degenerate", "\"x\"", "try");
        Assert.Equal(["data.csv"], work.Files);
    }

    [Theory]
    [InlineData("", "--components")]
    [InlineData("-k 0..3", "\"0..3\"")]
    [InlineData("-k 3..1", "\"3..1\"")]
    [InlineData("-k 1...3", "\"1...3\"")]
    [InlineData("-k two", "\"two\"")]
    [InlineData("-k 1..99999999999", "\"1..99999999999\"")]
    [InlineData("-k 1..2 --covariance full,round", "\"round\"")]
    [InlineData("-k 1..2 --criterion gut", "\"gut\"")]
    [InlineData("-k 1..2 --init labels:waiting", "--init")]
    [InlineData("-k 1..2 --start m.json", "\"--start\"")]
    public async Task A_wrong_grid_is_exit_2(string options, string text) =>
        (await Gmm.Run(["select", Gmm.OldFaithful, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Fails(2, text);

    [Fact]
    public void A_row_without_weight_plays_no_part_however_far_away_it_is()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x,w\n2e135,0\n1,4\n");
        InProcess.Run([], "select", data, "-k", "1", "--weights", "w", "--ridge", "1e-136").AssertCode(0);
    }

    [Fact]
    public async Task More_components_than_rows_are_exit_3() =>
        (await Gmm.Run("select", Gmm.OldFaithful, "-k", "1..2000000000")).Fails(3, "272 rows for 2000000000 components");
}
