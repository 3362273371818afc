using System.Text;

namespace GmmPure.Cli.Tests;

public sealed class DataErrorTests
{
    public static TheoryData<string, string> Malformed => new()
    {
        { "", "no rows" },
        { "a,b\n", "no rows" },
        { "a,b\n1,2\n3\n", "line 3 has 1 field, the first line has 2" },
        { "a,b\n1,2\n3,4,\n", "line 3 has 3 fields" },
        { "a,b\n1,2\n\n3,4\n", "line 3 is blank" },
        { "a,a\n1,2\n", "two columns are called \"a\"" },
        { "a,b\n1,2\n3,\"4\n5,6\n", "line 3: a quotation mark is opened here and never closed" },
        { "a,b\n1,2\n3,4\"5\n", "line 3: misplaced quotation mark" },
        { "\"a\na\",b\n1,2\n3,x\n", "line 4, column \"b\": \"x\" is not a number" },
        { "a,b\n1,2\n3,setosa\n", "line 3, column \"b\": \"setosa\" is not a number" },
        { "a,b\n1,2\n3,\n", "line 3, column \"b\": the value is missing" },
        { "a,b\n1,2\n3,NA\n", "line 3, column \"b\": the value is missing (\"NA\")" },
        { "a,b\n1,2\n3,NaN\n", "line 3, column \"b\": the value is missing (\"NaN\")" },
        { "a,b\n1,2\n3,-Infinity\n", "line 3, column \"b\": \"-Infinity\" is not finite" },
        { "a,b\n1,2\n3,1e400\n", "line 3, column \"b\": \"1e400\" is beyond double precision" },
        { "a,b\n1,2\n3,0x1F\n", "\"0x1F\" is not a number" },
        { "a,b\n1,2\n3,\"1,000\"\n", "\"1,000\" is not a number" },
        { "a,b\n1,2\n3,1_000\n", "\"1_000\" is not a number" },
        { "a,b\n1,2\n3,(4)\n", "\"(4)\" is not a number" },
        { "a,b\n1,2\n3,4\0\n", "is not a number" },
        { ",b\n1,2\n3,4\n", "column 1 has no name; leave it out with --exclude x1" },
        { "a,b\n1,2\n3,nan\n", "line 3, column \"b\": the value is missing (\"nan\")" },
        { "a,b\n1,2\n3,+inf\n", "line 3, column \"b\": \"+inf\" is not finite" },
        { "a,b\n1,2\n3,\"\"\n", "line 3, column \"b\": the value is missing" },
        { "a,b\n1,2\n3, \t\n", "line 3, column \"b\": the value is missing" },
        { "a,b\n1,2\n3,1\0\n", "line 3, column \"b\": \"1\\u0000\" is not a number" },
        { "a,b\n1,2\n3,1\u00a0\n", "\"1\\u00A0\" is not a number" },
        { "a,b\n1,2\n3,0x10\n", "\"0x10\" is not a number" },
        { "a,b\n1,2\n3,٣\n", "\"٣\" is not a number" },
        { "a,b\n1,2\n3,\u22124\n", "\"\u22124\" is not a number" },
        { "a,b\n1,2\n3,\"100,50\"\n", "\"100,50\" is not a number" },
        { "a,b\n1,2\n3,4 5\n", "\"4 5\" is not a number" },
        { "a,b\n1,2\n3,4e\n", "\"4e\" is not a number" },
        { "a,b\n1,2\n3,1.2.3\n", "\"1.2.3\" is not a number" },
        { "a,b\n1,2\n3\n4,5,6\n", "line 3 has 1 field, the first line has 2" },
        { "a,b\n\"1\n\",2\n3,4,5\n", "line 2, column \"a\": \"1\\u000A\" is not a number" },
        { "a,b\n\"1\",2\n3,4,5\n", "line 3 has 3 fields" },
        { "\"a\n\n\",b\r\n1,2\r3\n", "line 5 has 1 field" },
        { "a,b\n1,2\n3,4\n\n5,\"6", "line 4 is blank" },
        { "a,b\n1,2\n \t\n3,4\n", "line 3 is blank" },
        { "a,b\n1,\"2\n3,4\n5,6\n", "line 2: a quotation mark is opened here and never closed" },
        { "a,b\n1,2\n\"3\n\",\"4\n5,6\n", "line 4: a quotation mark is opened here and never closed" },
        { "a,b\n1,2\n3,\"4\"\"", "line 3: a quotation mark is opened here and never closed" },
        { "a, a\n1,2\n", "two columns are called \"a\"" },
        { "x2,\n1,2\n", "two columns are called \"x2\"" },
        { "\ufeffa,b\n1,2\n3,x\n", "line 3, column \"b\": \"x\"" },
        { "a,b", "no rows" },
        { "\n\n", "no rows" },
        { "\ufeff", "no rows" },
    };

    /// <summary>Sums of squares are for fits and scores; what a model says of one row needs none.</summary>
    [Theory]
    [InlineData("a,b\n1,2\n3,1e200\n", "line 3, column \"b\": \"1e200\" is too large", ",,,-Infinity")]
    [InlineData("a,b\n1,1e-140\n2,2e-140\n", "column \"b\" varies by", "0,")]
    public void Data_whose_squares_cannot_be_summed_are_exit_3_but_for_predict(string text, string message, string second)
    {
        using var work = new Workspace();
        byte[] data = Encoding.UTF8.GetBytes(text);
        string model = work.Write("m.json", Examples.Model.Replace("[\"x\",\"y\"]", "[\"a\",\"b\"]", StringComparison.Ordinal));
        InProcess.Run(data, "fit", "-", "-k", "1", "--out", work.PathOf("out")).Fails(3, "standard input", message);
        InProcess.Run(data, "select", "-", "-k", "1", "--out", work.PathOf("out")).Fails(3, "standard input: ", message);
        InProcess.Run(data, "score", model, "-", "--json").Fails(3, "standard input", message);
        Assert.Equal(["m.json"], work.Files);

        var predict = InProcess.Run(data, "predict", model, "-");

        predict.AssertCode(0);
        string[] lines = predict.Output.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("0,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(second, lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_data_are_exit_3_and_one_line(string text, string message)
    {
        using var work = new Workspace();
        work.Write("out", "before");
        string data = work.Write("data.csv", text);
        var result = await Gmm.Run(
            "fit", data, "-k", "1", "--out", work.PathOf("out"), "--history", work.PathOf("history"));
        result.Fails(3, "data.csv", message);
        string model = work.Write("m.json", Examples.Model.Replace("[\"x\",\"y\"]", "[\"a\",\"b\"]", StringComparison.Ordinal));
        InProcess.Run(Encoding.UTF8.GetBytes(text), "select", "-", "-k", "1", "--out", work.PathOf("out")).Fails(3, "standard input: ", message);
        InProcess.Run([], "predict", model, data, "--out", work.PathOf("out")).Fails(3, "data.csv");
        InProcess.Run([], "score", model, data, "--json").Fails(3, "data.csv");
        File.Delete(model);
        Assert.Equal("before", work.Read("out"));
        Assert.Equal(["data.csv", "out"], work.Files);
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,5\r\n4,1\r\n")]
    [InlineData("\ufeffa,b\n1,2\n3,5\n4,1\n")]
    [InlineData("a,b\n1,2\n3,5\n4,1")]
    [InlineData("a,b\n1,2\n3,5\n4,1\n\n\n")]
    [InlineData("a,b\n1,2\n3,5\n4,1\n \t\n  ")]
    [InlineData("a,b\r\n1,2\r\n3,5\r\n4,1\r\n\r\n")]
    [InlineData("a,b\r1,2\r3,5\r4,1\r")]
    [InlineData("a,b\n1,2\r3,5\r\n4,1\r\n\r")]
    [InlineData("\ufeff\"a\",b\n1,2\n\"3\",5\n4,1\n")]
    [InlineData("a;b\n1;2\n3;5\n4;1\n")]
    [InlineData("a;b\n1,0;2,0\n3,0;5,0\n4,0;1,0\n")]
    [InlineData("a\tb\n1\t2\n3\t5\n4\t1\n")]
    [InlineData("  a \tb\n1  2 \n\t3 5\n4\t 1\n")]
    [InlineData("sep=;\na;b\n1;2\n3;5\n4;1\n")]
    [InlineData(" a ,\"b\"\n 1 ,\"2\"\n+3,5.\n4e0,\t.1E+1\n")]
    public async Task What_means_the_same_is_read_the_same(string text)
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", text);
        (await Gmm.Run("fit", data, "-k", "1", "--out", work.PathOf("m"))).AssertCode(0);
        var model = GaussianMixture.Parse(work.Read("m"));
        Assert.Equal(["a", "b"], model.ColumnNames);
        Assert.Equal([8.0 / 3, 8.0 / 3], model.Means.Elements);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_says_in_what_encoding_the_text_is(string encoding)
    {
        byte[] usual = Encoding.UTF8.GetBytes("größe,b\n1,2\n3,5\n4,1\n");
        var other = Encoding.GetEncoding(encoding);
        byte[] marked = [.. other.GetPreamble(), .. Encoding.Convert(Encoding.UTF8, other, usual)];
        string[] fit = ["fit", "-", "-k", "1", "--restarts", "1"];
        Assert.Equal(InProcess.Run(usual, fit).Succeeds(), InProcess.Run(marked, fit).Succeeds());
    }

    [Theory]
    [InlineData("-1", "line 3, column \"w\": a weight is a number from 0 on, not \"-1\"")]
    [InlineData("heavy", "line 3, column \"w\": a weight is a number from 0 on, not \"heavy\"")]
    [InlineData("nan", "a weight is a number from 0 on, not \"nan\"")]
    [InlineData("1e400", "a weight is a number from 0 on, not \"1e400\"")]
    [InlineData("", "line 3, column \"w\": the weight is missing")]
    [InlineData("1e31", "column \"w\": ")]
    [InlineData("0", "column \"w\": ")]
    [InlineData("1e-31", "column \"w\": ")]
    public async Task Weights_that_are_none_are_exit_3(string weight, string message)
    {
        using var work = Examples.InFolder();
        string data = work.Write("data.csv", $"x,w,y\n1,0,2\n3,{weight},5\n4,0,2\n");
        (await Gmm.Run("fit", data, "-k", "1", "--weights", "w")).Fails(3, "data.csv: ", message);
        (await Gmm.Run("predict", work.PathOf("m.json"), data, "--weights", "w")).Fails(3, "data.csv: ", message);
        InProcess.Run([], "score", work.PathOf("m.json"), data, "--weights", "w").Fails(3, "data.csv: ", message);
        InProcess.Run([], "select", data, "-k", "1", "--weights", "w").Fails(3, "data.csv: ", message);
    }

    [Theory]
    [InlineData("-a", "--exclude -a")]
    [InlineData("it's", "--exclude 'it'\\''s'")]
    [InlineData("a b", "--exclude 'a b'")]
    [InlineData("$HOME", "--exclude '$HOME'")]
    [InlineData("a,b", "--exclude '\"a,b\"'")]
    [InlineData("a\"b", "--exclude '\"a\"\"b\"'")]
    [InlineData("a\nb", "--exclude $'\"a\\u000Ab\"'")]
    [InlineData("a\u00a0'b", "--exclude $'a\\u00A0\\'b'")]
    [InlineData("größe", "--exclude größe")]
    public async Task What_a_message_says_to_type_can_be_typed(string name, string advice)
    {
        using var work = new Workspace();
        string quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        string data = work.Write("d.csv", $"\"{quoted}\",n\nred,1\nblue,2\nred,4\n");
        InProcess.Run([], "fit", data, "-k", "1").Fails(3, $"left out with {advice}\n");
        Assert.Contains("1 column;", (await Gmm.RunShell(work, $"$GMM fit d.csv -k 1 {advice}")).Succeeds(), StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_exit_3()
    {
        using var work = Examples.InFolder();
        var random = new Random(1);
        for (int time = 0; time < 500; time++)
        {
            byte[] bytes = new byte[random.Next(1, 3000)];
            random.NextBytes(bytes);
            InProcess.Run(bytes, "fit", "-", "-k", "1").Fails(3, "standard input: ");
            InProcess.Run(bytes, "predict", "-", work.PathOf("d.csv")).Fails(3, "standard input: ");
        }
    }

    [Fact]
    public void More_than_memory_can_hold_is_exit_3()
    {
        using var work = Examples.InFolder();
        string wide = string.Join(',', Enumerable.Range(0, 50_000));
        byte[] data = Encoding.UTF8.GetBytes($"{wide}\n{wide}\n{wide}1\n");
        InProcess.Run(data, "fit", "-", "-k", "1", "--no-header").Fails(3, "1 full covariance of 50000 columns cannot be held", "diagonal");
        InProcess.Run(data, "select", "-", "-k", "1", "--no-header").Fails(3, "cannot be held in memory");
        string longest = "x\n" + string.Concat(Enumerable.Range(0, 50_000).Select(row => $"{row}\n"));
        InProcess.Run(Encoding.UTF8.GetBytes(longest), "fit", "-", "--family", "poisson", "-k", "50000")
            .Fails(3, "50000 rows times 50000 components cannot be held in memory (18.6 GiB)");
    }

    [Fact]
    public async Task A_name_may_hold_a_comma_and_a_nameless_column_can_be_left_out()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", ",\"a,b\",c\n1,1,7\n2,2,1\n3,4,5\n");
        (await Gmm.Run("fit", data, "-k", "1", "--exclude", "x1,\"a,b\"", "--out", work.PathOf("m"))).Succeeds();
        Assert.Equal(["c"], GaussianMixture.Parse(work.Read("m")).ColumnNames);
    }

    [Fact]
    public async Task A_column_of_labels_must_be_left_out_by_name() =>
        (await Gmm.Run("fit", Gmm.Iris, "-k", "3"))
            .Fails(3, "iris.csv", "line 2, column \"Species\": \"setosa\"", "--exclude Species");

    [Fact]
    public async Task Files_that_are_not_there_or_not_text_are_exit_3()
    {
        using var work = new Workspace();
        (await Gmm.Run("fit", work.PathOf("nope.csv"), "-k", "1")).Fails(3, "nope.csv: no such file");
        (await Gmm.Run("fit", Path.GetTempPath(), "-k", "1")).Fails(3, "is a directory");
        await File.WriteAllBytesAsync(
            work.PathOf("latin1.csv"), Encoding.Latin1.GetBytes("größe\n1\n2\n"), TestContext.Current.CancellationToken);
        (await Gmm.Run("fit", work.PathOf("latin1.csv"), "-k", "1")).Fails(3, "latin1.csv: not UTF-8");
        (await Gmm.Run("fit", Gmm.OldFaithful, "--start", work.PathOf("nope.json"))).Fails(3, "nope.json: no such file");
    }

    [Theory]
    [InlineData("fit", "300")]
    [InlineData("fit", "2000000000")]
    [InlineData("select", "300")]
    [InlineData("select", "1..2000000000")]
    public async Task Too_few_rows_are_exit_3(string command, string components) =>
        (await Gmm.Run(command, Gmm.OldFaithful, "-k", components)).Fails(3, $"272 rows for {components.Split("..")[^1]} components");

    [Fact]
    public async Task An_output_that_cannot_be_written_is_exit_3_before_anything_is_computed()
    {
        using var work = new Workspace();
        string[] endless = ["fit", Gmm.OldFaithful, "-k", "2", "--tolerance", "0", "--max-iterations", "2000000000"];
        string history = work.PathOf("history");
        (await Gmm.Run([.. endless, "--history", history, "--out", work.PathOf("no/m")])).Fails(3, "no such directory");
        (await Gmm.Run([.. endless, "--history", history, "--out", Path.GetTempPath()])).Fails(3, "is a directory");
        Assert.Empty(work.Files);
    }
}
