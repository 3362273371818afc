using System.Text.Json;

namespace GmmPure.Cli.Tests.Verifying;

/// <summary>Traces of software that has its own ways: each diverges, is explained by a hint, and agrees when the hint is followed.</summary>
public sealed class PresetTests
{
    private static readonly Dictionary<string, (ForeignEm Software, string[] Options)> Presets = new(StringComparer.Ordinal)
    {
        ["n-1"] = (new() { Divisor = (count, _) => count - 1 }, ["--as", "n-1"]),
        ["unbiased"] = (new() { Divisor = (count, squares) => count - (squares / count) }, ["--as", "unbiased"]),
        ["late"] = (new() { IsLate = true }, ["--as", "late"]),
        ["per-sample"] = (new() { IsPerSample = true }, ["--as", "per-sample"]),
        ["ridge"] = (new() { Ridge = 1e-3 }, ["--ridge", "0.001"]),
        ["scikit-learn"] = (new() { IsLate = true, IsPerSample = true, Ridge = 1e-6 }, ["--as", "late,per-sample", "--ridge", "1E-06"]),
        ["n-1 and ridge"] = (new() { Divisor = (count, _) => count - 1, Ridge = 0.25 }, ["--as", "n-1", "--ridge", "0.25"]),
    };

    public static TheoryData<string> Names => [.. Presets.Keys];

    [Fact]
    public void A_trace_without_any_of_our_members_is_verified()
    {
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", new ForeignEm().Run(4));
        string output = InProcess.Run([], "verify", trace, work.PathOf("d.csv")).Succeeds();
        Assert.Contains("t.jsonl: 4 iterations; ", output, StringComparison.Ordinal);
        Assert.Contains("2 components, full covariance", output, StringComparison.Ordinal);
        Assert.DoesNotContain("effective counts", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_deviation_diverges_is_recognised_and_agrees_when_it_is_named(string name)
    {
        var (software, options) = Presets[name];
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", software.Run(4));
        var plain = InProcess.Run([], "verify", trace, work.PathOf("d.csv"));
        plain.AssertCode(5);
        Assert.Equal($"{string.Join(' ', options)} makes the lines about it agree", plain.Value("hint"));
        Assert.EndsWith($"; {plain.Value("hint")}\n", plain.Error, StringComparison.Ordinal);
        InProcess.Run([], ["verify", trace, work.PathOf("d.csv"), .. options]).Succeeds();
        InProcess.Run([], ["verify", trace, work.PathOf("d.csv"), "--step", "--digits", "12", .. options]).Succeeds();
    }

    [Theory]
    [InlineData("tied")]
    [InlineData("diagonal")]
    [InlineData("tied-diagonal")]
    [InlineData("spherical")]
    [InlineData("tied-spherical")]
    public void Whole_matrices_of_another_structure_are_recognised(string structure)
    {
        using var work = Overlap.InFolder();
        var start = Overlap.Of(CovarianceStructure.All.Single(each => each.Name == structure));
        string trace = work.Write("t.jsonl", string.Concat(Em.Iterate(Overlap.Data, start).Take(4).Select(step => JsonSerializer.Serialize(new
        {
            weights = step.Model.Weights,
            means = step.Model.Means.Rows,
            covariances = step.Model.Covariances.Select(covariance => covariance.ToTable().Rows),
        }) + "\n")));
        var plain = InProcess.Run([], "verify", trace, work.PathOf("d.csv"));
        plain.AssertCode(5);
        Assert.Equal($"the covariances look {structure}: try --covariance {structure}", plain.Value("hint"));
        InProcess.Run([], "verify", trace, work.PathOf("d.csv"), "--covariance", structure).Succeeds();
    }

    [Fact]
    public void A_shared_covariance_less_one_is_divided_by_all_rows_less_one()
    {
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", new ForeignEm { IsTied = true, Divisor = (count, _) => count - 1 }.Run(3));
        string[] arguments = ["verify", trace, work.PathOf("d.csv"), "--covariance", "tied"];
        InProcess.Run([], arguments).AssertCode(5);
        Assert.Contains("n-1", InProcess.Run([], [.. arguments, "--as", "n-1"]).Succeeds(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_preset_that_does_not_apply_is_recognised_as_well()
    {
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", new ForeignEm().Run(3));
        var result = InProcess.Run([], "verify", trace, work.PathOf("d.csv"), "--as", "unbiased", "--json");
        result.AssertCode(5);
        var json = JsonElement.Parse(result.Output);
        Assert.Equal("covariances", json.GetProperty("first_divergence").GetProperty("parameter").GetString());
        Assert.Equal(1, json.GetProperty("first_divergence").GetProperty("iteration").GetInt32());
        Assert.Equal(0, json.GetProperty("hint").GetProperty("as").GetArrayLength());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(4)]
    public void Numbers_printed_with_few_digits_agree_to_so_many(int digits)
    {
        using var work = Overlap.InFolder();
        string trace = work.Write("t.jsonl", System.Text.RegularExpressions.Regex.Replace(
            new ForeignEm().Run(2),
            @"-?[0-9]+\.[0-9]+",
            number => double.Parse(number.Value, provider: null).ToString($"G{digits + 2}", provider: null),
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(10)));
        string[] arguments = ["verify", trace, work.PathOf("d.csv"), "--step", "--digits", digits.ToString(provider: null)];
        InProcess.Run([], arguments).Succeeds();
        InProcess.Run([], [.. arguments[..^1], "12"]).AssertCode(5);
    }
}
