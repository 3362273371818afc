using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

/// <summary><c>gmm fit --hard</c> and <c>gmm fit --labels</c>.</summary>
public sealed class VariantTests : IDisposable
{
    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Fact]
    public void Hard_EM_climbs_what_it_says_and_leaves_an_ordinary_model()
    {
        var result = InProcess.Run(
            [], "fit", Gmm.OldFaithful, "-k", "2", "--hard", "--history", work.PathOf("h"), "--out", work.PathOf("m"));
        result.AssertCode(0);
        Assert.Contains("272 rows, 2 columns; 2 components, full covariance, hard EM", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("BIC", result.Output, StringComparison.Ordinal);
        string[] lines = work.Read("h").TrimEnd().Split('\n');
        double[] climbed = [.. lines.Select(line => Number(line, "log_likelihood"))];
        Assert.Equal(climbed.Order(), climbed);
        Assert.Contains("\"hard\":true", lines[0], StringComparison.Ordinal);

        // Its objective is Σ max ln π_k·p_k: the mixture's own log-likelihood less what the choice costs.
        string[] rows = InProcess.Run([], "predict", work.PathOf("m"), Gmm.OldFaithful).Succeeds().TrimEnd().Split('\n')[1..];
        double classification = rows.Select(row => row.Split(',').Select(field => double.Parse(field, provider: null)).ToArray())
            .Sum(row => row[3] + Math.Log(Math.Max(row[1], row[2])));
        Assert.Equal(double.Parse(result.Value("classification log-likelihood"), provider: null), classification, 1e-3);
        Assert.True(classification < Number(InProcess.Run([], "score", work.PathOf("m"), Gmm.OldFaithful, "--json").Succeeds(), "log_likelihood"));
        InProcess.Run([], "verify", work.PathOf("h"), Gmm.OldFaithful).Fails(3, "is a history of hard EM, and only plain EM is recomputed");
        InProcess.Run([], "plot", work.PathOf("h"), "--out", work.PathOf("p.svg")).Succeeds();
    }

    [Theory]
    [InlineData("full")]
    [InlineData("tied-diagonal")]
    public void Complete_labels_need_one_step(string structure)
    {
        var result = InProcess.Run([], "fit", Gmm.Iris, "--labels", "Species", "--covariance", structure, "--json");
        using var parsed = JsonDocument.Parse(result.Succeeds());
        Assert.Equal(1, parsed.RootElement.GetProperty("iterations").GetInt32());
        Assert.Equal(150, parsed.RootElement.GetProperty("labelled_rows").GetInt32());
        Assert.Equal(["setosa", "versicolor", "virginica"], parsed.RootElement.GetProperty("labels").EnumerateArray().Select(each => each.GetString()));

        // One M-step is the fit of each class: the start of --init labels, to rounding.
        InProcess.Run([], "fit", Gmm.Iris, "--init", "labels:Species", "--covariance", structure, "--max-iterations", "0", "--out", work.PathOf("m"));
        var expected = GaussianMixture.Parse(work.Read("m"));
        var found = GaussianMixture.Parse(parsed.RootElement.GetProperty("model").GetRawText());
        Assert.All(expected.Means.Elements.Zip(found.Means.Elements), pair => Assert.Equal(pair.First, pair.Second, 1e-13));
    }

    /// <summary>One labelled row of each species tells which cluster is which, and which side of a doubt is meant.</summary>
    [Fact]
    public void A_few_labels_name_the_clusters()
    {
        string data = Path.Combine(Path.GetDirectoryName(Gmm.Iris)!, "iris-few-labels.csv");
        var result = InProcess.Run([], "fit", data, "--labels", "Species", "--out", work.PathOf("m"));
        result.Succeeds();
        Assert.Contains("150 rows, 4 columns, 3 rows labelled; 3 components", result.Output, StringComparison.Ordinal);
        Assert.Equal("0 \"setosa\", 1 \"versicolor\", 2 \"virginica\"", result.Value("labels"));
        string[] components = InProcess.Run([], "predict", work.PathOf("m"), data, "--exclude", "Species").Succeeds().TrimEnd().Split('\n')[1..];
        int right = components.Index().Count(row => row.Item[0] - '0' == row.Index / 50);
        Assert.Equal(145, right);
    }

    [Fact]
    public void Labels_go_with_every_family_and_with_hard_EM()
    {
        string data = work.Write("d.csv", "n,w,l\n0,1,\n1,2,low\n1,1,\n9,1,\n11,1,\n8,0.5,high\n");
        foreach (string[] options in new[] { new[] { "--family", "poisson" }, ["--hard"], ["--covariance", "tied"], ["--weights", "w", "--exclude", "w"] })
        {
            string[] columns = options.Contains("--weights") ? [] : ["--exclude", "w"];
            var result = InProcess.Run([], ["fit", data, "--labels", "l", .. columns, .. options]);
            Assert.Equal("0 \"low\", 1 \"high\"", result.Value("labels"));
        }
    }

    [Fact]
    public void With_a_model_to_start_from_labels_are_the_numbers_of_its_components()
    {
        string data = work.Write("d.csv", "n,l\n0,1\n1,\n2,\n9,0\n11,\n8,\n");
        string model = work.Write("m.json", GaussianMixture.Univariate([0.5, 0.5], [10, 0], [4, 4]).ToJson());

        InProcess.Run([], "fit", data, "--labels", "l", "--start", model, "--max-iterations", "4", "--tolerance", "0", "--out", work.PathOf("four")).AssertCode(0);
        InProcess.Run([], "fit", data, "--labels", "l", "--start", work.PathOf("four"), "--max-iterations", "6", "--tolerance", "0", "--out", work.PathOf("six")).AssertCode(0);
        InProcess.Run([], "fit", data, "--labels", "l", "--start", model, "--max-iterations", "10", "--tolerance", "0", "--out", work.PathOf("ten")).AssertCode(0);

        Assert.Equal(work.Read("ten"), work.Read("six"));
        Assert.True(GaussianMixture.Parse(work.Read("ten")).Means[0, 0] > 8);
        InProcess.Run([], "fit", work.Write("e.csv", "n,l\n0,low\n1,\n"), "--labels", "l", "--start", model)
            .Fails(3, "e.csv: row 1: with --start labels are numbers of components, 0 to 1, not \"low\"");
    }

    [Theory]
    [InlineData(2, "-k 3 contradicts --labels l: d.csv has 2 labels in that column", "--labels", "l", "-k", "3")]
    [InlineData(2, "--init contradicts --labels", "--labels", "l", "--init", "random")]
    [InlineData(2, "--restarts cannot be more than 1", "--labels", "l", "--restarts", "2")]
    [InlineData(2, "has no column \"m\"", "--labels", "m")]
    [InlineData(3, "column \"e\" has no label in any row", "--labels", "e", "--exclude", "l")]
    [InlineData(3, "line 3, column \"l\": the label is missing", "--init", "labels:l", "--exclude", "e")]
    public void Labels_that_make_no_sense_are_refused(int code, string text, params string[] options)
    {
        string data = work.Write("d.csv", "n,l,e\n0,low,\n1,,\n9,high,\n");
        string[] arguments = options.Contains("e") || options.Contains("--init") ? options : [.. options, "--exclude", "e"];
        InProcess.Run([], ["fit", data, .. arguments]).Fails(code, text.Replace("d.csv", data, StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_whose_component_has_no_maximum_make_no_start()
    {
        string data = work.Write("d.csv", "n,l\n0,a\n0,a\n5,b\n6,b\n");
        InProcess.Run([], "fit", data, "--family", "poisson", "--labels", "l")
            .Fails(4, "the labels make no start: the likelihood of component 0 has no maximum", "try other labels, or fewer");
    }

    /// <summary>Labelled rows that together weigh less than any data set may.</summary>
    [Fact]
    public void Labels_count_however_little_their_rows_weigh()
    {
        string data = work.Write("d.csv", "n,w,l\n0,1e-35,a\n1,1e-20,\n2,1e-20,\n9,1e-35,b\n11,1e-20,\n8,1e-20,\n");
        Assert.Equal("0 \"a\", 1 \"b\"", InProcess.Run([], "fit", data, "--labels", "l", "--weights", "w").Value("labels"));
    }

    [Fact]
    public void A_label_that_its_component_calls_impossible_is_named()
    {
        string model = work.Write(
            "m.json",
            """{"format":"gmmpure-model","version":1,"family":"bernoulli","columns":["a"],"weights":[0.5,0.5],"components":[{"probabilities":[0]},{"probabilities":[0.5]}]}""");
        InProcess.Run([], "fit", work.Write("d.csv", "a,l\n0,\n1,0\n"), "--start", model, "--labels", "l")
            .Fails(3, "row 2 is impossible under component 0 of", "m.json, its label");
    }

    private static double Number(string json, string name)
    {
        using var parsed = JsonDocument.Parse(json);
        return parsed.RootElement.GetProperty(name).GetDouble();
    }
}
