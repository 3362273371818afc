using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

public sealed class FitJsonTests
{
    [Fact]
    public async Task The_summary_is_one_object_with_everything_that_the_table_says()
    {
        using var work = new Workspace();
        string output = (await Gmm.Run(
            "fit", Gmm.OldFaithful, "-k", "2", "--seed", "3", "--init", "kmeans++", "--restarts", "4", "--json", "--trace", "--out", work.PathOf("m")))
            .Succeeds();
        Assert.Equal(output.Length - 1, output.IndexOf('\n', StringComparison.Ordinal));
        using var json = JsonDocument.Parse(output);
        var fit = json.RootElement;
        Assert.Equal(2, fit.GetProperty("components").GetInt32());
        Assert.Equal("full", fit.GetProperty("covariance").GetString());
        Assert.Equal(272, fit.GetProperty("rows").GetInt32());
        Assert.Equal(["eruptions", "waiting"], fit.GetProperty("columns").EnumerateArray().Select(name => name.GetString()));
        Assert.True(fit.GetProperty("converged").GetBoolean());
        Assert.StartsWith("converged: ", fit.GetProperty("reason").GetString(), StringComparison.Ordinal);
        double logLikelihood = fit.GetProperty("log_likelihood").GetDouble();
        Assert.Equal(-1130.264, logLikelihood, 0.001);
        Assert.Equal(logLikelihood / 272, fit.GetProperty("log_likelihood_per_sample").GetDouble());
        Assert.Equal(Criteria.Aic(logLikelihood, 11), fit.GetProperty("aic").GetDouble());
        Assert.Equal(Criteria.Bic(logLikelihood, 11, 272), fit.GetProperty("bic").GetDouble());
        Assert.Equal(11, fit.GetProperty("free_parameters").GetInt32());
        Assert.Equal(3, fit.GetProperty("seed").GetInt32());
        var restarts = fit.GetProperty("restarts").EnumerateArray().ToArray();
        Assert.Equal(4, restarts.Length);
        Assert.All(restarts, restart => Assert.Equal("converged", restart.GetProperty("outcome").GetString()));
        var kept = Assert.Single(restarts, restart => restart.GetProperty("kept").GetBoolean());
        Assert.Equal(logLikelihood, kept.GetProperty("log_likelihood").GetDouble());
        double[] trace = [.. fit.GetProperty("trace").EnumerateArray().Select(item => item.GetDouble())];
        Assert.Equal(fit.GetProperty("iterations").GetInt32() + 1, trace.Length);
        Assert.Equal(logLikelihood, trace[^1]);
        Assert.Empty(fit.GetProperty("warnings").EnumerateArray());
        Assert.Equal(work.Read("m").TrimEnd(), fit.GetProperty("model").GetRawText());
    }

    [Fact]
    public async Task Not_converging_is_said_and_warned_of()
    {
        var result = await Gmm.Run("fit", Gmm.Iris, "--exclude", "Species", "-k", "3", "--max-iterations", "2", "--json");
        Assert.Equal(0, result.Code);
        Assert.StartsWith("gmm: warning: not converged", result.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(result.Output);
        Assert.False(json.RootElement.GetProperty("converged").GetBoolean());
        Assert.Equal(2, json.RootElement.GetProperty("iterations").GetInt32());
    }

    [Fact]
    public async Task A_trace_is_a_table_of_the_iterations_and_a_line_of_bars()
    {
        var result = await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--trace");
        string output = result.Succeeds();
        int iterations = int.Parse(result.Value("iterations"), provider: null);
        Assert.Matches(@"\n  iteration +log-likelihood +gain per sample\n", output);
        Assert.Matches(@"\n +0 +-\d+\.\d{6}\n", output);
        Assert.Matches($@"\n +{iterations} +-1130\.263960 +\d\.\de-\d+\n", output);
        string bars = Assert.Single(output.Split('\n'), line => line.StartsWith("  ▁", StringComparison.Ordinal)).Trim();
        Assert.Equal(iterations + 1, bars.Length);
        Assert.Equal('█', bars[^1]);
        Assert.Equal(string.Concat(bars.Order()), bars);
    }
}
