namespace GmmPure.Cli.Tests;

public sealed class TableTests
{
    [Fact]
    public async Task Old_Faithful_has_two_components_of_known_likelihood()
    {
        var result = await Gmm.Run("fit", Gmm.OldFaithful, "-k", "2");
        string output = result.Succeeds();
        Assert.Contains("272 rows, 2 columns; 2 components, full covariance\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\n +component +weight +eruptions mean +sd +waiting mean +sd\n", output);
        Assert.Matches(@"\n +0 +0\.3559 +2\.0364 +0\.2630 +54\.479 +5\.805\n", output);
        Assert.Matches(@"\n +1 +0\.6441 +4\.2897 +0\.4123 +79\.968 +6\.004\n", output);
        Assert.Equal("-1130.264", result.Value("log-likelihood"));
        Assert.Equal("-4.155382", result.Value("per sample"));
        Assert.Equal("2282.528", result.Value("AIC"));
        Assert.Equal("2322.192", result.Value("BIC"));
        Assert.Equal("11", result.Value("free parameters"));
        Assert.InRange(int.Parse(result.Value("iterations"), provider: null), 2, 50);
        Assert.StartsWith("converged: ", result.Value("stopped"), StringComparison.Ordinal);
        Assert.Matches("^(\\d+) of \\1 starts reached this optimum, of ([45]) of \\2 kinds$", result.Value("agreement"));
        Assert.Equal(1, output.Split(", kept\n").Length - 1);
    }

    [Fact]
    public async Task Many_columns_become_rows_of_a_block_for_each_component()
    {
        var result = await Gmm.Run("fit", Gmm.Iris, "-k", "3", "--exclude", "Species");
        string output = result.Succeeds();
        Assert.Equal("-180.185", result.Value("log-likelihood"));
        Assert.Matches(@"\n +0 +0\.3333 +Sepal\.Length +5\.0060 +0\.3489\n +Sepal\.Width +3\.4280 +0\.3753\n", output);
        // The first line names the file, and a path is as long as it is.
        Assert.All(output.Split('\n').Skip(1), line => Assert.InRange(line.Length, 0, 120));
    }

    [Theory]
    [InlineData(200, 2, 400, null)]
    [InlineData(201, 2, 402, "… 1 more …")]
    [InlineData(3000, 2, 402, "… 2800 more …")]
    [InlineData(3000, 7, 406, "… 2943 more …")]
    [InlineData(30, 60, 660, "… 20 more …")]
    public void A_table_of_very_many_columns_leaves_out_those_in_the_middle(int columns, int components, int lines, string? middle)
    {
        using var work = new Workspace();
        string names = string.Join(',', Enumerable.Range(0, columns).Select(column => FormattableString.Invariant($"\"g{column}\"")));
        string means = string.Join(',', Enumerable.Repeat($"[{string.Join(',', Enumerable.Repeat(0, columns))}]", components));
        string weights = string.Join(',', Enumerable.Repeat((1.0 / components).ToString("R", System.Globalization.CultureInfo.InvariantCulture), components));
        string model = work.Write(
            "m.json",
            $"{{\"format\":\"gmmpure-model\",\"version\":1,\"covariance\":\"tied-spherical\",\"columns\":[{names}],\"weights\":[{weights}],\"means\":[{means}],\"covariances\":1}}");
        string data = work.Write("d.csv", InProcess.Run([], "sample", model, "-n", "70").Succeeds());

        var fit = InProcess.Run([], "fit", data, "--start", model, "--max-iterations", "0");

        fit.AssertCode(0);
        string[] table = fit.Output.Split("\n\n")[1].Split('\n')[2..];
        Assert.Equal(lines, table.Length);
        Assert.Equal(middle is null ? 0 : components, table.Count(line => middle is not null && line.Trim() == middle));
        Assert.Contains(table, line => line.Contains(FormattableString.Invariant($" g{columns - 1} "), StringComparison.Ordinal));
        Assert.Equal(components, table.Count(line => line.Contains(" g0 ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_estimate_of_very_many_parameters_leaves_out_those_in_the_middle()
    {
        using var work = new Workspace();
        string data = work.Write("d.csv", "x\n" + string.Concat(Enumerable.Range(0, 900).Select(level => FormattableString.Invariant($"{level}\n"))));

        string[] table = InProcess.Run([], "estimate", "categorical", data).Succeeds().Split("\n\n")[1].Split('\n')[2..];

        Assert.Equal(401, table.Length);
        Assert.Contains(table, line => line.Trim() == "… 500 more …");
        Assert.StartsWith("  probability of 899 ", table[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spike_is_reported_as_suspicious_and_warned_of()
    {
        var result = await Gmm.Run("fit", Gmm.Galaxies, "-k", "6");
        Assert.Equal(0, result.Code);
        Assert.Equal("-753.303", result.Value("log-likelihood"));
        Assert.Equal("component 1, a spike on 2.0 rows", result.Value("suspicious"));
        Assert.StartsWith("gmm: warning: component 1 is suspicious", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_every_restart_need_agree()
    {
        var result = await Gmm.Run("fit", Gmm.Galaxies, "-k", "6");
        Assert.Matches("^(\\d+) of (?!\\1 )\\d+ starts .*given up", result.Value("agreement"));
    }

    [Theory]
    [InlineData("C", "20")]
    [InlineData("de_DE.UTF-8", "200")]
    [InlineData("ja_JP.SJIS", "80")]
    public async Task Output_is_the_same_bytes_in_any_locale_and_terminal(string locale, string columns)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LANG"] = locale,
            ["LC_ALL"] = locale,
            ["COLUMNS"] = columns,
            ["TERM"] = "xterm-256color",
            ["GITHUB_ACTIONS"] = "true",
            ["CI"] = "true",
            ["FORCE_COLOR"] = "1",
        };
        string[] arguments = ["fit", Gmm.OldFaithful, "-k", "2", "--restarts", "2", "--tolerance", "1e-5"];
        var plain = await Gmm.Run(arguments);
        var other = await Gmm.RunWith(environment, string.Empty, arguments);
        Assert.Equal(plain.Succeeds(), other.Succeeds());
        Assert.DoesNotContain('\u001b', other.Output);
        Assert.Contains("tolerance 1e-5", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_looks_like_markup_is_printed_as_it_is()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "[red]x[/],\"a\nb\"\n1,2\n2,5\n3,7\n4,1\n");
        string output = (await Gmm.Run("fit", data, "-k", "1")).Succeeds();
        Assert.Contains("[red]x[/] mean", output, StringComparison.Ordinal);
        Assert.Contains("a b mean", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Means_far_from_zero_keep_the_digits_that_matter()
    {
        using var work = new Workspace();
        string data = work.Write("data.csv", "x\n100000000.5\n100000001.5\n99999999.5\n100000000.25\n");
        string output = (await Gmm.Run("fit", data, "-k", "1")).Succeeds();
        Assert.Matches(@"\n +0 +1\.0000 +100000000\.4375 +0\.7153\n", output);
    }

    [Theory]
    [InlineData("fit")]
    [InlineData("predict")]
    [InlineData("score")]
    [InlineData("sample")]
    [InlineData("select")]
    [InlineData("verify")]
    public async Task Every_command_explains_itself_with_examples(string command)
    {
        string help = (await Gmm.Run(command, "--help")).Succeeds();
        Assert.Contains($"\nExamples:\n  gmm {command} ", help, StringComparison.Ordinal);
        Assert.Contains($"\n  {command} <", (await Gmm.Run("--help")).Succeeds(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_result() =>
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", (await Gmm.Run("--version")).Succeeds());
}
