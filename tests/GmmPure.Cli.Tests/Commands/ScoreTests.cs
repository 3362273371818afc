using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

public sealed class ScoreTests
{
    [Fact]
    public async Task A_saved_model_scores_to_the_bit_what_the_fit_said()
    {
        using var work = new Workspace();
        string model = work.PathOf("m.json");
        var fit = await Gmm.Run("fit", Gmm.Iris, "--exclude", "Species", "-k", "3", "--json", "--out", model);
        var score = await Gmm.Run("score", model, Gmm.Iris, "--json");
        using var fitted = JsonDocument.Parse(fit.Succeeds());
        using var scored = JsonDocument.Parse(score.Succeeds());
        foreach (string name in new[] { "rows", "log_likelihood", "log_likelihood_per_sample", "free_parameters", "aic", "bic" })
        {
            Assert.Equal(
                fitted.RootElement.GetProperty(name).GetRawText(), scored.RootElement.GetProperty(name).GetRawText());
        }

        // What was read and is written again is the same file.
        (await Gmm.Run("fit", Gmm.Iris, "--start", model, "--max-iterations", "0", "--tolerance", "0", "--out", work.PathOf("again"))).AssertCode(0);
        Assert.Equal(work.Read("m.json"), work.Read("again"));
    }

    [Fact]
    public async Task The_table_says_it_in_words()
    {
        using var work = new Workspace();
        (await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--out", work.PathOf("m"))).Succeeds();
        var score = await Gmm.Run("score", work.PathOf("m"), Gmm.OldFaithful);
        score.Succeeds();
        Assert.Equal("272", score.Value("rows"));
        Assert.Equal("-1130.264", score.Value("log-likelihood"));
        Assert.Equal("-4.155382", score.Value("per sample"));
        Assert.Equal("11", score.Value("free parameters"));
        Assert.Equal("2282.528", score.Value("AIC"));
        Assert.Equal("2322.192", score.Value("BIC"));
    }

    [Fact]
    public async Task A_row_of_weight_2_counts_twice_and_one_of_weight_0_not_at_all()
    {
        using var work = new Workspace();
        string weighted = work.Write("w.csv", "x,w\n1,2\n4,1\n9,0\n2,1\n");
        string repeated = work.Write("r.csv", "x\n1\n1\n4\n2\n");
        (await Gmm.Run("fit", repeated, "-k", "1", "--out", work.PathOf("m"))).Succeeds();
        (await Gmm.Run("fit", weighted, "-k", "1", "--weights", "w", "--out", work.PathOf("n"))).Succeeds();
        Assert.Equal(work.Read("m"), work.Read("n"));
        var one = await Gmm.Run("score", work.PathOf("m"), repeated);
        var other = await Gmm.Run("score", work.PathOf("m"), weighted, "--weights", "w");
        Assert.All(new[] { "log-likelihood", "per sample", "AIC", "BIC" }, name => Assert.Equal(one.Value(name), other.Value(name)));
        var unequal = await Gmm.RunWith(
            Gmm.NoEnvironment, "x,w\n1,2.5\n4,1\n", "score", work.PathOf("m"), "-", "--weights", "w");
        Assert.Equal("3.5", unequal.Value("total weight"));
    }
}
