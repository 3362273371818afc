using System.Globalization;

namespace GmmPure.Cli.Tests.Commands;

public sealed class SampleTests
{
    private const string Model = """
        {"format": "gmmpure-model", "version": 1, "covariance": "diagonal", "columns": ["plain", "a,b \"c\"\nd"],
         "weights": [0.25, 0.75], "means": [[0, 100], [10, -100]], "covariances": [[1, 4], [2, 9]]}
        """;

    [Fact]
    public async Task Rows_are_those_of_the_library_and_the_first_do_not_depend_on_how_many_follow()
    {
        using var work = new Workspace();
        string model = work.Write("m.json", Model);
        string output = (await Gmm.Run("sample", model, "-n", "500", "--seed", "7", "--with-component")).Succeeds();
        Assert.StartsWith("plain,\"a,b \"\"c\"\"\nd\",component\n", output, StringComparison.Ordinal);
        string[] lines = output.TrimEnd().Split('\n')[2..];
        var sample = GaussianMixture.Parse(Model).Sample(500, seed: 7);
        Assert.Equal(
            Enumerable.Range(0, 500).Select(row => string.Join(
                ',',
                [.. sample.Data.Row(row).ToArray().Select(value => value.ToString("R", CultureInfo.InvariantCulture)),
                    sample.Components[row].ToString(CultureInfo.InvariantCulture)])),
            lines);

        string fewer = (await Gmm.Run("sample", model, "-n", "3", "--seed", "7", "--with-component")).Succeeds();
        Assert.StartsWith(fewer, output, StringComparison.Ordinal);
        Assert.NotEqual(fewer, (await Gmm.Run("sample", model, "-n", "3", "--seed", "8", "--with-component")).Succeeds());
    }

    [Fact]
    public async Task What_is_drawn_can_be_fitted_and_scored_through_pipes()
    {
        using var work = new Workspace();
        string model = work.Write("m.json", Model);
        string drawn = (await Gmm.Run("sample", model, "-n", "2000")).Succeeds();
        var fit = await Gmm.RunWith(
            Gmm.NoEnvironment, drawn, "fit", "-", "-k", "2", "--covariance", "diagonal", "--restarts", "2", "--out", work.PathOf("f"));
        fit.Succeeds();
        var fitted = GaussianMixture.Parse(work.Read("f"));
        Assert.Equal(["plain", "a,b \"c\"\nd"], fitted.ColumnNames);
        Assert.Equal(0.25, fitted.Weights[0], 0.05);
        Assert.Equal(100, fitted.Means[0, 1], 0.5);
        Assert.Equal(
            fit.Value("log-likelihood"),
            (await Gmm.RunWith(Gmm.NoEnvironment, drawn, "score", work.PathOf("f"), "-")).Value("log-likelihood"));
    }

    [Fact]
    public async Task A_file_is_written_as_standard_output_would_be()
    {
        using var work = new Workspace();
        string model = work.Write("m.json", Model);
        (await Gmm.Run("sample", model, "-n", "4", "--out", work.PathOf("s.csv"))).Succeeds();
        Assert.Equal((await Gmm.Run("sample", model, "-n", "4")).Succeeds(), work.Read("s.csv"));
        (await Gmm.Run("sample", model, "-n", "4", "--out", model)).Fails(2, "overwrite the model");
        Assert.Equal(Model, work.Read("m.json"));
    }

    [Theory]
    [InlineData("sample MODEL", "-n")]
    [InlineData("sample MODEL -n 0", "\"0\"")]
    [InlineData("sample MODEL -n 1.5", "\"1.5\"")]
    [InlineData("sample MODEL -n 3 --with-component", "has a column \"component\" already")]
    [InlineData("sample MODEL -n 3 --columns a", "\"--columns\"")]
    public async Task What_cannot_be_drawn_is_exit_2(string line, string text)
    {
        using var work = new Workspace();
        string model = work.Write("m.json", Model.Replace("plain", "component", StringComparison.Ordinal));
        (await Gmm.Run(line.Replace("MODEL", model, StringComparison.Ordinal).Split(' '))).Fails(2, text);
    }

    [Fact]
    public async Task A_model_without_names_gives_numbered_columns()
    {
        using var work = new Workspace();
        string model = work.Write("m.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "tied-spherical",
             "weights": [1], "means": [[0, 4]], "covariances": 1}
            """);
        Assert.StartsWith("x1,x2\n", (await Gmm.Run("sample", model, "-n", "1")).Succeeds(), StringComparison.Ordinal);
    }
}
