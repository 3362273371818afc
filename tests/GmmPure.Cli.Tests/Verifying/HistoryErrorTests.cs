using System.Text;

namespace GmmPure.Cli.Tests.Verifying;

/// <summary>A history that is not whole and right is refused before anything is computed; the message names line and member.</summary>
public sealed class HistoryErrorTests
{
    private const string First = """
        {"iteration":0,"log_likelihood":-270,"status":"running","weights":[0.5,0.5],"means":[[0,1000],[3,1200]],"covariances":[[[1,30],[30,2500]],[[1,0],[0,2500]]],"effective_counts":[10,30],"covariance":"full","columns":["cm","g"],"rows":40,"ridge":0}
        """;

    private const string Second = """
        {"iteration":1,"log_likelihood":-260,"status":"running","weights":[0.25,0.75],"means":[[1,1000],[3,1200]],"covariances":[[[1,30],[30,2500]],[[1,0],[0,2500]]],"effective_counts":[10,30],"covariance":"full"}
        """;

    public static TheoryData<string, string, string> WrongFirst => new()
    {
        { "\"weights\":[0.5,0.5],", "", "\"weights\": is missing" },
        { "\"means\"", "\"mean\"", "\"means\": is missing" },
        { "\"covariances\"", "\"covarianzes\"", "\"covariances\": is missing" },
        { "\"iteration\":0", "\"iteration\":1", "\"iteration\": is 1, where 0 is expected" },
        { "\"iteration\":0", "\"iteration\":\"0\"", "\"iteration\": must be a whole number from 0 on" },
        { "[0.5,0.5]", "[0.5,0.6]", "\"weights\": sum to 1.1, not to 1" },
        { "[0.5,0.5]", "[1.5,-0.5]", "\"weights\": must be in [0, 1]" },
        { "[0.5,0.5]", "[1]", "\"means\": 1 weights need as many means, not 2" },
        { "[0.5,0.5]", "[]", "\"weights\": is empty" },
        { "-270", "1e999", "\"log_likelihood\": 1e999 is beyond double precision" },
        { "-270", "\"-270\"", "\"log_likelihood\": must hold numbers only" },
        { "-270", "NaN", "not valid JSON at byte" },
        { "[3,1200]", "[3]", "\"means\": has rows of different lengths" },
        { "[3,1200]", "[3,1e200]", "\"means\": must be below 2^500" },
        { "[[1,30],[30,2500]],", "", "\"covariances\": 2 weights need as many covariances, not 1" },
        { "[[1,30],[30,2500]]", "[[1,30],[31,2500]]", "\"covariances\": component 0: a covariance is symmetric: entries (1, 0) and (0, 1) are 31 and 30" },
        { "[[1,30],[30,2500]]", "[[1,80],[80,2500]]", "\"covariances\": component 0: the matrix is not positive definite" },
        { "[[1,30],[30,2500]]", "[[1,30],[30,-1]]", "\"covariances\": component 0: a variance must be positive" },
        { "[[1,30],[30,2500]]", "[[1]]", "\"covariances\": component 0: a covariance is 2×2 here, not 1×1" },
        { "[[1,30],[30,2500]],", "[1,2500],", "\"covariances\": component 0: must be an array of rows, each an array of numbers" },
        { "\"covariance\":\"full\"", "\"covariance\":\"diag\"", "\"covariance\": there is no structure \"diag\"" },
        { "\"effective_counts\":[10,30]", "\"effective_counts\":[40]", "\"effective_counts\": 2 components need as many counts" },
        { "\"effective_counts\":[10,30]", "\"effective_counts\":[10,29]", "\"effective_counts\": sum to 39, but the rows of" },
        { "\"rows\":40", "\"rows\":41", "\"rows\": is 41, but " },
        { "\"rows\":40", "\"rows\":-1", "\"rows\": must be a whole number from 0 on" },
        { "\"ridge\":0", "\"ridge\":-1", "\"ridge\": must not be negative" },
        { "[\"cm\",\"g\"]", "[\"cm\"]", "\"columns\": 2 columns need as many names" },
        { "[\"cm\",\"g\"]", "[\"g\",\"g\"]", "\"columns\": two columns have the same name" },
        { "[\"cm\",\"g\"]", "[\"cm\",7]", "\"columns\": must be an array of strings" },
        { "[\"cm\",\"g\"]", "[\"cm\",\"\\ud800\"]", "not Unicode text" },
        { "\"running\"", "\"done\"", "\"status\": must be \"running\", \"converged\" or \"degenerate\"" },
        { "\"weights\":", "\"weights\":[1],\"weights\":", "\"weights\": stands twice" },
    };

    public static TheoryData<string, string, string> WrongSecond => new()
    {
        { "\"iteration\":1", "\"iteration\":2", "\"iteration\": is 2, where 1 is expected" },
        { "\"iteration\":1", "\"iteration\":0", "\"iteration\": is 0, where 1 is expected" },
        { "[0.25,0.75]", "[0.25,0.25,0.5]", "\"weights\": there are 3, where there were 2 before" },
        { "[[1,1000],[3,1200]]", "[[1],[3]]", "\"means\": have 1 columns, where they had 2 before" },
        { "\"full\"", "\"tied\"", "\"covariance\": is not full, as before" },
        { "[[1,30],[30,2500]]", "[[1,50],[50,2500]]", "component 0: the matrix is not positive definite" },
    };

    [Theory]
    [MemberData(nameof(WrongFirst))]
    public void What_is_wrong_in_line_1_is_named(string part, string replacement, string text) =>
        Refuses($"{First.Replace(part, replacement, StringComparison.Ordinal)}\n{Second}\n", text, line: 1);

    [Theory]
    [MemberData(nameof(WrongSecond))]
    public void What_is_wrong_in_a_later_line_is_named(string part, string replacement, string text) =>
        Refuses($"{First}\n{Second.Replace(part, replacement, StringComparison.Ordinal)}\n", text, line: 2);

    [Fact]
    public void Lines_out_of_order_empty_lines_and_no_lines_are_refused()
    {
        Refuses($"{Second}\n{First}\n", "\"iteration\": is 1, where 0 is expected", line: 1);
        Refuses($"{First}\n\n{Second}\n", "there is nothing in it", line: 2);
        Refuses($"{First}\n[1]\n", "not a JSON object", line: 2);
        Refuses($"{First.Replace("running", "degenerate", StringComparison.Ordinal)}\n{Second}\n", "the line before is degenerate", line: 2);
        using var work = Overlap.InFolder();
        InProcess.Run([], "verify", "-", work.PathOf("d.csv")).Fails(3, "standard input: there are no lines");
        InProcess.Run([], "verify", work.PathOf("nope"), work.PathOf("d.csv")).Fails(3, "nope: no such file");
        InProcess.Run([0xff, 0xfe, 0xff], "verify", "-", work.PathOf("d.csv")).Fails(3, "standard input: ");
    }

    [Fact]
    public void A_history_cut_short_anywhere_is_said_to_be_cut_short()
    {
        using var work = Overlap.InFolder();
        byte[] whole = Encoding.UTF8.GetBytes($"{First}\n{Second}");
        int second = Encoding.UTF8.GetByteCount(First) + 1;
        foreach (int length in Enumerable.Range(1, whole.Length - 1).Where(length => length != second && length != second - 1))
        {
            InProcess.Run(whole[..length], "verify", "-", work.PathOf("d.csv"))
                .Fails(3, $"standard input: line {(length < second ? 1 : 2)}: ", "cut short");
        }
    }

    [Fact]
    public void Data_of_another_history_are_refused()
    {
        using var work = Overlap.InFolder();
        string history = work.Write("h.jsonl", $"{First}\n{Second}\n");
        InProcess.Run([], "verify", history, work.PathOf("d.csv"), "--columns", "cm").Fails(3, "h.jsonl is a history of the columns \"cm\", \"g\", not of \"cm\"");
        InProcess.Run([], "verify", history, work.Write("e.csv", "a,b\n1,2\n3,4\n")).Fails(3, "e.csv has no column \"cm\", which", "h.jsonl needs");
        InProcess.Run([], "verify", history, work.Write("s.csv", "cm,g\n1,2\n3,4\n")).Fails(3, "\"rows\": is 40, but", "s.csv has 2 rows");
        InProcess.Run([], "verify", history, work.Write("n.csv", "1\n2\n"), "--no-header").Fails(3, "h.jsonl has 2 columns");
    }

    [Theory]
    [InlineData("[[1,0],[0,2500]]", "can be diagonal or tied by their shape")]
    [InlineData("[[1,2500],[1,2500]]", "can be diagonal or tied by their shape")]
    [InlineData("[1,2500]", "can be spherical or tied-diagonal by their shape")]
    public void A_structure_that_cannot_be_told_must_be_said(string covariances, string text) =>
        Refuses($$"""{"weights":[0.5,0.5],"means":[[0,1000],[3,1200]],"covariances":{{covariances}}}""", text, line: 1);

    [Theory]
    [InlineData("[0.5,0.5]", "[[0,1000],[3,1200]]", "7", "tied-spherical")]
    [InlineData("[0.4,0.3,0.3]", "[[0,1000],[3,1200],[1,900]]", "[1,2,3]", "spherical")]
    [InlineData("[0.4,0.3,0.3]", "[[0,1000],[3,1200],[1,900]]", "[1,2500]", "tied-diagonal")]
    [InlineData("[0.4,0.3,0.3]", "[[0,1000],[3,1200],[1,900]]", "[[1,2500],[1,2500],[1,2500]]", "diagonal")]
    [InlineData("[0.4,0.3,0.3]", "[[0,1000],[3,1200],[1,900]]", "[[1,0],[0,2500]]", "tied")]
    public void A_structure_is_told_by_the_covariances_shape(string weights, string means, string covariances, string structure)
    {
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", $$"""{"weights":{{weights}},"means":{{means}},"covariances":{{covariances}}}""");
        var result = InProcess.Run([], "verify", trace, work.PathOf("d.csv"));
        Assert.Contains($"components, {structure} covariance\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_of_which_nothing_can_be_compared_agrees_with_nothing()
    {
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", """{"weights":[0.5,0.5],"means":[[0,1000],[3,1200]],"covariances":7}""");
        var result = InProcess.Run([], "verify", trace, work.PathOf("d.csv"), "--json");
        result.AssertCode(3);
        Assert.Contains("\"agrees\":false", result.Output, StringComparison.Ordinal);
        Assert.Contains("t.jsonl: there is nothing to compare: one line only", result.Error, StringComparison.Ordinal);
    }

    private static void Refuses(string history, string text, int line)
    {
        using var work = Overlap.InFolder();
        InProcess.Run(Encoding.UTF8.GetBytes(history), "verify", "-", work.PathOf("d.csv")).Fails(3, $"standard input: line {line}: ", text);
    }
}
