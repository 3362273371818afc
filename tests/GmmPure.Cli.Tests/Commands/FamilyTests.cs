using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

/// <summary>Mixtures of families other than Gaussian: the same command, files of their own.</summary>
public sealed class FamilyTests : IDisposable
{
    /// <summary>Two groups around (0, 0) and (9, 9), every seventh row far out: numbers that fall everywhere, in no pattern.</summary>
    private static readonly string HeavyTails = "a,b\n" + string.Concat(Enumerable.Range(1, 60).Select(i =>
    {
        var (angle, radius) = (2.4 * i, ((i * 0.618) % 1) * (i % 7 == 0 ? 12 : 2));
        double centre = i % 3 == 0 ? 9 : 0;
        return FormattableString.Invariant($"{centre + (radius * Math.Cos(angle)):F3},{centre + (radius * Math.Sin(angle)):F3}\n");
    }));

    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    /// <summary>Each family with two columns of data that have two groups, and what it needs beside.</summary>
    public static TheoryData<string, string[], string> Families => new()
    {
        { "bernoulli", [], "a,b,c\n1,1,0\n1,1,1\n1,0,1\n0,0,0\n0,0,1\n0,1,0\n1,1,1\n0,0,0\n" },
        { "binomial", ["--trials", "10"], "a\n1\n2\n0\n3\n8\n9\n7\n10\n" },
        { "categorical", [], "a,b\n0,2\n0,2\n1,2\n2,0\n2,1\n2,0\n0,1\n2,0\n" },
        { "exponential", [], "a\n0.1\n0.2\n0.05\n9\n7\n30\n12\n0.4\n" },
        { "gamma", [], "a\n0.9\n1.1\n1.3\n9\n7\n8\n12\n0.8\n" },
        { "poisson", [], "a\n0\n1\n1\n2\n0\n3\n9\n11\n8\n12\n10\n7\n" },
        { "student-t", [], HeavyTails },
    };

    /// <summary>All rows together just have an estimate; of their shares, rounding leaves some component none.</summary>
    [Theory]
    [InlineData("kmeans++")]
    [InlineData("random")]
    public void A_start_that_rounding_collapses_is_a_degenerate_fit(string init)
    {
        string data = work.Write("d.csv", "a,b\n" + string.Concat(Enumerable.Range(1, 15).Select(i =>
            FormattableString.Invariant($"{i},{(2 * i) + (5e-7 * ((i + 2) % 3 == 2 ? 1 : (i + 2) % 3 == 0 ? -1 : 0)):R}\n"))));

        InProcess.Run([], "fit", data, "--family", "student-t", "-k", "3", "--init", init, "--restarts", "1", "--out", work.PathOf("m"))
            .Fails(4, "the start of seed 1 is degenerate: component ", " collapsed in column \"b\"", "try another --seed, fewer components");
        Assert.False(File.Exists(work.PathOf("m")));
    }

    /// <summary>A table of one row a component was drawn in vain, in time that grew with the square of its columns.</summary>
    [Fact]
    public void Many_parameters_are_a_list()
    {
        string data = work.Write("d.csv", "x\n" + string.Concat(Enumerable.Range(0, 65536).Select(level => FormattableString.Invariant($"{level}\n"))));

        string[] lines = InProcess.Run([], "fit", data, "--family", "categorical", "-k", "1", "--restarts", "1").Succeeds().Split('\n');

        Assert.Contains(lines, line => line.Contains("probability of 65535", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void What_is_fitted_scores_predicts_and_goes_on(string family, string[] options, string csv)
    {
        string data = work.Write("d.csv", csv);
        string[] start = ["fit", data, "--family", family, .. options, "-k", "2", "--init", "kmeans++", "--tolerance", "0"];

        InProcess.Run([], [.. start, "--max-iterations", "4", "--out", work.PathOf("four")]).AssertCode(0);
        var whole = InProcess.Run([], [.. start, "--max-iterations", "10", "--out", work.PathOf("ten"), "--history", work.PathOf("h"), "--json"]);
        InProcess.Run(
            [], "fit", data, "--start", work.PathOf("four"), "--tolerance", "0", "--max-iterations", "6", "--out", work.PathOf("six")).AssertCode(0);
        var summary = Json(whole.Output);
        var score = Json(InProcess.Run([], "score", work.PathOf("ten"), data, "--json").Succeeds());
        string[] prediction = InProcess.Run([], "predict", work.PathOf("ten"), data).Succeeds().TrimEnd().Split('\n');

        string[] drawn = InProcess.Run([], "sample", work.PathOf("ten"), "-n", "20", "--seed", "7").Succeeds().TrimEnd().Split('\n');

        Assert.Equal(csv.Split('\n')[0], drawn[0]);
        Assert.Equal(21, drawn.Length);
        InProcess.Run([], "score", work.PathOf("ten"), work.Write("drawn.csv", string.Join('\n', drawn))).Succeeds();
        Assert.Equal(family, summary.GetProperty("family").GetString());
        Assert.Equal(work.Read("ten").TrimEnd(), summary.GetProperty("model").GetRawText());
        Assert.Equal(work.Read("ten"), work.Read("six"));
        Assert.Equal(summary.GetProperty("log_likelihood").GetDouble(), score.GetProperty("log_likelihood").GetDouble());
        Assert.Equal(csv.Split('\n').Length - 1, prediction.Length);
        Assert.Equal(
            summary.GetProperty("log_likelihood").GetDouble(),
            prediction.Skip(1).Sum(line => double.Parse(line.Split(',')[^1], provider: null)),
            1e-12 * Math.Abs(summary.GetProperty("log_likelihood").GetDouble()));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void A_history_climbs_and_its_weights_are_the_counts_before(string family, string[] options, string csv)
    {
        string data = work.Write("d.csv", csv);
        InProcess.Run([], ["fit", data, "--family", family, .. options, "-k", "2", "--history", work.PathOf("h")]).AssertCode(0);

        JsonElement[] lines = [.. work.Read("h").TrimEnd().Split('\n').Select(Json)];

        Assert.Equal(csv.Split('\n').Length - 2, lines[0].GetProperty("rows").GetInt32());
        Assert.Equal(Enumerable.Range(0, lines.Length), lines.Select(line => line.GetProperty("iteration").GetInt32()));
        Assert.All(lines, line => Assert.Equal(2, line.GetProperty("components").GetArrayLength()));
        foreach (var (before, after) in lines.Zip(lines.Skip(1)))
        {
            double gain = after.GetProperty("log_likelihood").GetDouble() - before.GetProperty("log_likelihood").GetDouble();
            Assert.True(gain >= -1e-12, $"{family} falls by {-gain}");
            double[] counts = Numbers(before, "effective_counts");
            Assert.Equal(counts.Select(count => count / counts.Sum()), Numbers(after, "weights"), new Near(1e-15));
        }
    }

    [Fact]
    public void A_normal_family_is_the_Gaussian_one_in_one_column()
    {
        string[] rest = [Gmm.Galaxies, "-k", "3", "--json"];
        Assert.Equal(
            InProcess.Run([], ["fit", .. rest]).Succeeds(), InProcess.Run([], ["fit", .. rest, "--family", "normal"]).Succeeds());
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--family", "normal").Fails(3, "normal takes one column", "--family gaussian");
    }

    [Fact]
    public void The_same_bytes_on_any_number_of_threads()
    {
        string data = work.Write("d.csv", HeavyTails);
        string[] outputs =
        [
            .. new[] { "1", "2", "7" }.Select(threads => InProcess.Run(
                [], "fit", data, "--family", "student-t", "-k", "2", "--init", "random", "--threads", threads, "--json").Output),
        ];
        Assert.Single(outputs.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(2, "--family is one of bernoulli, ", "--family", "cauchy")]
    [InlineData(2, "could only shrink (gmm estimate fits one)", "--family", "uniform")]
    [InlineData(2, "--family poisson takes no --covariance", "--family", "poisson", "--covariance", "tied")]
    [InlineData(2, "--family poisson takes no --trials", "--family", "poisson", "--trials", "3")]
    [InlineData(2, "--family gaussian takes no --trials", "--trials", "3")]
    [InlineData(2, "--family binomial needs --trials N", "--family", "binomial")]
    [InlineData(2, "--family gamma takes no --ridge", "--family", "gamma", "--ridge", "1")]
    [InlineData(2, "--plot draws Gaussian mixtures, not poisson ones", "--family", "poisson", "--plot", "p.svg")]
    [InlineData(3, "row 3, column \"n\": 1.5 is not a whole number from 0 on, as poisson needs", "--family", "poisson", "--columns", "n")]
    [InlineData(3, "row 1, column \"n\": 2 is not 0 or 1, as bernoulli needs", "--family", "bernoulli")]
    [InlineData(3, "row 2, column \"z\": 0 is not a number above 0, as gamma needs", "--family", "gamma", "--columns", "z")]
    [InlineData(3, "poisson takes one column, of \"n\", \"z\"; choose with --columns", "--family", "poisson")]
    [InlineData(3, "row 1, column \"n\": 2 is not 0 or 1, as binomial needs", "--family", "binomial", "--trials", "1", "--columns", "n")]
    public void What_does_not_fit_the_family_is_said(int code, string text, params string[] options)
    {
        string data = work.Write("d.csv", "n,z\n2,1\n1,0\n1.5,1\n0,3\n");
        InProcess.Run([], ["fit", data, "-k", "2", .. options]).Fails(code, text);
        Assert.Equal(["d.csv"], work.Files);
    }

    [Theory]
    [InlineData("poisson", "the likelihood of component 0 has no maximum: it rises as the rate goes to 0")]
    [InlineData("exponential", "the likelihood of component 0 has no maximum: it rises as the rate goes to infinity")]
    public void Data_without_a_maximum_are_degenerate(string family, string text)
    {
        string data = work.Write("d.csv", "n\n0\n0\n0\n");
        InProcess.Run([], "fit", data, "--family", family, "-k", "1", "--history", work.PathOf("h"), "--out", work.PathOf("m"))
            .Fails(4, "d.csv: column \"n\" is 0 in every row", text);
        Assert.Equal(["d.csv", "h"], work.Files);
        Assert.Empty(work.Read("h"));
    }

    [Fact]
    public void A_model_to_start_from_tells_the_family()
    {
        string data = work.Write("d.csv", "n\n0\n1\n5\n6\n0\n2\n5\n7\n");
        string model = work.Write(
            "m.json",
            """{"format":"gmmpure-model","version":1,"family":"poisson","columns":["n"],"weights":[0.5,0.5],"components":[{"rate":1},{"rate":6}]}""");
        string gaussian = work.Write("g.json", GaussianMixture.Univariate([0.5, 0.5], [1, 6], [1, 1]).ToJson());

        InProcess.Run([], "fit", data, "--start", model).Succeeds();
        InProcess.Run([], "fit", data, "--start", model, "--family", "poisson", "-k", "2").Succeeds();
        InProcess.Run([], "fit", data, "--start", model, "--family", "gamma").Fails(2, "--family gamma contradicts --start", "which is poisson");
        InProcess.Run([], "fit", data, "--start", gaussian, "--family", "poisson").Fails(2, "which is gaussian");
        InProcess.Run([], "fit", data, "--start", model, "--covariance", "full").Fails(2, "--covariance full contradicts --start");
        InProcess.Run([], "fit", data, "--start", model, "--ridge", "1").Fails(2, "--ridge contradicts --start");
        InProcess.Run([], "fit", data, "--start", model, "--trials", "4").Fails(2, "--trials 4 contradicts --start");
        InProcess.Run([], "fit", data, "--start", model, "--plot", work.PathOf("p.svg")).Fails(2, "--plot draws Gaussian mixtures");
        InProcess.Run([], "report", data, "--start", model, "--out", work.PathOf("p.html")).Fails(2, "report draws Gaussian mixtures");
        InProcess.Run([], "predict", model, work.Write("e.csv", "n\n1\n-1\n")).Fails(3, "row 2, column \"n\": -1 is not a whole number");
    }

    [Fact]
    public void A_row_that_no_component_can_have_made_is_named()
    {
        string model = work.Write(
            "m.json",
            """{"format":"gmmpure-model","version":1,"family":"bernoulli","columns":["a"],"weights":[1],"components":[{"probabilities":[0]}]}""");
        var predicted = InProcess.Run([], "predict", model, work.Write("d.csv", "a\n0\n1\n"));
        predicted.AssertCode(0);
        Assert.Equal("component,r_0,log_density\n0,1,0\n,,-Infinity\n", predicted.Output);
        Assert.Contains("1 row, the first of them row 2, is impossible under every component of", predicted.Error, StringComparison.Ordinal);
        InProcess.Run([], "fit", work.PathOf("d.csv"), "--start", model).Fails(3, "row 2 is impossible under every component of");
    }

    [Fact]
    public void Histories_of_other_families_are_neither_verified_nor_drawn()
    {
        string data = work.Write("d.csv", "n\n0\n1\n5\n6\n");
        InProcess.Run([], "fit", data, "--family", "poisson", "-k", "2", "--history", work.PathOf("h")).AssertCode(0);
        InProcess.Run([], "verify", work.PathOf("h"), data).Fails(3, "line 1: \"family\": is \"poisson\", not gaussian");
        InProcess.Run([], "plot", work.PathOf("h"), "--out", work.PathOf("p.svg")).Fails(3, "\"family\": is \"poisson\", not gaussian");
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static double[] Numbers(JsonElement line, string name) =>
        [.. line.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private sealed class Near(double bound) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= bound;

        public int GetHashCode(double obj) => 0;
    }
}
