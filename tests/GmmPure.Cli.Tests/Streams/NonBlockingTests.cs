using System.Globalization;

namespace GmmPure.Cli.Tests.Streams;

/// <summary>
/// Pipes that somebody who shares them has made non-blocking, as dd leaves its own behind: what is not ready yet is waited for.
/// </summary>
public sealed class NonBlockingTests
{
    private const int Rows = 30_000;

    [Theory]
    [InlineData("")]
    [InlineData("--out /dev/fd/7")]
    [InlineData("--out /dev/stdout")]
    public async Task A_slow_reader_gets_all(string output)
    {
        using var work = Examples.InFolder();
        string usual = InProcess.Run([], "sample", work.PathOf("m.json"), "-n", Rows.ToString(CultureInfo.InvariantCulture)).Succeeds();
        const string Open = "mkfifo pipe; (sleep 1; cat) < pipe > got & exec 7> pipe; dd if=/dev/null oflag=nonblock status=none >&7";
        (await Gmm.RunShell(work, $"{Open}; $GMM sample m.json -n {Rows} {output} >&7; code=$?; exec 7>&-; wait; exit $code")).Succeeds();
        Assert.Equal(usual, work.Read("got"));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("/dev/fd/7")]
    [InlineData("/dev/stdin")]
    public async Task A_slow_writer_is_waited_for(string input)
    {
        using var work = Examples.InFolder();
        string usual = InProcess.Run([], "predict", work.PathOf("m.json"), work.PathOf("d.csv")).Succeeds();
        const string Open = "mkfifo pipe; (head -c 9 d.csv; sleep 1; tail -c +10 d.csv) > pipe & exec 7< pipe; dd of=/dev/null iflag=nonblock count=0 status=none <&7";
        Assert.Equal(usual, (await Gmm.RunShell(work, $"{Open}; $GMM predict m.json {input} <&7")).Succeeds());
    }

    [Fact]
    public async Task Errors_are_said_whole()
    {
        using var work = Examples.InFolder();
        const string Open = "mkfifo pipe; (sleep 1; cat) < pipe > got & exec 7> pipe; dd if=/dev/null oflag=nonblock status=none >&7; dd if=/dev/zero bs=1 count=66000 status=none >&7 2> full";
        (await Gmm.RunShell(work, $"{Open}; $GMM fit nope.csv -k 1 2>&7; code=$?; exec 7>&-; wait; exit $code")).AssertCode(3);
        Assert.EndsWith("\0gmm: nope.csv: no such file\n", work.Read("got"), StringComparison.Ordinal);
    }
}
