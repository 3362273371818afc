using System.Text.Json;
using System.Text.Json.Nodes;

namespace GmmPure.Cli.Tests.Verifying;

public sealed class VerifyTests
{
    [Theory]
    [InlineData("full")]
    [InlineData("tied")]
    [InlineData("diagonal")]
    [InlineData("tied-diagonal")]
    [InlineData("spherical")]
    [InlineData("tied-spherical")]
    public void What_fit_writes_verifies(string structure)
    {
        using var work = new Workspace();
        string history = work.PathOf("h.jsonl");
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--covariance", structure, "--restarts", "1", "--tolerance", "1e-4", "--history", history)
            .AssertCode(0);
        var result = InProcess.Run([], "verify", history, Gmm.OldFaithful, "--digits", "13");
        result.Succeeds();
        Assert.Equal(("agrees", "kept"), (result.Value("verdict"), result.Value("promises")));
    }

    [Fact]
    public void A_ridge_and_weights_are_part_of_the_history_and_of_the_data()
    {
        using var work = new Workspace();
        string data = work.Write("w.csv", "x,w,y\n0,2,1\n1,1,3\n2,0.5,2\n7,1,9\n8,3,8.5\n9,1,11\n5,0,5\n");
        string[] common = [data, "--weights", "w"];
        InProcess.Run([], ["fit", .. common, "-k", "2", "--ridge", "0.25", "--max-iterations", "3", "--restarts", "2", "--history", work.PathOf("h")])
            .AssertCode(0);
        Assert.Equal("ridge 0.25", Verified([.. common]).Value("taken as"));
        Verified([.. common, "--step"]).Succeeds();
        InProcess.Run([], "verify", work.PathOf("h"), data, "--exclude", "w").Fails(3, "\"effective_counts\": sum to 8.5", "is --weights missing?");

        GmmResult Verified(string[] arguments)
        {
            var result = InProcess.Run([], ["verify", work.PathOf("h"), .. arguments]);
            result.Succeeds();
            return result;
        }
    }

    [Theory]
    [InlineData("weights", 1, "the weight of component 1 is")]
    [InlineData("means", 1, "the mean of component 1 in column \"g\" is")]
    [InlineData("covariances", 0, "the covariance of component 0 in columns \"g\" and \"cm\" is")]
    [InlineData("effective_counts", 0, "the effective count of component 0 is")]
    [InlineData("log_likelihood", null, "the log-likelihood is")]
    public void An_altered_digit_is_named_by_iteration_component_and_parameter(
        string member, int? component, string words)
    {
        using var work = Overlap.InFolder();
        string[] lines = File.ReadAllLines(Overlap.WriteHistory(work));
        var line = JsonNode.Parse(lines[3])!.AsObject();
        Alter(line[member]!, component, row: member == "covariances" ? 1 : null);
        lines[3] = line.ToJsonString();
        File.WriteAllLines(work.PathOf("h.jsonl"), lines);
        InProcess.Run([], "verify", work.PathOf("h.jsonl"), work.PathOf("d.csv"), "--digits", "6").AssertCode(0);
        foreach (string[] how in new[] { Array.Empty<string>(), ["--step"] })
        {
            var result = InProcess.Run([], ["verify", work.PathOf("h.jsonl"), work.PathOf("d.csv"), "--json", .. how]);
            result.AssertCode(5);
            var first = JsonElement.Parse(result.Output).GetProperty("first_divergence");
            Assert.Equal(3, first.GetProperty("iteration").GetInt32());
            Assert.Equal(member, first.GetProperty("parameter").GetString());
            Assert.Equal(component, first.GetProperty("component").ValueKind == JsonValueKind.Null ? null : first.GetProperty("component").GetInt32());
            Assert.InRange(first.GetProperty("digits").GetDouble(), 6.5, 9.5);
            Assert.StartsWith($"gmm: {work.PathOf("h.jsonl")}: line 4: iteration 3 diverges: {words} ", result.Error, StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Null, JsonElement.Parse(result.Output).GetProperty("hint").ValueKind);
        }
    }

    [Fact]
    public void The_table_marks_what_diverges_and_tells_the_rest()
    {
        using var work = Overlap.InFolder();
        string[] lines = File.ReadAllLines(Overlap.WriteHistory(work));
        var line = JsonNode.Parse(lines[2])!.AsObject();
        Alter(line["means"]!, 0, null);
        lines[2] = line.ToJsonString();
        File.WriteAllLines(work.PathOf("h.jsonl"), lines);
        string[] rows = InProcess.Run([], "verify", work.PathOf("h.jsonl"), work.PathOf("d.csv")).Output.Split('\n');
        Assert.Matches(@"^ +0 +\d+\.\d +\d+\.\d$", rows[4]);
        Assert.Matches(@"^ +1( +1\d\.\d){5}$", rows[5]);
        Assert.Matches(@"^ +2( +1\d\.\d){2} +[789]\.\d\*( +1\d\.\d){2}$", rows[6]);
        Assert.Matches(@"^ +3( +1\d\.\d){5}$", rows[7]);
    }

    [Fact]
    public void By_step_each_line_follows_from_the_one_before()
    {
        using var work = Overlap.InFolder();
        string[] one = File.ReadAllLines(Overlap.WriteHistory(work));
        // From the third line on another history: as if the software had been stopped, and started from rounded numbers.
        var rounded = Em.Iterate(Overlap.Data, GaussianMixture.Create(
            [0.25, 0.75], Overlap.Start.Means, Overlap.Start.Covariances)).Take(3).ToArray();
        string[] other = [.. rounded.Select(iteration => Renumbered(iteration.ToJson(), iteration.Index + 2))];
        string spliced = work.Write("s.jsonl", string.Join('\n', [.. one[..2], .. other]));
        string[] arguments = ["verify", spliced, work.PathOf("d.csv"), "--json"];
        var whole = JsonElement.Parse(InProcess.Run([], arguments).Output).GetProperty("iterations");
        var steps = JsonElement.Parse(InProcess.Run([], [.. arguments, "--step"]).Output).GetProperty("iterations");
        Assert.True(whole[4].GetProperty("covariances").GetDouble() < 5, whole.GetRawText());
        Assert.True(steps[2].GetProperty("covariances").GetDouble() < 5, steps.GetRawText());
        Assert.All(new[] { 1, 3, 4 }, t => Assert.True(steps[t].GetProperty("means").GetDouble() > 13));
    }

    [Fact]
    public void Rounding_that_has_grown_is_told_from_an_error()
    {
        // Two components that are nearly one: what parts them, and every rounding of it, grows from iteration to iteration.
        using var work = Overlap.InFolder();
        var start = GaussianMixture.CreateTied(
            [0.5, 0.5], Table.FromRows([[2, 1100], [2, 1100.00001]]), Covariance.Diagonal([4, 15000]));
        var lines = Em.Iterate(Overlap.Data, start).Take(41).Select(iteration => iteration.ToJson());
        string history = work.Write("h.jsonl", string.Join('\n', lines));
        var result = InProcess.Run([], "verify", history, work.PathOf("d.csv"), "--digits", "11");
        result.AssertCode(5);
        Assert.Contains("rounding has grown on the way", result.Value("hint"), StringComparison.Ordinal);
        InProcess.Run([], "verify", history, work.PathOf("d.csv"), "--digits", "11", "--step").Succeeds();
    }

    [Fact]
    public void A_collapse_is_verified_with_its_iteration_component_and_cause()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x\n0\n0\n0\n0\n1\n1\n1\n5\n");
        string start = work.Write("start.json", """
            {"format": "gmmpure-model", "version": 1, "covariance": "full",
             "weights": [0.5, 0.5], "means": [[0], [3]], "covariances": [[[1]], [[1]]]}
            """);
        string history = work.PathOf("h.jsonl");
        InProcess.Run([], "fit", data, "--start", start, "--history", history).AssertCode(4);
        string text = work.Read("h.jsonl");
        InProcess.Run([], "verify", history, data, "--step").AssertCode(0);
        InProcess.Run([], "verify", history, data, "--digits", "6").AssertCode(0);
        Altered("\"degenerate\"", "\"running\"", "iteration 4 diverges: it does not say that component 1 collapses in column \"x\"");
        Altered("\"component\":1", "\"component\":0", "it gives another cause, where component 1 collapses in column \"x\"");

        void Altered(string part, string replacement, string words)
        {
            work.Write("h.jsonl", text.Replace(part, replacement, StringComparison.Ordinal));
            var result = InProcess.Run([], "verify", history, data, "--step");
            result.AssertCode(5);
            Assert.Contains(words, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_history_that_goes_on_after_a_collapse_or_ends_without_one_diverges()
    {
        using var work = Overlap.InFolder();
        string history = Overlap.WriteHistory(work, iterations: 2);
        string text = work.Read("h.jsonl");
        int last = text.LastIndexOf("running", StringComparison.Ordinal);
        work.Write("h.jsonl", text[..last] + "degenerate" + text[(last + 7)..]);
        var unfounded = InProcess.Run([], "verify", history, work.PathOf("d.csv"));
        unfounded.AssertCode(5);
        Assert.Contains("line 3: iteration 2 diverges: it says that a component degenerates, and none does", unfounded.Error, StringComparison.Ordinal);

        string data = work.Write("flat.csv", "x\n0\n0\n0\n0\n1\n1\n1\n5\n");
        string line = """{"weights":[0.5,0.5],"means":[[0],[1000]],"covariances":[1,1]}""";
        var goesOn = InProcess.Run([], "verify", work.Write("g.jsonl", $"{line}\n{line}\n{line}\n"), data);
        goesOn.AssertCode(5);
        Assert.Contains("line 2: iteration 1 diverges: it should not be there, as component 1 loses its rows", goesOn.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"weights\":[0.25,0.75]", "\"weights\":[0.2500001,0.75]", "weights_sum_to_1 weights_are_effective_counts_over_n")]
    [InlineData("[10,30]", "[10.0001,30]", "effective_counts_sum_to_n weights_are_effective_counts_over_n")]
    [InlineData("[[1,30],[30,2500]]", "[[1,30],[30.001,2500]]", "symmetric")]
    [InlineData("[[1,30],[30,2500]]", "[[1e-16,0],[0,2500]]", "positive_definite")]
    [InlineData("[10,30]", "[20,20]", "weights_are_effective_counts_over_n")]
    [InlineData("\"log_likelihood\":-260,", "\"log_likelihood\":-280,", "log_likelihood_never_falls")]
    public void Promises_are_checked_whatever_the_numbers_should_be(string part, string replacement, string promises)
    {
        const string Line = """
            {"log_likelihood":-270,"weights":[0.25,0.75],"means":[[0,1000],[3,1200]],"covariances":[[[1,30],[30,2500]],[[1,0],[0,2500]]],"effective_counts":[10,30]}
            """;
        using var work = Overlap.InFolder();
        string good = Line.Replace("-270", "-260", StringComparison.Ordinal);
        string bad = good.Replace(part, replacement, StringComparison.Ordinal);
        Assert.Empty(Broken(work, Line, good, good));
        Assert.Equal(promises, string.Join(' ', Broken(work, Line, bad, bad).Distinct()));
    }

    private static string[] Broken(Workspace work, params string[] lines)
    {
        var result = InProcess.Run(
            [], "verify", work.Write("p.jsonl", string.Join('\n', lines)), work.PathOf("d.csv"), "--json", "--step");
        result.AssertCode(5);
        return
        [
            .. JsonElement.Parse(result.Output).GetProperty("broken_promises").EnumerateArray()
                .Select(each => each.GetProperty("promise").GetString()!),
        ];
    }

    [Fact]
    public async Task It_is_a_command_like_the_others()
    {
        using var work = Overlap.InFolder();
        string history = Overlap.WriteHistory(work, iterations: 1);
        (await Gmm.RunShell(work, "$GMM verify - d.csv < h.jsonl && $GMM verify h.jsonl - < d.csv")).Succeeds();
        InProcess.Run([], "verify", "-", "-").Fails(2, "only one of the history and the data can be standard input");
        InProcess.Run([], "verify", history).Fails(2, "DATA");
        InProcess.Run([], "verify", history, "d", "--as", "n-1,unbiased").Fails(2, "--as takes each name once");
        InProcess.Run([], "verify", history, "d", "--as", "n-2").Fails(2, "--as takes n-1, unbiased, late, per-sample, not \"n-2\"");
        InProcess.Run([], "verify", history, "d", "--digits", "16").Fails(2, "--digits takes a whole number from 1 to 15, not \"16\"");
        InProcess.Run([], "verify", history, work.PathOf("d.csv"), "--covariance", "tied").Fails(2, "--covariance tied contradicts");
    }

    private static string Renumbered(string line, int index)
    {
        var members = JsonNode.Parse(line)!.AsObject();
        members["iteration"] = index;
        foreach (string member in new[] { "rows", "ridge", "columns" })
        {
            members.Remove(member);
        }

        return members.ToJsonString();
    }

    /// <summary>Alters the eighth digit or so of a number, or of the last number of what belongs to a component.</summary>
    private static void Alter(JsonNode member, int? component, int? row)
    {
        var at = component is { } k ? member[k]! : member;
        at = row is { } i ? at[i]! : at;
        bool isFirst = row is not null;
        while (at is JsonArray array)
        {
            at = array[isFirst ? 0 : array.Count - 1]!;
        }

        double value = at.GetValue<double>();
        at.ReplaceWith(value * (1 + 1e-8));
    }
}
