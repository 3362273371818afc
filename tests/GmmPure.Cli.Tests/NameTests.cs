using System.Text;
using System.Text.Json;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Tests;

/// <summary>Names and labels of characters that nobody expects there: they break nothing, and read as nothing else.</summary>
public sealed class NameTests
{
    /// <summary>The last number that a character of 16 bits can have, which is no character.</summary>
    private const string Last = "\uffff";

    /// <summary>Shown as it stands, it would read "x (not y".</summary>
    private const string Turned = "x\u202e)y ton(";

    private const string TurnedVisibly = @"x\u202E)y ton(";

    private const string Directional = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    [Theory]
    [InlineData(Last)]
    [InlineData("a" + Last)]
    [InlineData(Last + " a")]
    [InlineData(Turned)]
    [InlineData("\u0301\U000e0001\ufeff")]
    public void Any_name_and_label_can_be_fitted_reported_and_estimated(string name)
    {
        using var work = new Workspace();
        byte[] data = Data(name);
        string[] fit = ["-", "--exclude", "l", "-k", "1"];
        InProcess.Run(data, ["fit", .. fit, "--plot", work.PathOf("p"), "--history", work.PathOf("h")]).AssertCode(0);
        InProcess.Run(data, ["report", .. fit, "--out", work.PathOf("r")]).AssertCode(0);
        InProcess.Run(data, "fit", "-", "--columns", "y", "-k", "2", "--labels", "l").AssertCode(0);
        InProcess.Run(data, "fit", "-", "--columns", "y", "--init", "labels:l").AssertCode(0);
        InProcess.Run(data, "estimate", "categorical", "-", "--columns", "l").AssertCode(0);
        InProcess.Run(data, "estimate", "gaussian", "-", "--exclude", "l").AssertCode(0);
        Assert.Equal(["h", "p", "r"], work.Files);
    }

    [Fact]
    public void Every_character_has_a_width_in_a_table()
    {
        string[] names = [.. Enumerable.Range(1, char.MaxValue).Select(number => $"<{(char)number}>")];
        string table = TableText.Of([new("name", IsNumeric: false), new("number")], names.Select((name, i) => new[] { name, $"{i}" }));
        Assert.Equal(names.Length + 2, table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void What_turns_the_direction_of_writing_is_seen_and_turns_nothing()
    {
        using var work = new Workspace();
        string file = work.Write("d\u202e.csv", Data(Turned));
        string[] arguments = [file, "--exclude", "l", "-k", "1"];
        var fitted = InProcess.Run([], ["fit", .. arguments, "--plot", work.PathOf("p"), "--out", work.PathOf("m")]);
        InProcess.Run([], ["report", .. arguments, "--out", work.PathOf("r")]).AssertCode(0);
        string estimated = InProcess.Run([], "estimate", "gaussian", file, "--exclude", "l").Output;
        string labelled = InProcess.Run([], "fit", file, "--columns", "y", "-k", "2", "--labels", "l").Output;
        string[] shown = [fitted.Output, estimated, labelled, work.Read("p"), work.Read("r")];
        Assert.All(shown, text => Assert.Contains(TurnedVisibly, text.Replace(@"\\u", @"\u", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(shown[..^1], text => Assert.DoesNotContain(text, Directional.Contains));
        Assert.Contains(@"<h1>d\u202E.csv</h1>", shown[^1], StringComparison.Ordinal);
        Assert.Contains(@"""columns"":[""x\\u202E)y ton("",""y""]", shown[^1], StringComparison.Ordinal);
        Assert.Equal(Turned, GaussianMixture.Parse(work.Read("m")).ColumnNames[0]);
        var json = JsonElement.Parse(InProcess.Run([], ["fit", .. arguments, "--json"]).Output);
        Assert.Equal(Turned, json.GetProperty("columns")[0].GetString());
    }

    [Fact]
    public void No_message_turns_the_direction_of_writing()
    {
        var result = InProcess.Run([], "fit", $"nope{Directional}", "-k", "1");
        result.Fails(3, @"nope\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069: no such file");
    }

    /// <summary>Two columns of numbers, the first of that name, and one of labels, which is one of two.</summary>
    private static byte[] Data(string name) =>
        Encoding.UTF8.GetBytes($"{name},l,y\n1,{name},2\n2,{name},2.5\n5,q,8\n6,q,4\n7,q,6\n3,{name},7\n");
}
