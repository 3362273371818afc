using System.Text.Json;

namespace GmmPure.Cli.Tests.Commands;

/// <summary>What the page looks like and how it works is tested in a browser, by GmmPure.Pages.Tests.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_page_holds_the_history_that_fit_writes_and_the_command_prints_what_fit_prints()
    {
        using var work = new Workspace();
        string[] fit = [Gmm.OldFaithful, "-k", "3", "--init", "kmeans++", "--restarts", "4", "--seed", "5"];
        var fitted = await Gmm.Run(["fit", .. fit, "--history", work.PathOf("history")]);
        var reported = await Gmm.Run(["report", .. fit, "--out", work.PathOf("page.html")]);

        Assert.Equal(fitted.Succeeds(), reported.Succeeds());
        string page = work.Read("page.html");
        Assert.Contains($"id=\"history\">\n{work.Read("history")}</script>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>old-faithful.csv</h1>", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("<td class=\"words\">").Length - 1);
        Assert.Equal(1, page.Split("converged, kept").Length - 1);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_on_any_number_of_threads()
    {
        using var work = new Workspace();
        foreach (string threads in new[] { "1", "3" })
        {
            (await Gmm.Run(
                "report", Gmm.Iris, "-k", "2", "--exclude", "Species", "--restarts", "3", "--threads", threads, "--out", work.PathOf(threads))).Succeeds();
        }

        Assert.Equal(work.Read("1"), work.Read("3"));
    }

    [Fact]
    public void All_that_fit_starts_from_and_stops_at_is_taken()
    {
        using var work = new Workspace();
        string model = work.PathOf("model.json");
        InProcess.Run([], "fit", Gmm.Galaxies, "-k", "2", "--covariance", "tied", "--restarts", "1", "--max-iterations", "0", "--out", model).AssertCode(0);
        var result = InProcess.Run(
            [], "report", Gmm.Galaxies, "--start", model, "--tolerance", "0", "--max-iterations", "4", "--json", "--out", work.PathOf("page"));

        result.AssertCode(0);
        Assert.Contains("not converged", result.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(4, json.RootElement.GetProperty("iterations").GetInt32());
        Assert.Contains("\"iteration\":4,", work.Read("page"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"iteration\":5,", work.Read("page"), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_on_the_page()
    {
        using var work = new Workspace();
        string data = work.Write("a&b.csv", "\"</script><b>\",\"&amp;\"\n1,2\n2,1\n3,5\n7,6\n8,9\n9,7\n");
        InProcess.Run([], "report", data, "-k", "1", "--out", work.PathOf("page.html")).AssertCode(0);

        string page = work.Read("page.html");
        Assert.Equal(3, page.Split("</script>").Length - 1);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>a&amp;b.csv</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_degenerate_fit_makes_no_page_and_leaves_an_earlier_one()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x\n1\n1\n1\n");
        string page = work.Write("page.html", "precious");
        InProcess.Run([], "report", data, "-k", "1", "--out", page).Fails(4, "all rows are the same");
        InProcess.Run([], "report", data, "-k", "2", "--out", work.PathOf("new.html")).Fails(4, "1 distinct row");

        Assert.Equal("precious", work.Read("page.html"));
        Assert.Equal(["data.csv", "page.html"], work.Files);
    }

    [Theory]
    [InlineData(2, "-k 2", "--out")]
    [InlineData(2, "--out page", "report needs the number of components")]
    [InlineData(2, "-k 2 --out DATA", "overwrite the data")]
    [InlineData(2, "-k 2 --out -", "--out takes the name of a file")]
    [InlineData(2, "-k 2 --out page --history h", "\"--history\"")]
    [InlineData(3, "-k 2 --out nowhere/page", "nowhere/page")]
    public void What_cannot_be_done_is_refused(int code, string options, string message)
    {
        string[] arguments = ["report", Gmm.Galaxies, .. options.Split(' ').Select(word => word is "DATA" ? Gmm.Galaxies : word)];
        InProcess.Run([], arguments).Fails(code, message);
    }
}
