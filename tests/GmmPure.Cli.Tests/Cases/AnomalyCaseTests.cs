namespace GmmPure.Cli.Tests.Cases;

/// <summary>Rows that belong to no component: each is told, and stops no other.</summary>
public sealed class AnomalyCaseTests : IDisposable
{
    private const string Folder = "37-anomalies";

    private readonly Workspace work = new();

    public AnomalyCaseTests() => Case.Fit(Folder, "train.csv", "--out", work.PathOf("m")).AssertCode(0);

    public void Dispose() => work.Dispose();

    [Fact]
    public void A_level_tells_outliers_from_others()
    {
        string[] lines = Predict("new.csv").Output.TrimEnd().Split('\n');

        Assert.Equal(["outlier", "0", "0", "1", "1", "1"], lines.Select(line => line.Split(',')[^1]));
        Assert.Equal(["0.1", "5", "2.5", "60", "1e6"], lines[1..].Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData("wild.csv", "1e153")]
    [InlineData("wilder.csv", "1e200")]
    public void One_wild_cell_does_not_stop_the_other_rows(string file, string cell)
    {
        string[] usual = Predict("new.csv").Output.Split('\n');
        var predict = Predict(file);

        string[] lines = predict.Output.TrimEnd().Split('\n');
        Assert.Equal([usual[0], usual[1], $"{cell},,,,-Infinity,0,1", usual[2]], lines);
        Assert.Contains($"{file}: 1 row, the first of them row 2, is too far from every component", predict.Error, StringComparison.Ordinal);
        InProcess.Run([], "predict", work.PathOf("m"), Case.File(Folder, file), "--json").Reads("\"component\":[0,null,1]", "row 2");
    }

    /// <summary>A bound of sums of squares is one of fits and scores.</summary>
    [Theory]
    [InlineData("wild.csv")]
    [InlineData("wilder.csv")]
    public void Fits_and_scores_refuse_it(string file)
    {
        Case.Fit(Folder, file, "-k", "1").Fails(3, "line 3, column \"x\"", "is too large: squares would overflow");
        InProcess.Run([], "score", work.PathOf("m"), Case.File(Folder, file)).Fails(3, "line 3, column \"x\"", "is too large");
    }

    [Fact]
    public void What_a_family_calls_impossible_is_refused_however_large()
    {
        InProcess.Run("v\n0\n1\n1\n"u8.ToArray(), "fit", "-", "--family", "bernoulli", "-k", "1", "--out", work.PathOf("b")).AssertCode(0);
        InProcess.Run("v\n0\n1e200\n"u8.ToArray(), "predict", work.PathOf("b"), "-").Fails(3, "row 2, column \"v\": 1E+200 is not 0 or 1, as bernoulli needs");
        InProcess.Run("v\n0\n1e400\n"u8.ToArray(), "predict", work.PathOf("b"), "-").Fails(3, "line 3, column \"v\": \"1e400\" is beyond double precision");
        InProcess.Run("v\n1\n2\n4\n"u8.ToArray(), "fit", "-", "--family", "poisson", "-k", "1", "--out", work.PathOf("p")).AssertCode(0);
        InProcess.Run("v\n0\n1e200\n"u8.ToArray(), "predict", work.PathOf("p"), "-", "--labels-only").Reads("component\n0\n\n", "row 2, is impossible");
    }

    private GmmResult Predict(string file)
    {
        var result = InProcess.Run([], "predict", work.PathOf("m"), Case.File(Folder, file), "--keep", "x", "--outliers", "0.05");
        result.AssertCode(0);
        return result;
    }
}
