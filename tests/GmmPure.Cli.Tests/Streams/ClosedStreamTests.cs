namespace GmmPure.Cli.Tests.Streams;

/// <summary>
/// Streams that are not there. The runtime opens files of its own under their numbers, which must be neither read nor written.
/// </summary>
public sealed class ClosedStreamTests
{
    [Theory]
    [InlineData("$GMM fit - -k 2 <&-", "standard input: is closed")]
    [InlineData("$GMM fit /dev/stdin -k 2 <&-", "/dev/stdin: is closed")]
    [InlineData("$GMM predict m.json - <&-", "standard input: is closed")]
    [InlineData("$GMM predict - d.csv <&-", "standard input: is closed")]
    [InlineData("$GMM predict m.json /dev/fd/0 <&-", "/dev/fd/0: is closed")]
    [InlineData("$GMM predict m.json /dev/fd/9 9<&-", "/dev/fd/9: is closed")]
    [InlineData("$GMM predict m.json /proc/self/fd/9 9<&-", "/proc/self/fd/9: is closed")]
    public async Task What_is_closed_is_not_read(string script, string text) => await Fails(script, text);

    [Theory]
    [InlineData("$GMM fit d.csv -k 1 >&-", "standard output: is closed")]
    [InlineData("$GMM fit d.csv -k 1 --out out --history history >&-", "standard output: is closed")]
    [InlineData("$GMM predict m.json d.csv >&-", "standard output: is closed")]
    [InlineData("$GMM score m.json d.csv >&-", "standard output: is closed")]
    [InlineData("$GMM sample m.json -n 9 >&-", "standard output: is closed")]
    [InlineData("$GMM select d.csv -k 1 >&-", "standard output: is closed")]
    [InlineData("$GMM --help >&-", "standard output: is closed")]
    [InlineData("$GMM predict m.json d.csv --out /dev/stdout >&-", "/dev/stdout: is closed")]
    [InlineData("$GMM predict m.json d.csv --out /dev/fd/9 9>&-", "/dev/fd/9: is closed")]
    [InlineData("ln -s /dev/fd/9 link; $GMM fit d.csv -k 1 --out link 9>&-; code=$?; rm link; exit $code", "link: is closed")]
    public async Task What_is_closed_is_not_written(string script, string text) => await Fails(script, text);

    [Fact]
    public async Task The_exit_code_tells_where_nobody_can_be_told()
    {
        using var work = Examples.InFolder();
        Assert.Equal(new GmmResult(3, "", ""), await Gmm.RunShell(work, "$GMM predict m.json nope.csv 2>&-"));
        Assert.Equal(new GmmResult(3, "", ""), await Gmm.RunShell(work, "$GMM predict m.json - <&- >&- 2>&-"));
        Assert.Equal(new GmmResult(3, "", ""), await Gmm.RunShell(work, "$GMM predict m.json nope.csv 2>/dev/full"));
    }

    [Fact]
    public async Task A_result_in_a_file_needs_no_standard_output()
    {
        using var work = Examples.InFolder();
        (await Gmm.RunShell(work, "$GMM predict m.json d.csv --out p.csv >&- <&-")).Succeeds();
        Assert.Equal((await Gmm.RunShell(work, "$GMM predict m.json d.csv")).Succeeds(), work.Read("p.csv"));
    }

    [Theory]
    [InlineData("$GMM sample m.json -n 100000000 | head -1", "x,y\n")]
    [InlineData("$GMM sample m.json -n 100000000 --out /dev/stdout | head -1", "x,y\n")]
    [InlineData("$GMM predict m.json d.csv | head -1", "component,r_0,r_1,log_density\n")]
    public async Task A_reader_who_has_seen_enough_is_no_failure(string script, string output)
    {
        using var work = Examples.InFolder();
        Assert.Equal(output, (await Gmm.RunShell(work, $"set -o pipefail; {script}")).Succeeds());
    }

    private static async Task Fails(string script, string text)
    {
        using var work = Examples.InFolder();
        (await Gmm.RunShell(work, script)).Fails(3, text);
        Assert.Equal(["d.csv", "m.json"], work.Files);
    }
}
