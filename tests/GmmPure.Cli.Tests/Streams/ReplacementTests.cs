namespace GmmPure.Cli.Tests.Streams;

/// <summary>Several files get their names together and with what is printed, or not at all.</summary>
public sealed class ReplacementTests
{
    private const string Fit = "$GMM fit d.csv -k 1";

    private static bool IsRoot => Environment.IsPrivilegedProcess && File.Exists("/usr/bin/setpriv") && File.Exists("/usr/bin/unshare");

    /// <summary>The history goes into a pipe, which nobody reads until the rest is staged: then a directory stands in the way.</summary>
    [Theory]
    [InlineData("--plot p --out m")]
    [InlineData("--out m --plot p")]
    public async Task Where_one_cannot_get_its_name_none_does_and_nothing_is_printed(string outputs)
    {
        using var work = Examples.InFolder();
        work.Write("m", "before");
        const string Meanwhile = "until [ $(ls -d .gmm-* 2> /dev/null | wc -l) = 2 ]; do sleep 0.01; done; sleep 0.2; mkdir p; cat pipe > h";
        var result = await Gmm.RunShell(work, $"mkfifo pipe; {Fit} --history pipe {outputs} & pid=$!; {Meanwhile}; wait $pid");
        result.Fails(3, "p: cannot be written");
        Assert.Equal("before", work.Read("m"));
        Assert.Equal(["d.csv", "h", "m", "m.json", "pipe"], work.Files);
    }

    [Theory]
    [InlineData("> /dev/full")]
    [InlineData(">&-")]
    public async Task What_cannot_be_printed_replaces_nothing(string output)
    {
        using var work = Examples.InFolder();
        work.Write("m", "before");
        (await Gmm.RunShell(work, $"ln m other; {Fit} --out m --plot new {output}")).Fails(3, "standard output: ");
        (await Gmm.RunShell(work, $"$GMM select d.csv -k 1 --out m --plot new {output}")).Fails(3, "standard output: ");
        (await Gmm.RunShell(work, $"$GMM report d.csv -k 1 --out m {output}")).Fails(3, "standard output: ");
        Assert.Equal("before", work.Read("m"));
        Assert.Equal("2", (await Gmm.RunShell(work, "stat -c %h m")).Succeeds().Trim());
        Assert.Equal(["d.csv", "m", "m.json", "other"], work.Files);
    }

    [Fact]
    public async Task An_interruption_while_the_result_is_printed_takes_all_back()
    {
        using var work = Examples.InFolder();
        work.Write("m", "before");
        const string Trace = "--tolerance 0 --max-iterations 5000 --trace --out m --plot new";
        string script = $"mkfifo pipe; exec 7<> pipe; {Fit} {Trace} > pipe & pid=$!; until [ -e new ]; do sleep 0.01; done; sleep 0.3; kill -TERM $pid; wait $pid";
        (await Gmm.RunShell(work, script)).Fails(143, "terminated");
        Assert.Equal("before", work.Read("m"));
        Assert.Equal(["d.csv", "m", "m.json", "pipe"], work.Files);
    }

    [Theory]
    [InlineData("touch m; mount --bind m m", "m: cannot be replaced: it is mounted on its own")]
    [InlineData("mkdir s; touch s/m; chown 4321 s s/m; chmod 1777 s; chmod 666 s/m; ln -s s/m m; GMM=\"setpriv --bounding-set=-fowner $GMM\"", "m: cannot be replaced: it is another user's, in a sticky directory")]
    public async Task What_cannot_be_replaced_is_known_beforehand(string script, string text)
    {
        Assert.SkipUnless(IsRoot, "Only root can make such files.");
        using var work = Examples.InFolder();
        work.Write("h", "before");
        (await Gmm.RunShell(work, $"unshare -m bash -c '{script}; {Fit} --history h --out m'")).Fails(3, text);
        Assert.Equal("before", work.Read("h"));
        Assert.DoesNotContain(work.Files, name => name.StartsWith(".gmm-", StringComparison.Ordinal));
    }
}
