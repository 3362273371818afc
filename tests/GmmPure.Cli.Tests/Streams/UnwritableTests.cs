namespace GmmPure.Cli.Tests.Streams;

/// <summary>Files are written whole or not at all, wherever the writing stops: nothing is lost and nothing is left behind.</summary>
public sealed class UnwritableTests
{
    /// <summary>No file may become larger than so many KiB; the runtime needs a large one for itself, unless told not to.</summary>
    private const string Limit = "export DOTNET_EnableWriteXorExecute=0; ulimit -f";

    /// <summary>Runs what follows without root's right to read and write everything.</summary>
    private static string AsUser =>
        Environment.IsPrivilegedProcess ? "setpriv --bounding-set=-dac_override,-dac_read_search" : string.Empty;

    private static bool CanBeUser => !Environment.IsPrivilegedProcess || File.Exists("/usr/bin/setpriv");

    public static TheoryData<string> WritingCommands => new()
    {
        "fit d.csv -k 1 --out",
        "fit d.csv -k 1 --history",
        "select d.csv -k 1 --out",
        "predict m.json d.csv --out",
        "sample m.json -n 9 --out",
    };

    [Theory]
    [MemberData(nameof(WritingCommands))]
    public async Task A_place_that_cannot_be_written_is_exit_3(string command)
    {
        Assert.SkipUnless(CanBeUser, "There is no setpriv(1) to be somebody else than root with.");
        using var work = Examples.InFolder();
        work.Write("old", "old");
        Directory.CreateDirectory(work.PathOf("locked"));
        await Gmm.RunShell(work, "chmod 555 locked; chmod 444 old");
        (await Gmm.RunShell(work, $"$GMM {command} nowhere/new")).Fails(3, "nowhere/new: there is no such directory");
        (await Gmm.RunShell(work, $"$GMM {command} d.csv/new")).Fails(3, "d.csv/new: there is no such directory");
        (await Gmm.RunShell(work, $"$GMM {command} new/")).Fails(3, "new/: there is no such directory");
        (await Gmm.RunShell(work, $"$GMM {command} locked")).Fails(3, "locked: is a directory");
        (await Gmm.RunShell(work, $"{AsUser} $GMM {command} locked/new")).Fails(3, "locked/new: cannot be written: permission denied");
        (await Gmm.RunShell(work, $"{AsUser} $GMM {command} old")).Fails(3, "old: cannot be written: permission denied");
        Assert.Equal("old", work.Read("old"));
        Assert.Equal(["d.csv", "m.json", "old"], work.Files);
        Assert.Empty(Directory.EnumerateFileSystemEntries(work.PathOf("locked")));
    }

    [Theory]
    [MemberData(nameof(WritingCommands))]
    public async Task A_full_disk_is_exit_3(string command)
    {
        using var work = Examples.InFolder();
        (await Gmm.RunShell(work, $"$GMM {command} /dev/full"))
            .Fails(3, "/dev/full: cannot be written: No space left on device\n");
        string output = command.StartsWith("predict", StringComparison.Ordinal) || command.StartsWith("sample", StringComparison.Ordinal)
            ? ""
            : " new";
        string toStandardOutput = output.Length > 0 ? command + output : command[..command.IndexOf(" --out", StringComparison.Ordinal)];
        (await Gmm.RunShell(work, $"$GMM {toStandardOutput} > /dev/full"))
            .Fails(3, "standard output: cannot be written: No space left on device\n");
        Assert.Equal(["d.csv", "m.json"], work.Files);
    }

    [Theory]
    [InlineData("fit d.csv -k 1 --tolerance 0 --max-iterations 100 --out old --history", "new")]
    [InlineData("fit d.csv -k 1 --tolerance 0 --max-iterations 100 --out new --history", "old")]
    [InlineData("predict m.json long.csv --out", "old")]
    [InlineData("sample m.json -n 1000 --out", "old")]
    public async Task A_file_that_outgrows_its_limit_halfway_is_exit_3_and_leaves_the_old_one(string command, string file)
    {
        using var work = Examples.InFolder();
        work.Write("old", "old");
        work.Write("long.csv", "x,y\n" + string.Concat(Enumerable.Repeat("0.5,1.25\n", 1000)));
        (await Gmm.RunShell(work, $"{Limit} 8; $GMM {command} {file}"))
            .Fails(3, $"{file}: cannot be written: the file would be larger than is allowed\n");
        Assert.Equal("old", work.Read("old"));
        Assert.Equal(["d.csv", "long.csv", "m.json", "old"], work.Files);
    }

    [Fact]
    public async Task Standard_output_and_error_can_outgrow_their_limit_too()
    {
        using var work = Examples.InFolder();
        (await Gmm.RunShell(work, $"{Limit} 8; $GMM sample m.json -n 1000 > grown; code=$?; rm grown; exit $code"))
            .Fails(3, "standard output: cannot be written: the file would be larger than is allowed\n");
        var silent = await Gmm.RunShell(work, $"{Limit} 0; $GMM sample m.json -n 1000 --out new 2> error");
        Assert.Equal(new GmmResult(3, "", ""), silent);
        Assert.Equal(["d.csv", "error", "m.json"], work.Files);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_exit_3()
    {
        using var work = Examples.InFolder();
        const string Leave = "mkdir gone; cd gone; rmdir ../gone";
        (await Gmm.RunShell(work, $"{Leave}; $GMM fit {work.PathOf("d.csv")} -k 1 --out new")).Fails(3, "files cannot be reached from here: ");
        (await Gmm.RunShell(work, $"{Leave}; $GMM predict ../m.json {work.PathOf("d.csv")}")).Fails(3, "../m.json: no such file");
    }

    [Theory]
    [InlineData("fit locked.csv -k 1", "locked.csv: permission denied")]
    [InlineData("predict m.json locked.csv", "locked.csv: permission denied")]
    [InlineData("predict locked.csv d.csv", "locked.csv: permission denied")]
    [InlineData("fit d.csv --start locked.csv", "locked.csv: permission denied")]
    [InlineData("fit . -k 1", ".: is a directory")]
    [InlineData("predict . d.csv", ".: is a directory")]
    [InlineData("predict m.json nope.csv", "nope.csv: no such file")]
    [InlineData("predict nope.json d.csv", "nope.json: no such file")]
    [InlineData("score m.json d.csv/inside", "d.csv/inside: no such file")]
    [InlineData("select nope.csv -k 1", "nope.csv: no such file")]
    [InlineData("sample nope.json -n 1", "nope.json: no such file")]
    public async Task A_file_that_cannot_be_read_is_exit_3(string command, string text)
    {
        Assert.SkipUnless(CanBeUser, "There is no setpriv(1) to be somebody else than root with.");
        using var work = Examples.InFolder();
        work.Write("locked.csv", Examples.Csv);
        (await Gmm.RunShell(work, $"chmod 000 locked.csv; {AsUser} $GMM {command}")).Fails(3, text);
    }
}
