using System.Globalization;
using System.Text.Json;

namespace GmmPure.Cli.Tests;

public sealed class OptionTests
{
    [Theory]
    [InlineData("full", 11)]
    [InlineData("tied", 8)]
    [InlineData("diagonal", 9)]
    [InlineData("tied-diagonal", 7)]
    [InlineData("spherical", 7)]
    [InlineData("tied-spherical", 6)]
    public async Task Every_covariance_structure_fits_and_is_written(string structure, int freeParameters)
    {
        using var work = new Workspace();
        var result = await Gmm.Run(
            "fit", Gmm.OldFaithful, "-k", "2", "--covariance", structure, "--restarts", "2", "--out", work.PathOf("m.json"));
        result.Succeeds();
        Assert.Equal(freeParameters.ToString(CultureInfo.InvariantCulture), result.Value("free parameters"));
        var model = GaussianMixture.Parse(work.Read("m.json"));
        Assert.Equal(structure, model.Structure.Name);
        Assert.Equal(["eruptions", "waiting"], model.ColumnNames);
        Assert.EndsWith("}\n", work.Read("m.json"), StringComparison.Ordinal);
        Assert.Equal(["m.json"], work.Files);
    }

    [Fact]
    public async Task Each_restart_can_be_repeated_alone()
    {
        using var work = new Workspace();
        string[] common = ["fit", Gmm.Galaxies, "-k", "2", "--tolerance", "1e-6"];
        var all = await Gmm.Run([.. common, "--seed", "7", "--restarts", "6", "--out", work.PathOf("all.json")]);
        var rows = Restarts(all.Output);
        Assert.True(rows.Length >= 3);
        Assert.Equal(["7", "kmeans++"], rows[0][..2]);
        foreach (string[] row in rows.Where(row => !row.Contains("given") && !row.Contains("swap")))
        {
            string file = work.PathOf($"{row[1]} {row[0]}.json");
            var alone = await Gmm.Run([.. common, "--init", row[1], "--seed", row[0], "--restarts", "1", "--out", file]);
            Assert.Equal(0, alone.Code);
            Assert.Equal(row[..4], Restarts(alone.Output)[0][..4]);
        }

        string[] kept = rows.Single(row => string.Equals(row[^1], "kept", StringComparison.Ordinal));
        Assert.Equal(work.Read("all.json"), work.Read($"{kept[1]} {kept[0]}.json"));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        string[] arguments = ["fit", Gmm.Iris, "-k", "4", "--exclude", "Species", "--seed", "-3", "--restarts", "5"];
        Assert.Equal((await Gmm.Run(arguments)).Output, (await Gmm.Run(arguments)).Output);
    }

    [Fact]
    public async Task Tolerance_zero_never_stops_early()
    {
        var result = await Gmm.Run(
            "fit", Gmm.OldFaithful, "-k", "2", "--tolerance", "0", "--max-iterations", "60", "--restarts", "1");
        Assert.Equal(0, result.Code);
        Assert.Equal("60", result.Value("iterations"));
        Assert.Equal("not converged: --max-iterations 60", result.Value("stopped"));
        Assert.Equal("not known: the kept run has not converged", result.Value("agreement"));
        Assert.StartsWith("gmm: warning: not converged after 60 iterations", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_looser_tolerance_stops_earlier()
    {
        string[] arguments = ["fit", Gmm.Iris, "-k", "3", "--exclude", "Species", "--restarts", "1", "--tolerance"];
        var loose = await Gmm.Run([.. arguments, "1e-2"]);
        var tight = await Gmm.Run([.. arguments, "1e-10"]);
        Assert.True(Number(loose, "iterations") < Number(tight, "iterations"));
        Assert.True(Number(loose, "log-likelihood") < Number(tight, "log-likelihood"));
    }

    [Fact]
    public async Task A_ridge_rescues_a_constant_column()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "a,b\n1,5\n2,5\n4,5\n8,5\n");
        (await Gmm.Run("fit", data, "-k", "1")).Fails(4, "\"b\"", "constant");
        string output = (await Gmm.Run("fit", data, "-k", "1", "--ridge", "0.25")).Succeeds();
        Assert.Matches(@"\n +0 +1\.0000 +3\.750 +2\.727 +5\.0000 +0\.5000\n", output);
        Assert.Contains("converged: the last iteration changed ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_are_chosen_by_name_in_the_order_given()
    {
        using var work = new Workspace();
        string[] arguments = ["fit", Gmm.Iris, "-k", "2", "--restarts", "1", "--out", work.PathOf("m")];
        (await Gmm.Run([.. arguments, "--columns", "Petal.Width, Sepal.Length"])).Succeeds();
        using var model = JsonDocument.Parse(work.Read("m"));
        Assert.Equal(
            ["Petal.Width", "Sepal.Length"],
            model.RootElement.GetProperty("columns").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Without_a_header_columns_are_numbered()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "1,2\n2,5\n3,7\n4,1\n");
        var result = await Gmm.Run("fit", data, "-k", "1", "--no-header", "--out", work.PathOf("m"));
        Assert.Contains("4 rows, 2 columns", result.Succeeds(), StringComparison.Ordinal);
        Assert.Equal(["x1", "x2"], GaussianMixture.Parse(work.Read("m")).ColumnNames);

        var mistaken = await Gmm.Run("fit", data, "-k", "1");
        Assert.Equal((0, result.Output), (mistaken.Code, mistaken.Output));
        Assert.Contains("the first line was taken for data", mistaken.Error, StringComparison.Ordinal);
        Assert.Contains("3 rows", (await Gmm.Run("fit", data, "-k", "1", "--header")).Succeeds(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_numbered_columns_fits_named_ones_by_position()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "1,2\n2,5\n3,7\n4,1\n");
        (await Gmm.Run("fit", data, "-k", "1", "--no-header", "--out", work.PathOf("m"))).Succeeds();
        string named = work.Write("named.csv", "a,b\n1,2\n2,5\n3,7\n4,1\n");
        Assert.Equal(
            (await Gmm.Run("predict", work.PathOf("m"), data, "--no-header")).Succeeds(),
            (await Gmm.Run("predict", work.PathOf("m"), named)).Succeeds());
    }

    [Fact]
    public async Task Data_can_come_from_standard_input()
    {
        string text = await File.ReadAllTextAsync(Gmm.OldFaithful, TestContext.Current.CancellationToken);
        var result = await Gmm.RunWith(Gmm.NoEnvironment, text, "fit", "-", "-k", "2", "--restarts", "1");
        Assert.StartsWith("standard input: 272 rows", result.Succeeds(), StringComparison.Ordinal);
        Assert.Equal("-1130.264", result.Value("log-likelihood"));
    }

    private static double Number(GmmResult result, string name) =>
        double.Parse(result.Value(name), CultureInfo.InvariantCulture);

    /// <summary>The rows of the last table, as words.</summary>
    private static string[][] Restarts(string output) =>
    [
        .. output.TrimEnd().Split('\n')
            .SkipWhile(line => !line.Contains("outcome", StringComparison.Ordinal)).Skip(2)
            .Select(line => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)),
    ];
}
