using System.Globalization;
using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

public sealed class PredictTests
{
    private static readonly string[] Rows = [.. File.ReadAllLines(Gmm.OldFaithful).Skip(1)];

    [Fact]
    public async Task A_line_a_row_says_what_the_mixture_says_to_the_last_bit()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string[][] lines = Fields((await Gmm.Run("predict", model, Gmm.OldFaithful)).Succeeds());

        Assert.Equal(["component", "r_0", "r_1", "log_density"], lines[0]);
        var mixture = GaussianMixture.Parse(work.Read("m.json"));
        var data = Dataset.FromRows(Rows.Select(row => row.Split(',').Select(Number))).WithColumnNames(mixture.ColumnNames);
        var responsibilities = Em.EStep(data, mixture).Responsibilities;
        var logDensities = mixture.LogDensities(data);
        Assert.Equal(272, lines.Length - 1);
        foreach (var (row, line) in lines.Skip(1).Index())
        {
            Assert.Equal(responsibilities.MostProbable(row), int.Parse(line[0], CultureInfo.InvariantCulture));
            Assert.Equal([.. responsibilities.Row(row)], line[1..3].Select(Number));
            Assert.Equal(logDensities[row], Number(line[3]));
        }
    }

    [Fact]
    public async Task Row_by_row_it_says_the_same_as_of_the_whole_file()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string[] whole = (await Gmm.Run("predict", model, Gmm.OldFaithful)).Succeeds().Split('\n');
        string header = "eruptions,waiting\n";
        var one = await Task.WhenAll(new[] { 0, 1, 100, 255, 256, 271 }.Select(async row =>
            (row, await Gmm.RunWith(Gmm.NoEnvironment, header + Rows[row] + "\n", "predict", model, "-"))));
        Assert.All(one, each => Assert.Equal($"{whole[0]}\n{whole[each.row + 1]}\n", each.Item2.Succeeds()));

        string rest = header + string.Join('\n', Rows[37..]);
        string[] part = (await Gmm.RunWith(Gmm.NoEnvironment, rest, "predict", model, "-")).Succeeds().Split('\n');
        Assert.Equal(whole[38..], part[1..]);
    }

    [Fact]
    public async Task Columns_are_matched_by_name_whatever_their_order_and_whatever_stands_between()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string usual = (await Gmm.Run("predict", model, Gmm.OldFaithful)).Succeeds();
        string other = work.Write("other.csv", "waiting,place,eruptions\n" + string.Concat(Rows.Select(row =>
            $"{row.Split(',')[1]},Wyoming,{row.Split(',')[0]}\n")));
        Assert.Equal(usual, (await Gmm.Run("predict", model, other)).Succeeds());
    }

    [Fact]
    public async Task Weights_and_labels_are_no_part_of_the_observation()
    {
        using var work = new Workspace();
        string nameless = work.Write("m.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "tied-spherical",
             "weights": [0.5, 0.5], "means": [[0], [4]], "covariances": 1}
            """);
        string data = work.Write("data.csv", "x,w\n0,1\n4,0\n");
        string expected = (await Gmm.RunWith(Gmm.NoEnvironment, "x\n0\n4\n", "predict", nameless, "-")).Succeeds();
        Assert.Equal(expected, (await Gmm.Run("predict", nameless, data, "--weights", "w")).Succeeds());
        Assert.Equal(expected, (await Gmm.Run("predict", nameless, data, "--exclude", "w")).Succeeds());
        (await Gmm.Run("predict", nameless, data)).Fails(3, "m.json has 1 column", "has 2");
    }

    [Fact]
    public async Task Json_and_a_file_hold_the_same_numbers()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string csv = (await Gmm.Run("predict", model, Gmm.OldFaithful)).Succeeds();
        Assert.Empty((await Gmm.Run("predict", model, Gmm.OldFaithful, "--out", work.PathOf("p.csv"))).Succeeds());
        Assert.Equal(csv, work.Read("p.csv"));

        using var json = JsonDocument.Parse((await Gmm.Run("predict", model, Gmm.OldFaithful, "--json")).Succeeds());
        var root = json.RootElement;
        string[][] lines = Fields(csv)[1..];
        Assert.Equal(272, root.GetProperty("rows").GetInt32());
        Assert.Equal(lines.Select(line => line[0]), Texts(root.GetProperty("component")));
        Assert.Equal(lines.Select(line => line[^1]), Texts(root.GetProperty("log_density")));
        Assert.Equal(lines.Select(line => line[1]), root.GetProperty("responsibilities").EnumerateArray().Select(row => row[0].GetRawText()));
    }

    [Fact]
    public async Task A_model_can_come_from_standard_input_but_not_both()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string usual = (await Gmm.Run("predict", model, Gmm.OldFaithful)).Succeeds();
        var piped = await Gmm.RunWith(Gmm.NoEnvironment, work.Read("m.json"), "predict", "-", Gmm.OldFaithful);
        Assert.Equal(usual, piped.Succeeds());
        (await Gmm.Run("predict", "-", "-")).Fails(2, "standard input");
    }

    [Fact]
    public async Task Neither_model_nor_data_are_overwritten()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string data = work.Write("data.csv", File.ReadAllText(Gmm.OldFaithful));
        (await Gmm.Run("predict", model, data, "--out", model)).Fails(2, "overwrite the model");
        (await Gmm.Run("predict", model, data, "--out", data)).Fails(2, "overwrite the data");
    }

    [Fact]
    public async Task A_row_too_far_away_to_have_a_density_has_no_component_and_is_warned_of()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "eruptions,waiting\n2,50\n1e130,1e130\n-1e130,3\n");
        string narrow = work.Write("narrow.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "tied-spherical",
             "weights": [1], "means": [[0, 0]], "covariances": 1e-60}
            """);
        var csv = await Gmm.Run("predict", narrow, data, "--threshold", "0", "--outliers", "0.5");
        csv.AssertCode(0);
        string[][] lines = Fields(csv.Output);
        Assert.Equal(["component", "r_0", "log_density", "certain", "outlier_level", "outlier"], lines[0]);
        Assert.Equal(["0", "1"], lines[1][..2]);
        Assert.Equal(["", "", "-Infinity", "0", "0", "1"], lines[2]);
        Assert.Equal(lines[2], lines[3]);
        Assert.Equal(
            $"gmm: warning: {data}: 2 rows, the first of them row 2, are too far from every component of {narrow}: density 0, no component\n",
            csv.Error);

        var json = await Gmm.Run("predict", narrow, data, "--json", "--outliers", "0.5");
        Assert.StartsWith(
            """{"rows":3,"component":[0,null,null],"responsibilities":[[1],null,null],"log_density":[""", json.Output, StringComparison.Ordinal);
        Assert.Contains(""",null,null],"outlier_level":[0,0,0],"outlier":[1,1,1],"outlier_draws":0}""", json.Output, StringComparison.Ordinal);

        // The others are told what they are without them, bit for bit.
        string alone = (await Gmm.RunWith(Gmm.NoEnvironment, "eruptions,waiting\n2,50\n", "predict", narrow, "-")).Succeeds();
        Assert.Equal(string.Join(',', lines[1][..3]), alone.Split('\n')[1]);
    }

    [Fact]
    public async Task Rows_that_no_component_of_a_family_can_have_made_are_warned_of_too()
    {
        using var work = new Workspace();
        string sure = work.Write("sure.json", """
            {"format": "gmmpure-model", "version": 1, "family": "bernoulli", "columns": ["x"],
             "weights": [0.5, 0.5], "components": [{"probabilities": [1]}, {"probabilities": [1]}]}
            """);
        var result = await Gmm.RunWith(Gmm.NoEnvironment, "x\n1\n0\n1\n", "predict", sure, "-", "--labels-only");
        result.AssertCode(0);
        Assert.Equal("component\n0\n\n0\n", result.Output);
        Assert.Contains("1 row, the first of them row 2, is impossible under every component", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_alone_and_what_is_asked_besides()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string[][] whole = Fields((await Gmm.Run("predict", model, Gmm.OldFaithful)).Succeeds());
        string[][] labels = Fields((await Gmm.Run("predict", model, Gmm.OldFaithful, "--labels-only", "--threshold", "0.99")).Succeeds());
        Assert.Equal(["component", "certain"], labels[0]);
        foreach (var (line, label) in whole.Skip(1).Zip(labels.Skip(1)))
        {
            Assert.Equal(line[0], label[0]);
            Assert.Equal(Math.Max(Number(line[1]), Number(line[2])) >= 0.99 ? "1" : "0", label[1]);
        }

        Assert.Contains(labels.Skip(1), label => label[1] == "0");
        string json = (await Gmm.Run("predict", model, Gmm.OldFaithful, "--labels-only", "--json")).Succeeds();
        Assert.StartsWith("""{"rows":272,"component":[1,0""", json, StringComparison.Ordinal);
        Assert.DoesNotContain("log_density", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlier_levels_of_draws_say_how_sure_they_are_and_depend_on_the_seed_alone()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        var one = await Gmm.Run("predict", model, Gmm.OldFaithful, "--outliers", "0.05");
        one.AssertCode(0);
        Assert.Contains("from 100000 draws", one.Error, StringComparison.Ordinal);
        Assert.Contains("at the level 0.05 it is 6.9e-4", one.Error, StringComparison.Ordinal);
        Assert.Equal(one.Output, (await Gmm.Run("predict", model, Gmm.OldFaithful, "--outliers", "0.05", "--seed", "1")).Output);
        Assert.NotEqual(one.Output, (await Gmm.Run("predict", model, Gmm.OldFaithful, "--outliers", "0.05", "--seed", "2")).Output);
        foreach (var line in Fields(one.Output).Skip(1))
        {
            Assert.Equal(Number(line[4]) <= 0.05 ? "1" : "0", line[5]);
        }
    }

    /// <summary>What is wrong far down is said when it is found: whole lines stand before it on standard output, and no file.</summary>
    [Fact]
    public void Of_a_long_file_rows_are_told_before_all_of_it_is_read()
    {
        const int Many = 200_000;
        using var work = Examples.InFolder();
        string data = work.Write("long.csv", "x,y\n" + string.Concat(Enumerable.Range(0, Many).Select(row => row % 2 == 0 ? "0,1\n" : "8,3\n")) + "1,wrong\n");
        string[] predict = ["predict", work.PathOf("m.json"), data, "--labels-only"];

        var printed = InProcess.Run([], predict);

        printed.AssertCode(3);
        Assert.Contains("line 200002, column \"y\": \"wrong\" is not a number", printed.Error, StringComparison.Ordinal);
        string[] lines = printed.Output.Split('\n');
        Assert.InRange(lines.Length, 2, Many);
        Assert.Equal(["component", .. Enumerable.Range(0, lines.Length - 2).Select(row => row % 2 == 0 ? "0" : "1"), ""], lines);
        InProcess.Run([], [.. predict, "--out", work.PathOf("out")]).Fails(3, "line 200002");
        InProcess.Run([], [.. predict, "--json"]).Fails(3, "line 200002");
        Assert.Equal(["d.csv", "long.csv", "m.json"], work.Files);
    }

    /// <summary>Rows are told in blocks, and no row by another's block.</summary>
    [Fact]
    public void Blocks_change_nothing_of_what_is_told()
    {
        using var work = Examples.InFolder();
        string[] rows = [.. Examples.Csv.TrimEnd().Split('\n').Skip(1)];
        string data = work.Write("long.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 150_000).Select(row => rows[row % rows.Length] + "\n")));
        string[] once = InProcess.Run([], "predict", work.PathOf("m.json"), work.PathOf("d.csv"), "--outliers", "0.1").Output.TrimEnd().Split('\n');

        string[] often = InProcess.Run([], "predict", work.PathOf("m.json"), data, "--outliers", "0.1").Output.TrimEnd().Split('\n');

        Assert.Equal(150_001, often.Length);
        Assert.All(often.Skip(1).Index(), line => Assert.Equal(once[1 + (line.Index % rows.Length)], line.Item));
    }

    [Theory]
    [InlineData("--threshold", "1.5")]
    [InlineData("--threshold", "half")]
    [InlineData("--outliers", "-0.1")]
    public async Task A_share_is_between_0_and_1(string option, string value) =>
        (await Gmm.Run("predict", "m.json", "d.csv", option, value)).Fails(2, option, "a number from 0 to 1");

    private static async Task<string> Fitted(Workspace work)
    {
        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--out", work.PathOf("m.json"))).Succeeds();
        return work.PathOf("m.json");
    }

    private static string[][] Fields(string csv) => [.. csv.TrimEnd().Split('\n').Select(line => line.Split(','))];

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetRawText());

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_a_model_needs_is_not_to_be_left_out_and_what_it_does_not_know_is_not_taken_in()
    {
        using var work = new Workspace();
        string model = await Fitted(work);
        string[] predict = ["predict", model, "-"];

        InProcess.Run("eruptions,waiting\n2,54\n3,oops\n"u8.ToArray(), predict).Fails(3, "\"oops\" is not a number\n");
        InProcess.Run("eruptions,waiting\n2,54\n3,NA\n"u8.ToArray(), predict).Fails(3, "--missing drop leaves out its row\n");
        InProcess.Run("eruptions,waiting\n2,54\n3,2020-01-01\n"u8.ToArray(), predict).Fails(3, "make a number of it\n");
        InProcess.Run("eruptions,waiting\nNA,54\n3,NA\n"u8.ToArray(), [.. predict, "--missing", "drop"])
            .Fails(3, "something is missing of each of the 2 rows\n");
        Assert.Empty(InProcess.Run("id,eruptions,waiting\n1,2,54\n2,3,60\n3,3,61\n4,2,50\n"u8.ToArray(), predict).Error);
    }
}
