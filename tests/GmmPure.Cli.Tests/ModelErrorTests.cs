using System.Text;

namespace GmmPure.Cli.Tests;

/// <summary>A model file that is not whole and right in every member is no model: the message names the member.</summary>
public sealed class ModelErrorTests
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "\"format\":\"gmmpure-model\",", "", "\"format\": is missing" },
        { "gmmpure-model", "sklearn", "\"format\": must be \"gmmpure-model\"" },
        { "\"version\":1,", "", "\"version\": is missing" },
        { "\"version\":1", "\"version\":2", "\"version\": 2 is newer than this library, which reads 1" },
        { "\"version\":1", "\"version\":0", "\"version\": must be a whole number from 1 on" },
        { "\"version\":1", "\"version\":1.5", "\"version\": must be a whole number from 1 on" },
        { "\"version\":1", "\"version\":99999999999", "\"version\": must be a whole number from 1 on" },
        { "\"version\":1", "\"version\":\"1\"", "\"version\": must be a number" },
        { "\"covariance\":\"full\",", "", "\"covariance\": is missing" },
        { "\"full\"", "\"oblong\"", "\"covariance\": there is no structure \"oblong\"" },
        { "\"full\"", "null", "\"covariance\": must be a string" },
        { "\"full\"", "\"diagonal\"", "\"covariances\": component 0: must hold numbers only" },
        { "\"full\"", "\"tied\"", "\"covariances\": must hold numbers only" },
        { "\"full\"", "\"tied-spherical\"", "\"covariances\": must hold numbers only" },
        { "[\"x\",\"y\"]", "[\"x\"]", "\"columns\": 2 columns need as many names" },
        { "[\"x\",\"y\"]", "[\"x\",\"x\"]", "\"columns\": Two columns have the same name" },
        { "[\"x\",\"y\"]", "[\"x\",2]", "\"columns\": must be an array of strings" },
        { "[\"x\",\"y\"]", "{\"x\":\"y\"}", "\"columns\": must be an array" },
        { "[\"x\",\"y\"]", "[\"x\",\"\\ud800\"]", "not Unicode text" },
        { "[0.5,0.5]", "null", "\"weights\": must be an array" },
        { "[0.5,0.5]", "[]", "\"weights\": A mixture needs weights" },
        { "[0.5,0.5]", "[0.33,0.33]", "\"weights\": The weights of a mixture sum to 1, not 0.66" },
        { "[0.5,0.5]", "[1.5,-0.5]", "\"weights\": A mixture needs weights, all of them in [0, 1]" },
        { "[0.5,0.5]", "[0.5,\"0.5\"]", "\"weights\": must hold numbers only" },
        { "[0.5,0.5]", "[1]", "\"means\": 1 weights need as many means, not 2" },
        { "\"weights\":", "\"weights\":[1],\"weights\":", "\"weights\": stands twice" },
        { "\"weights\":", "\"note\":1,\"note\":2,\"weights\":", "\"note\": stands twice" },
        { "\"means\":", "\"mean\":", "\"means\": is missing" },
        { "[[0,1],[8,3]]", "[[0,1],[8]]", "\"means\": has rows of different lengths" },
        { "[[0,1],[8,3]]", "[[0,1],[8,null]]", "\"means\": must hold numbers only" },
        { "[[0,1],[8,3]]", "[[0,1],[8,1e400]]", "\"means\": 1e400 is beyond double precision" },
        { "[[0,1],[8,3]]", "[[0,1],[8,1e200]]", "\"means\": Means must be finite, and below 2^500" },
        { "[[0,1],[8,3]]", "[[],[]]", "\"means\": is empty" },
        { "[[0,1],[8,3]]", "[[0,1,2],[8,3,4]]", "\"covariances\": Covariances here are Full and of dimension 3" },
        { "[[1,0.5],[0.5,1]],", "", "\"covariances\": 2 components need as many covariances, not 1" },
        { "[[1,0.5],[0.5,1]]", "[[1,0.5],[0.4,1]]", "\"covariances\": component 0: A covariance is symmetric: entries (1, 0) and (0, 1) are 0.4 and 0.5" },
        { "[[1,0.5],[0.5,1]]", "[[1,2],[2,1]]", "\"covariances\": component 0: The matrix is not positive definite" },
        { "[[1,0.5],[0.5,1]]", "[[0,0],[0,1]]", "\"covariances\": component 0: The matrix is not positive definite" },
        { "[[1,0.5],[0.5,1]]", "[[1,0.5]]", "\"covariances\": component 0: A covariance is square, not 1×2" },
        { "[[1,0.5],[0.5,1]]", "[[1,0.5],[0.5]]", "\"covariances\": component 0: has rows of different lengths" },
        { "[[1,0.5],[0.5,1]]", "[[1,0.5],[0.5,NaN]]", "\"covariances\": not valid JSON at line 1, byte" },
        { "]]]}", "]]],}", "\"covariances\": not valid JSON at line 1, byte " },
        { "]]]}", "]]]} x", "not valid JSON at line 1, byte" },
        { "]]]}", "]]]", "\"covariances\": the text ends here, cut short: it is not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_member_that_is_wrong_is_named(string part, string replacement, string text)
    {
        using var work = Examples.InFolder();
        string model = work.Write("bad.json", Examples.Model.Replace(part, replacement, StringComparison.Ordinal));
        (await Gmm.Run("predict", model, work.PathOf("d.csv"), "--out", work.PathOf("out"))).Fails(3, "bad.json: ", text);
        InProcess.Run([], "score", model, work.PathOf("d.csv")).Fails(3, "bad.json: ", text);
        InProcess.Run([], "sample", model, "-n", "3", "--out", work.PathOf("out")).Fails(3, "bad.json: ", text);
        InProcess.Run([], "fit", work.PathOf("d.csv"), "--start", model, "--out", model).Fails(3, "bad.json: ", text);
        Assert.Equal(["bad.json", "d.csv", "m.json"], work.Files);
    }

    [Theory]
    [InlineData("", "not valid JSON: there is nothing in it")]
    [InlineData(" \n", "not valid JSON: there is nothing in it")]
    [InlineData("null", "not a JSON object")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{}", "\"format\": is missing")]
    [InlineData("x,y\n1,2\n", "not valid JSON: a model is an object, which begins with {")]
    [InlineData("{\"format\":", "\"format\": the text ends here, cut short")]
    [InlineData("{\"format\" \"gmmpure-model\"}", "not valid JSON at line 1, byte 11: ")]
    [InlineData("{\n  \"format\": gmm}", "\"format\": not valid JSON at line 2, byte 13: 'g' is an invalid start of a value.\n")]
    public async Task What_is_no_model_at_all_is_said(string model, string text)
    {
        using var work = Examples.InFolder();
        (await Gmm.Run("predict", work.Write("bad.json", model), work.PathOf("d.csv"))).Fails(3, "bad.json: ", text);
        InProcess.Run(Encoding.UTF8.GetBytes(model), "sample", "-", "-n", "3").Fails(3, "standard input: ", text);
    }

    [Fact]
    public async Task A_model_cut_short_anywhere_is_said_to_be_cut_short()
    {
        using var work = Examples.InFolder();
        byte[] whole = Encoding.UTF8.GetBytes(Examples.Model);
        for (int length = 1; length < whole.Length; length++)
        {
            InProcess.Run(whole[..length], "predict", "-", work.PathOf("d.csv"))
                .Fails(3, "standard input: ", "the text ends here, cut short: it is not valid JSON.\n");
        }

        foreach (int length in new[] { 60, 100, whole.Length - 1 })
        {
            work.Write("cut.json", whole[..length]);
            (await Gmm.Run("fit", work.PathOf("d.csv"), "--start", work.PathOf("cut.json"))).Fails(3, "cut.json: ", "cut short");
        }
    }

    [Fact]
    public async Task A_log_likelihood_that_overflows_is_exit_3()
    {
        using var work = new Workspace();
        string model = work.Write("narrow.json", """
            {"format":"gmmpure-model","version":1,"covariance":"spherical","weights":[1],"means":[[0]],"covariances":[1e-300]}
            """);
        string data = work.Write("far.csv", "x\n" + string.Concat(Enumerable.Repeat("1e4\n", 6)));
        string[] rows = (await Gmm.Run("predict", model, data)).Succeeds().TrimEnd().Split('\n');
        Assert.Equal(Enumerable.Repeat("0,1,-5E+307", 6), rows[1..]);
        (await Gmm.Run("score", model, data, "--json")).Fails(3, "far.csv: the rows are too far", "narrow.json", "it overflows");
        (await Gmm.Run("fit", data, "--start", model, "--ridge", "1", "--json", "--history", work.PathOf("h")))
            .Fails(3, "far.csv: the rows are too far", "the start", "it overflows");
        Assert.Equal(["far.csv", "narrow.json"], work.Files);
    }

    [Fact]
    public async Task A_model_of_other_columns_is_refused()
    {
        using var work = Examples.InFolder();
        string model = work.PathOf("m.json");
        (await Gmm.Run("predict", model, work.Write("1.csv", "x\n1\n"))).Fails(3, "1.csv has no column \"y\", which", "its columns are \"x\"");
        (await Gmm.Run("predict", model, work.Write("2.csv", "1\n"), "--no-header")).Fails(3, "m.json has 2 columns", "2.csv has 1");
        InProcess.Run([], "score", model, work.Write("3.csv", "x,Y\n1,2\n")).Fails(3, "no column \"y\"", "its columns are \"x\", \"Y\"");
        InProcess.Run([], "predict", model, work.PathOf("d.csv"), "--columns", "x").Fails(3, "is a model of the columns \"x\", \"y\", not of \"x\"");
    }

    [Fact]
    public async Task Columns_in_another_order_give_the_same_bytes()
    {
        using var work = Examples.InFolder();
        string swapped = "y,x\n" + string.Concat(Examples.Csv.TrimEnd().Split('\n').Skip(1).Select(line =>
            $"{line.Split(',')[1]},{line.Split(',')[0]}\n"));
        string expected = (await Gmm.Run("predict", work.PathOf("m.json"), work.PathOf("d.csv"))).Succeeds();
        Assert.Equal(expected, (await Gmm.Run("predict", work.PathOf("m.json"), work.Write("s.csv", swapped))).Succeeds());
    }
}
