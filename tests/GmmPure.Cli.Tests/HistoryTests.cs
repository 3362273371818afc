using System.Globalization;
using System.Text.Json;

namespace GmmPure.Cli.Tests;

public sealed class HistoryTests
{
    [Fact]
    public async Task The_history_is_the_kept_run_from_its_start_to_its_model()
    {
        using var work = new Workspace();
        var result = await Gmm.Run(
            "fit", Gmm.Iris, "-k", "3", "--exclude", "Species", "--history", work.PathOf("h"), "--out", work.PathOf("m"));
        result.Succeeds();
        var lines = Lines(work);
        Assert.Equal(int.Parse(result.Value("iterations"), CultureInfo.InvariantCulture) + 1, lines.Length);
        Assert.Equal(Enumerable.Range(0, lines.Length), lines.Select(line => line.GetProperty("iteration").GetInt32()));
        Assert.All(lines[..^1], line => Assert.Equal("running", line.GetProperty("status").GetString()));
        Assert.Equal("converged", lines[^1].GetProperty("status").GetString());
        Assert.Equal(
            result.Value("log-likelihood"),
            lines[^1].GetProperty("log_likelihood").GetDouble().ToString("F3", CultureInfo.InvariantCulture));
        double[] climbs = [.. lines.Select(line => line.GetProperty("log_likelihood").GetDouble())];
        Assert.All(climbs.Zip(climbs.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-9));

        Assert.Equal(4, lines[0].GetProperty("columns").GetArrayLength());
        Assert.Equal(150, lines[0].GetProperty("rows").GetInt32());
        Assert.Equal(0, lines[0].GetProperty("ridge").GetDouble());
        Assert.False(lines[1].TryGetProperty("columns", out _));
        Assert.All(lines, line => Assert.Equal("full", line.GetProperty("covariance").GetString()));
        Assert.All(lines, line => Assert.Equal(
            150, line.GetProperty("effective_counts").EnumerateArray().Sum(count => count.GetDouble()), 9));

        using var model = JsonDocument.Parse(work.Read("m"));
        foreach (string member in new[] { "weights", "means", "covariances" })
        {
            Assert.Equal(model.RootElement.GetProperty(member).GetRawText(), lines[^1].GetProperty(member).GetRawText());
        }
    }

    [Fact]
    public async Task A_run_cut_short_ends_running()
    {
        using var work = new Workspace();
        var result = await Gmm.Run(
            "fit", Gmm.Galaxies, "-k", "4", "--ridge", "2.5", "--max-iterations", "3", "--init", "random", "--history", work.PathOf("h"));
        Assert.Equal(0, result.Code);
        var lines = Lines(work);
        Assert.Equal(4, lines.Length);
        Assert.Equal("running", lines[^1].GetProperty("status").GetString());
        Assert.Equal(2.5, lines[0].GetProperty("ridge").GetDouble());
    }

    private static JsonElement[] Lines(Workspace work)
    {
        string text = work.Read("h");
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        return [.. text.TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line))];
    }
}
