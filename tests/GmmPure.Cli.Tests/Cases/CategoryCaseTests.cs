namespace GmmPure.Cli.Tests.Cases;

/// <summary>Categories as they are coded: from 1, with gaps, by words.</summary>
public sealed class CategoryCaseTests : IDisposable
{
    private const string Codes = "38-categories-from-one";
    private const string Words = "39-yes-no";

    private readonly Workspace work = new();

    public void Dispose() => work.Dispose();

    [Theory]
    [InlineData("one.csv")]
    [InlineData("zero.csv")]
    public void Categories_that_no_row_has_are_no_free_parameters(string file)
    {
        var fit = Case.Fit(Codes, file, "--family", "categorical");

        fit.Succeeds();
        Assert.Equal("13", fit.Value("free parameters"));
        Assert.Equal("2473.583", fit.Value("BIC"));
    }

    [Fact]
    public void Codes_are_named_as_they_stand_in_the_data()
    {
        string table = Case.Fit(Codes, "one.csv", "--family", "categorical", "--out", work.PathOf("m")).Succeeds();

        Assert.Contains("a probability of 2", table, StringComparison.Ordinal);
        Assert.Contains("c probability of 4", table, StringComparison.Ordinal);
        Assert.DoesNotContain("probability of 0", table, StringComparison.Ordinal);
        Assert.Contains("\"categories\":[[1,2],[1,2,3],[1,2,3,4]]", work.Read("m"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_was_never_seen_has_density_0()
    {
        Case.Fit(Codes, "one.csv", "--family", "categorical", "--out", work.PathOf("m")).Succeeds();

        var predict = InProcess.Run([], "predict", work.PathOf("m"), Case.File(Codes, "new.csv"));

        string[] lines = predict.Reads("component,r_0,r_1,log_density", "new.csv: 1 row, the first of them row 1, is impossible").Split('\n');
        Assert.Equal(",,,-Infinity", lines[1]);
        Assert.DoesNotContain("Infinity", lines[2] + lines[3], StringComparison.Ordinal);
        InProcess.Run([], "score", work.PathOf("m"), Case.File(Codes, "new.csv")).Fails(3, "row 1 is impossible under every component");
        InProcess.Run("a,b,c\n1,2,2.5\n"u8.ToArray(), "predict", work.PathOf("m"), "-")
            .Fails(3, "row 1, column \"c\": 2.5 is not a whole number, as categorical needs");
    }

    [Fact]
    public void Gaps_between_codes_are_none()
    {
        byte[] data = "v\n0\n1\n9\n9\n1\n-5\n0\n1000000\n"u8.ToArray();

        var fit = InProcess.Run(data, "fit", "-", "--family", "categorical", "-k", "1", "--restarts", "1", "--out", work.PathOf("m"));

        fit.Succeeds();
        Assert.Equal("4", fit.Value("free parameters"));
        Assert.Contains("\"categories\":[[-5,0,1,9,1000000]]", work.Read("m"), StringComparison.Ordinal);
        var estimate = InProcess.Run(data, "estimate", "categorical", "-");
        Assert.Contains("probability of 1000000", estimate.Succeeds(), StringComparison.Ordinal);
        Assert.Equal("4", estimate.Value("free parameters"));
        InProcess.Run("v\n1\n0.5\n"u8.ToArray(), "fit", "-", "--family", "categorical", "-k", "1")
            .Fails(3, "row 2, column \"v\": 0.5 is not a whole number, as categorical needs");
    }

    [Fact]
    public void Categories_of_rows_that_count_for_nothing_are_not_seen()
    {
        byte[] data = "v,n\n1,3\n2,0\n3,5\n"u8.ToArray();

        var fit = InProcess.Run(data, "fit", "-", "--family", "categorical", "--weights", "n", "-k", "1", "--out", work.PathOf("m"));

        Assert.Equal("1", fit.Value("free parameters"));
        Assert.Contains("\"categories\":[[1,3]]", work.Read("m"), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_named_in_table_and_model_and_read_again()
    {
        string data = Case.File(Words, "words.csv");
        var fit = Case.Fit(Words, "words.csv", "--family", "categorical", "--out", work.PathOf("m"), "--history", work.PathOf("h"));

        fit.Reads("400 rows, 2 columns", "in column \"b\" \"high\" is 0, \"low\" is 1, \"mid\" is 2");
        Assert.Contains("a probability of yes", fit.Output, StringComparison.Ordinal);
        Assert.Contains("b probability of mid", fit.Output, StringComparison.Ordinal);
        Assert.Equal("7", fit.Value("free parameters"));
        Assert.Contains("\"categories\":[[\"no\",\"yes\"],[\"high\",\"low\",\"mid\"]]", work.Read("m"), StringComparison.Ordinal);
        Assert.Equal(fit.Value("log-likelihood"), Value(InProcess.Run([], "score", work.PathOf("m"), data), "log-likelihood"));
        InProcess.Run([], "fit", data, "--start", work.PathOf("m")).Succeeds();
        string[] drawn = InProcess.Run([], "sample", work.PathOf("m"), "-n", "30").Succeeds().TrimEnd().Split('\n');
        Assert.All(drawn[1..], line => Assert.Matches("^(yes|no),(high|low|mid)$", line));
        InProcess.Run(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', drawn)), "score", work.PathOf("m"), "-").Succeeds();

        static string Value(GmmResult result, string name)
        {
            result.Succeeds();
            return result.Value(name);
        }
    }

    /// <summary>Fewer words, in another order, and such as no row had: each means what it meant.</summary>
    [Fact]
    public void Words_mean_in_other_data_what_they_meant()
    {
        Case.Fit(Words, "words.csv", "--family", "categorical", "--out", work.PathOf("m")).AssertCode(0);
        string whole = InProcess.Run([], "predict", work.PathOf("m"), Case.File(Words, "words.csv")).Succeeds();
        string[] words = File.ReadAllLines(Case.File(Words, "words.csv"));
        int low = Array.IndexOf(words, "yes,low");

        var predict = InProcess.Run(
            "b,a\nlow,yes\nlow,TRUE\nsomething,yes\n3,no\n"u8.ToArray(), "predict", work.PathOf("m"), "-");

        string[] lines = predict.Reads("component", "2 rows, the first of them row 3, are impossible").TrimEnd().Split('\n');
        Assert.Equal(whole.Split('\n')[low], lines[1]);
        Assert.Equal(lines[1], lines[2]);
        Assert.Equal([",,,-Infinity", ",,,-Infinity"], lines[3..]);
    }

    [Fact]
    public void Words_of_rows_that_are_left_out_are_not_seen()
    {
        byte[] data = "a,b\nred,x\nblue,\ngreen,y\nred,y\n"u8.ToArray();

        InProcess.Run(data, "fit", "-", "--family", "categorical", "-k", "1", "--missing", "drop", "--out", work.PathOf("m")).AssertCode(0);

        Assert.Contains("\"categories\":[[\"green\",\"red\"],[\"x\",\"y\"]]", work.Read("m"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_probability_that_is_0_but_for_rounding_makes_no_exponents_of_the_others()
    {
        byte[] few = "color,id\nred,a\nred,b\nblue,c\ngreen,d\ngreen,e\ngreen,f\nblue,g\nred,h\n"u8.ToArray();
        string table = InProcess.Run(few, "fit", "-", "-k", "2", "--family", "categorical")
            .Reads("id probability of d          0.3333", "from 16 numbers, which is no evidence; try fewer components or fewer columns");

        Assert.DoesNotContain("E-", table[..table.IndexOf("log-likelihood", StringComparison.Ordinal)], StringComparison.Ordinal);
        InProcess.Run(few, "fit", "-", "-k", "2", "--family", "categorical", "--columns", "color")
            .Reads("2 categorical components", "from 8 numbers, which is no evidence; try fewer components\n");
    }
}
