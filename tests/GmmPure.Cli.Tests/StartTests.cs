namespace GmmPure.Cli.Tests;

public sealed class StartTests
{
    private const string Two = """
        {"format": "gmmpure-model", "version": 1, "covariance": "full", "columns": ["waiting", "eruptions"],
         "weights": [0.5, 0.5], "means": [[80, 4], [50, 2]],
         "covariances": [[[30, 0], [0, 0.2]], [[30, 0], [0, 0.2]]]}
        """;

    [Fact]
    public async Task Four_iterations_and_six_more_are_ten()
    {
        using var work = new Workspace();
        string[] common = ["fit", Gmm.Galaxies, "--tolerance", "0"];
        await Gmm.Run([.. common, "-k", "5", "--restarts", "1", "--max-iterations", "0", "--out", work.PathOf("0")]);
        await Gmm.Run([.. common, "--start", work.PathOf("0"), "--max-iterations", "10", "--out", work.PathOf("10")]);
        await Gmm.Run([.. common, "--start", work.PathOf("0"), "--max-iterations", "4", "--out", work.PathOf("4")]);
        await Gmm.Run([.. common, "--start", work.PathOf("4"), "--max-iterations", "6", "--out", work.PathOf("4+6")]);
        Assert.NotEqual(work.Read("4"), work.Read("10"));
        Assert.Equal(work.Read("10"), work.Read("4+6"));
    }

    [Fact]
    public async Task A_start_gives_components_structure_order_and_columns()
    {
        using var work = new Workspace();
        string start = work.Write("start.json", Two);
        var result = await Gmm.Run(
            "fit", Gmm.OldFaithful, "--start", start, "--out", work.PathOf("m"), "--history", work.PathOf("h"));
        result.Succeeds();
        Assert.Equal("-1130.264", result.Value("log-likelihood"));
        Assert.Equal("1 of 1 restart reached this optimum", result.Value("agreement"));
        var model = GaussianMixture.Parse(work.Read("m"));
        Assert.Equal(["waiting", "eruptions"], model.ColumnNames);
        Assert.Equal(79.968, model.Means[0, 0], 0.001);
        Assert.StartsWith("{\"iteration\":0,", work.Read("h"), StringComparison.Ordinal);
        Assert.Contains("\"means\":[[80,4],[50,2]]", work.Read("h").Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_can_be_replaced_by_its_own_continuation()
    {
        using var work = new Workspace();
        string model = work.Write("m.json", Two);
        (await Gmm.Run("fit", Gmm.OldFaithful, "--start", model, "--out", model)).Succeeds();
        Assert.Equal(["m.json"], work.Files);
        Assert.Equal("waiting", GaussianMixture.Parse(work.Read("m.json")).ColumnNames[0]);
    }

    [Fact]
    public async Task Columns_without_names_are_matched_by_position()
    {
        using var work = new Workspace();
        string start = work.Write("start.json", Two);
        string[] lines = await File.ReadAllLinesAsync(Gmm.OldFaithful, TestContext.Current.CancellationToken);
        var swapped = lines.Skip(1).Select(line => string.Join(',', line.Split(',').Reverse()));
        string data = work.Write("data.csv", string.Join('\n', swapped));
        var result = await Gmm.Run("fit", data, "--no-header", "--start", start, "--out", work.PathOf("m"));
        result.Succeeds();
        Assert.Equal("-1130.264", result.Value("log-likelihood"));
        Assert.Equal(["waiting", "eruptions"], GaussianMixture.Parse(work.Read("m")).ColumnNames);

        string nameless = work.Write(
            "nameless.json", Two.Replace("\"columns\": [\"waiting\", \"eruptions\"],", "", StringComparison.Ordinal));
        string[] arguments = ["fit", Gmm.OldFaithful, "--columns", "waiting,eruptions", "--start", nameless];
        (await Gmm.Run([.. arguments, "--out", work.PathOf("n")])).Succeeds();
        Assert.Equal(work.Read("m"), work.Read("n"));
    }

    [Theory]
    [InlineData(2, "contradicts", "-k", "3")]
    [InlineData(2, "contradicts", "--covariance", "tied")]
    [InlineData(3, "not of \"waiting\"", "--columns", "waiting")]
    [InlineData(3, "not of \"eruptions\"", "--exclude", "waiting")]
    public async Task A_start_cannot_be_contradicted(int code, string text, string option, string value)
    {
        using var work = new Workspace();
        string start = work.Write("start.json", Two);
        (await Gmm.Run("fit", Gmm.OldFaithful, "--start", start, option, value)).Fails(code, "start.json", text);
    }

    [Fact]
    public async Task Agreeing_options_may_stand_beside_a_start()
    {
        using var work = new Workspace();
        string start = work.Write("start.json", Two);
        string[] agreeing = ["-k", "2", "--covariance", "full", "--restarts", "1", "--columns", "eruptions,waiting"];
        (await Gmm.Run(["fit", Gmm.OldFaithful, "--start", start, .. agreeing])).Succeeds();
    }

    [Theory]
    [InlineData("\"weights\": [0.5, 0.5]", "\"weights\": [0.5, 0.6]", "\"weights\"")]
    [InlineData("\"version\": 1", "\"version\": 2", "\"version\"")]
    [InlineData("\"covariances\": [[[30, 0]", "\"covariances\": [[[30, 90]", "\"covariances\"")]
    [InlineData("[0, 0.2]]]}", "[0, 0.2]]", "not valid JSON")]
    [InlineData("\"means\"", "\"mean\"", "\"means\"")]
    [InlineData("\"eruptions\"]", "\"snow\"]", "no column \"snow\"")]
    public async Task A_start_that_is_wrong_is_exit_3(string part, string replacement, string text)
    {
        using var work = new Workspace();
        string start = work.Write("start.json", Two.Replace(part, replacement, StringComparison.Ordinal));
        (await Gmm.Run("fit", Gmm.OldFaithful, "--start", start)).Fails(3, "start.json", text);
    }

    [Fact]
    public async Task A_start_of_another_dimension_is_exit_3()
    {
        using var work = new Workspace();
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "spherical",
             "weights": [1], "means": [[0, 0, 0]], "covariances": [1]}
            """);
        (await Gmm.Run("fit", Gmm.OldFaithful, "--start", start)).Fails(3, "start.json has 3 columns", "has 2");
    }

    [Fact]
    public async Task A_start_beyond_all_distances_is_exit_3()
    {
        using var work = new Workspace();
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "spherical",
             "weights": [1], "means": [[1e150, 0]], "covariances": [1e-20]}
            """);
        (await Gmm.Run("fit", Gmm.OldFaithful, "--start", start)).Fails(3, "start.json", "row 1 is too far");
    }
}
