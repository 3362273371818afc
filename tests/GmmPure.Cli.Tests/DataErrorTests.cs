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
        { "a,b\n1,2\n3,NaN\n", "line 3, column \"b\": \"NaN\" is not finite" },
        { "a,b\n1,2\n3,-Infinity\n", "line 3, column \"b\": \"-Infinity\" is not finite" },
        { "a,b\n1,2\n3,1e400\n", "line 3, column \"b\": \"1e400\" is beyond double precision" },
        { "a,b\n1,2\n3,1e200\n", "line 3, column \"b\": \"1e200\" is too large" },
        { "a,b\n1,1e-140\n2,2e-140\n", "column \"b\" varies by" },
        { "a,b\n1,2\n3,0x1F\n", "\"0x1F\" is not a number" },
        { "a,b\n1,2\n3,\"1,000\"\n", "\"1,000\" is not a number" },
        { "a,b\n1,2\n3,1_000\n", "\"1_000\" is not a number" },
        { "a,b\n1,2\n3,(4)\n", "\"(4)\" is not a number" },
        { "a,b\n1,2\n3,4\0\n", "is not a number" },
        { ",b\n1,2\n3,4\n", "column 1 has no name; leave it out with --exclude x1" },
    };

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
        Assert.Equal("before", work.Read("out"));
        Assert.Equal(["data.csv", "out"], work.Files);
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,5\r\n4,1\r\n")]
    [InlineData("\ufeffa,b\n1,2\n3,5\n4,1\n")]
    [InlineData("a,b\n1,2\n3,5\n4,1")]
    [InlineData("a,b\n1,2\n3,5\n4,1\n\n\n")]
    [InlineData(" a ,\"b\"\n 1 ,\"2\"\n+3,5.\n4e0,\t.1E+1\n")]
    public async Task What_means_the_same_is_read_the_same(string text)
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", text);
        (await Gmm.Run("fit", data, "-k", "1", "--out", work.PathOf("m"))).Succeeds();
        var model = GaussianMixture.Parse(work.Read("m"));
        Assert.Equal(["a", "b"], model.ColumnNames);
        Assert.Equal([8.0 / 3, 8.0 / 3], model.Means.Elements);
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

    [Fact]
    public async Task Too_few_rows_are_exit_3() =>
        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "300")).Fails(3, "272 rows for 300 components");

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
