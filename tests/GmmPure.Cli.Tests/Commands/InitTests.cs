namespace GmmPure.Cli.Tests.Commands;

public sealed class InitTests
{
    [Fact]
    public async Task Labels_give_the_components_and_are_no_part_of_the_observation()
    {
        using var work = new Workspace();
        var result = await Gmm.Run(
            "fit", Gmm.Iris, "--init", "labels:Species", "--max-iterations", "0", "--tolerance", "0", "--out", work.PathOf("m"));
        Assert.Equal(0, result.Code);
        Assert.Contains("150 rows, 4 columns; 3 components", result.Output, StringComparison.Ordinal);
        var model = GaussianMixture.Parse(work.Read("m"));
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], model.Weights);

        // The means of setosa, versicolor and virginica: sums of 50 numbers with one decimal.
        Assert.Equal(new[] { 5.006, 5.936, 6.588 }, model.Means.Rows.Select(mean => Math.Round(mean[0], 12)));
        (await Gmm.Run("fit", Gmm.Iris, "--init", "labels:Species", "-k", "3")).Succeeds();
    }

    [Fact]
    public async Task It_is_told_which_label_is_which_component_whatever_their_order_in_the_file()
    {
        const string Rows = "x,y,l\n10,1,b\n12,2,b\n13.5,1,b\n1,3,a\n1.1,1,a\n2.5,2,a\n";
        foreach (var (rows, expected) in new[]
        {
            (Rows, "0 \"a\", 1 \"b\""),
            (Rows.Replace(",a\n", ",z\n", StringComparison.Ordinal), "0 \"z\", 1 \"b\""),
        })
        {
            var result = await Gmm.RunWith(Gmm.NoEnvironment, rows, "fit", "-", "--init", "labels:l", "--covariance", "tied-spherical");
            Assert.Equal(expected, result.Value("labels"));
        }

        var json = await Gmm.RunWith(
            Gmm.NoEnvironment, Rows, "fit", "-", "--init", "labels:l", "--covariance", "tied-spherical", "--json");
        Assert.Contains("\"labels\":[\"a\",\"b\"]", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Components_that_have_not_parted_are_warned_of()
    {
        var result = await Gmm.Run(
            "fit", Gmm.OldFaithful, "-k", "2", "--covariance", "tied", "--init", "random", "--restarts", "1");
        Assert.Equal(0, result.Code);
        Assert.Contains("components 0 and 1 are nearly the same", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_starts_are_seeded()
    {
        string[] arguments = ["fit", Gmm.OldFaithful, "-k", "2", "--init", "random", "--restarts", "3", "--seed"];
        var one = await Gmm.Run([.. arguments, "5"]);
        Assert.Equal("-1130.264", one.Value("log-likelihood"));
        Assert.Equal(one.Output, (await Gmm.Run([.. arguments, "5"])).Output);
        Assert.NotEqual(one.Output, (await Gmm.Run([.. arguments, "6"])).Output);
    }

    [Theory]
    [InlineData(2, "--init takes mixed", "--init", "best")]
    [InlineData(2, "--init takes mixed", "--init", "labels:")]
    [InlineData(2, "has no column \"Genus\"", "--init", "labels:Genus")]
    [InlineData(2, "3 labels", "--init", "labels:Species", "-k", "2")]
    [InlineData(2, "--restarts", "--init", "labels:Species", "--restarts", "2")]
    [InlineData(2, "at once", "--init", "labels:Species", "--columns", "Species,Sepal.Width")]
    [InlineData(2, "-k K", "--init", "random")]
    public async Task What_cannot_be_is_said(int code, string text, params string[] options) =>
        (await Gmm.Run(["fit", Gmm.Iris, .. options])).Fails(code, text);

    [Fact]
    public async Task Labels_that_are_missing_or_without_weight_are_exit_3()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x,w,l\n1,1,a\n2,1, \n3,1,b\n");
        (await Gmm.Run("fit", data, "--columns", "x", "--init", "labels:l")).Fails(3, "line 3, column \"l\": the label is missing");
        data = work.Write("data.csv", "x,w,l\n1,1,a\n2,0,b\n3,1,a\n4,1,c\n");
        (await Gmm.Run("fit", data, "--weights", "w", "--init", "labels:l")).Fails(3, "label \"b\" have weight 0");
        data = work.Write("data.csv", "a,w,l\n1,1,A\n2,1,A\n4,1,A\n1.5,1e-17,B\n2.5,1e-17,B\n");
        (await Gmm.Run("fit", data, "--weights", "w", "--init", "labels:l")).Fails(3, "label \"B\"");
    }
}
