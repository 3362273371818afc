namespace GmmPure.Cli.Tests.Streams;

/// <summary>What a shell can put in the place of a file.</summary>
public sealed class PipeTests
{
    [Theory]
    [InlineData("$GMM predict m.json <(cat d.csv)")]
    [InlineData("$GMM predict <(cat m.json) - < d.csv")]
    [InlineData("$GMM predict - d.csv < m.json")]
    [InlineData("cat d.csv | $GMM predict m.json /dev/stdin")]
    [InlineData("$GMM predict m.json /dev/fd/7 7< d.csv")]
    [InlineData("mkfifo pipe; cat d.csv > pipe & $GMM predict m.json pipe")]
    [InlineData("$GMM predict m.json d.csv --out /dev/stdout")]
    [InlineData("$GMM predict m.json d.csv --out /dev/fd/1 | cat")]
    [InlineData("$GMM predict m.json d.csv --out /dev/fd/8 8>&1")]
    [InlineData("ln -s /dev/fd/8 link; $GMM predict m.json d.csv --out link 8> p.csv && cat p.csv")]
    [InlineData("mkfifo pipe; $GMM predict m.json d.csv --out pipe & cat pipe")]
    [InlineData("exec 3>&1; $GMM predict m.json d.csv --out >(cat >&3; echo done > ended); until [ -e ended ]; do sleep 0.01; done")]
    public async Task A_pipe_is_as_good_as_a_file(string script)
    {
        using var work = Examples.InFolder();
        string usual = InProcess.Run([], "predict", work.PathOf("m.json"), work.PathOf("d.csv")).Succeeds();
        Assert.Equal(usual, (await Gmm.RunShell(work, script)).Succeeds());
    }

    /// <summary>Whoever holds the pipe has said all there is, and does not close it.</summary>
    [Theory]
    [InlineData("/dev/stdin")]
    [InlineData("-")]
    public async Task A_start_from_a_pipe_that_stays_open_does_not_wait_for_ever(string start)
    {
        using var work = Examples.InFolder();
        string usual = InProcess.Run([], "fit", work.PathOf("d.csv"), "--start", work.PathOf("m.json"), "--json").Output;
        string script = $"mkfifo pipe; exec 7<> pipe; cat m.json >&7; $GMM fit d.csv --start {start} --json <&7";
        var piped = await Gmm.RunShell(work, script);
        Assert.Equal((0, usual), (piped.Code, piped.Output));
        (await Gmm.RunShell(work, $"exec 7<> pipe; (cat m.json; echo more) >&7; $GMM fit d.csv --start {start} <&7")).Fails(3, "not valid JSON");
    }

    [Theory]
    [InlineData("$GMM sample m.json -n 3 --out /dev/stdout", ">>")]
    [InlineData("echo between; $GMM sample m.json -n 3 --out /dev/fd/1", ">")]
    [InlineData("$GMM sample m.json -n 3", ">>")]
    public async Task What_stands_in_a_file_already_stays(string script, string redirection)
    {
        using var work = Examples.InFolder();
        work.Write("log", redirection is ">" ? "" : "before\n");
        string sample = InProcess.Run([], "sample", work.PathOf("m.json"), "-n", "3").Succeeds();
        (await Gmm.RunShell(work, $"{{ {script}; echo after; }} {redirection} log")).Succeeds();
        Assert.Equal((redirection is ">" ? "between\n" : "before\n") + sample + "after\n", work.Read("log"));
    }

    [Fact]
    public async Task A_model_and_a_history_can_both_go_into_pipes()
    {
        using var work = Examples.InFolder();
        string usual = (await Gmm.RunShell(work, "$GMM fit d.csv -k 1 --out m1 --history h1")).Succeeds();
        var piped = await Gmm.RunShell(
            work, "mkfifo pm ph; cat pm > m2 & cat ph > h2 & $GMM fit d.csv -k 1 --out pm --history ph; code=$?; wait; exit $code");
        Assert.Equal(usual, piped.Succeeds());
        Assert.Equal(work.Read("m1"), work.Read("m2"));
        Assert.Equal(work.Read("h1"), work.Read("h2"));
    }

    [Theory]
    [InlineData("$GMM predict - -", 2, "only one of the model and the data can be standard input")]
    [InlineData("$GMM score - -", 2, "only one of the model and the data can be standard input")]
    [InlineData("cat d.csv | $GMM predict /dev/stdin -", 2, "only one of the model and the data can be standard input")]
    [InlineData("cat d.csv | $GMM fit - --start /dev/stdin", 2, "only one of the data and the model to start from can be standard input")]
    [InlineData("cat d.csv | $GMM fit /dev/fd/0 --start -", 2, "only one of the data and the model to start from can be standard input")]
    [InlineData("cat d.csv | $GMM verify /dev/stdin - ", 2, "only one of the history and the data can be standard input")]
    [InlineData("$GMM fit - --start -", 2, "only one of the data and the model to start from can be standard input")]
    [InlineData("cat d.csv | $GMM predict - -", 2, "only one")]
    [InlineData("$GMM predict m.json - --out d.csv < d.csv", 2, "--out would overwrite the data")]
    [InlineData("$GMM fit - -k 1 --out d.csv < d.csv", 2, "--out would overwrite the data")]
    [InlineData("$GMM fit /dev/stdin -k 1 --history d.csv < d.csv", 2, "--history would overwrite the data")]
    [InlineData("$GMM sample - -n 3 --out m.json < m.json", 2, "--out would overwrite the model")]
    [InlineData("$GMM fit /dev/zero -k 1", 3, "/dev/zero: line 1: more than 16777216 characters without a line end")]
    [InlineData("$GMM predict m.json /dev/null", 3, "/dev/null: there are no rows")]
    [InlineData("$GMM predict /dev/null d.csv", 3, "/dev/null: ")]
    [InlineData("$GMM predict m.json /dev/fd/8 8> out; code=$?; rm out; exit $code", 3, "/dev/fd/8: permission denied")]
    [InlineData("$GMM predict m.json d.csv --out /dev/fd/8 8< d.csv", 3, "/dev/fd/8: cannot be written: permission denied")]
    public async Task What_cannot_go_through_a_pipe_is_said(string script, int code, string text)
    {
        using var work = Examples.InFolder();
        (await Gmm.RunShell(work, script)).Fails(code, text);
        Assert.Equal((Examples.Model, Examples.Csv), (work.Read("m.json"), work.Read("d.csv")));
        Assert.Equal(["d.csv", "m.json"], work.Files);
    }
}
