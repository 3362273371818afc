using System.Xml.Linq;

namespace GmmPure.Cli.Tests;

/// <summary>Pictures as a user makes them.</summary>
public sealed class PlotTests
{
    [Fact]
    public async Task A_fit_with_a_picture_prints_what_it_prints_without()
    {
        using var work = new Workspace();
        string[] fit = ["fit", Gmm.OldFaithful, "-k", "2", "--restarts", "2"];
        Assert.Equal((await Gmm.Run(fit)).Succeeds(), (await Gmm.Run([.. fit, "--plot", work.PathOf("f.svg")])).Succeeds());

        string svg = work.Read("f.svg");
        Assert.EndsWith("</svg>\n", svg, StringComparison.Ordinal);
        Assert.Contains(">old-faithful.csv</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">eruptions</text>", svg, StringComparison.Ordinal);
        Assert.Equal(["f.svg"], work.Files);
    }

    [Theory]
    [InlineData("galaxies.csv", "--weights=w")]
    [InlineData("iris.csv", "--exclude=Species")]
    public void A_picture_does_not_depend_on_threads_or_on_what_else_is_written(string data, string columns)
    {
        using var work = new Workspace();
        string path = Path.Combine(AppContext.BaseDirectory, "data", data);
        if (columns.Contains('w', StringComparison.Ordinal))
        {
            string[] lines = File.ReadAllLines(path);
            path = work.Write(data, string.Join('\n', lines.Select((line, i) => i == 0 ? $"{line},w" : $"{line},{i % 3}")));
        }

        string[] fit = ["fit", path, "-k", "3", columns, "--restarts", "1", "--plot"];
        InProcess.Run([], [.. fit, work.PathOf("one.svg"), "--threads", "1"]).Succeeds();
        InProcess.Run([], [.. fit, work.PathOf("two.svg"), "--threads", "2", "--out", work.PathOf("m"), "--history", work.PathOf("h"), "--json"]).Succeeds();
        Assert.Equal(work.Read("one.svg"), work.Read("two.svg"));

        // A history ends where the fit ends: drawn after the fact, the picture is the same but for its captions.
        InProcess.Run([], "plot", work.PathOf("h"), path, columns, "--out", work.PathOf("three.svg")).Succeeds();
        Assert.Equal(Circles(work.Read("one.svg")), Circles(work.Read("three.svg")));
    }

    [Fact]
    public void Criteria_are_drawn_with_the_chosen_one_first()
    {
        using var work = new Workspace();
        string[] select = ["select", Gmm.Galaxies, "-k", "1..3", "--restarts", "2", "--criterion", "icl"];
        Assert.Equal(
            InProcess.Run([], select).Warns("the most that were tried"),
            InProcess.Run([], [.. select, "--plot", work.PathOf("c.svg")]).Warns("the most that were tried"));
        string[] words = [.. XElement.Parse(work.Read("c.svg")).Descendants().Where(each => each.Name.LocalName == "text").Select(each => each.Value)];
        Assert.Equal(["ICL", "BIC", "AIC"], words.Where(word => word is "AIC" or "BIC" or "ICL"));
        Assert.Contains("tied", words);
    }

    [Fact]
    public void A_history_is_drawn_as_its_course()
    {
        using var work = new Workspace();
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--history", work.PathOf("h.jsonl")).Succeeds();
        Assert.Empty(InProcess.Run([], "plot", work.PathOf("h.jsonl"), "--out", work.PathOf("h.svg")).Succeeds());
        string svg = work.Read("h.svg");
        Assert.Contains(">h.jsonl</text>", svg, StringComparison.Ordinal);
        Assert.Contains("ℓ = −1130.264 after iteration 6", svg, StringComparison.Ordinal);

        byte[] history = File.ReadAllBytes(work.PathOf("h.jsonl"));
        InProcess.Run(history, "plot", "-", "--out", work.PathOf("i.svg")).Succeeds();
        Assert.Equal(svg, work.Read("i.svg").Replace("standard input", "h.jsonl", StringComparison.Ordinal));
    }

    [Fact]
    public void Iterations_are_chosen_by_number()
    {
        using var work = new Workspace();
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--restarts", "1", "--history", work.PathOf("h")).Succeeds();
        string[] plot = ["plot", work.PathOf("h"), Gmm.OldFaithful, "--out", work.PathOf("p.svg"), "--iterations"];
        InProcess.Run([], [.. plot, "0,3,5"]).Succeeds();
        Assert.Equal(3, work.Read("p.svg").Split(">iteration ").Length - 1);
        InProcess.Run([], [.. plot, "7"]).Fails(3, "no iteration 7; its iterations are 0 to 6");
    }

    [Fact]
    public void A_picture_whose_command_fails_leaves_the_old_one()
    {
        using var work = new Workspace();
        string picture = work.Write("p.svg", "precious");
        string same = work.Write("same.csv", "a,b\n1,2\n1,2\n1,2\n");
        InProcess.Run([], "fit", same, "-k", "2", "--plot", picture, "--history", work.PathOf("h")).AssertCode(4);
        InProcess.Run([], "fit", Gmm.Iris, "-k", "2", "--plot", picture).AssertCode(3);
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--plot", picture, "--out", work.PathOf("no/m")).Fails(3, "no/m");
        InProcess.Run([], "select", same, "-k", "2..3", "--plot", picture).AssertCode(4);
        Assert.Equal("precious", work.Read("p.svg"));
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--plot", work.PathOf("no/f.svg"), "--out", work.PathOf("m")).Fails(3, "no/f.svg");
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--plot", work.PathOf(".")).Fails(3, "is a directory");
        Assert.DoesNotContain("m", work.Files);
    }

    [Theory]
    [InlineData("", "there are no lines")]
    [InlineData("[1]\n", "line 1")]
    [InlineData("{\"iteration\":0,\"weights\":[1],\"means\":[[0]],\"covariances\":[[[1]]]}", "line 1: \"log_likelihood\": is missing")]
    [InlineData("{\"log_likelihood\":-1,\"weights\":[1],\"means\":[[0,0]],\"covariances\":[[[1,2],[2,1]]]}", "line 1: \"covariances\": component 0: a covariance is positive definite")]
    public void What_is_no_history_is_refused_by_its_line_and_member(string text, string message)
    {
        using var work = new Workspace();
        InProcess.Run([], "plot", work.Write("h", text), "--out", work.PathOf("p.svg")).Fails(3, "h: ", message);
        Assert.Equal(["h"], work.Files);
    }

    [Fact]
    public void A_history_of_other_software_is_drawn_though_its_numbers_are_rounded()
    {
        using var work = new Workspace();
        const string Line = "\"weights\":[0.333,0.666],\"means\":[[0],[4]],\"covariances\":[1,2]}";
        work.Write("h", $"{{\"log_likelihood\":-9,{Line}\n{{\"log_likelihood\":-8,{Line}\n");
        InProcess.Run([], "plot", work.PathOf("h"), "--out", work.PathOf("p.svg")).Succeeds();
        InProcess.Run([], "plot", work.PathOf("h"), work.Write("d.csv", "x\n1\n2\n5\n"), "--out", work.PathOf("q.svg")).Succeeds();
        Assert.Contains("2 components, spherical covariance", work.Read("p.svg"), StringComparison.Ordinal);
    }

    private static string[] Circles(string svg) => [.. XElement.Parse(svg).Descendants()
        .Where(each => each.Name.LocalName == "circle" && (string?)each.Parent!.Attribute("class") == "points")
        .Select(each => (string)each.Attribute("fill")!)];
}
