namespace GmmPure.Cli.Tests.Streams;

/// <summary>Names of files that are not UTF-8, which .NET can neither say nor open: nothing is written under another name.</summary>
public sealed class ForeignNameTests
{
    [Theory]
    [InlineData("fit d.csv -k 1 --out $'m\\xff'", 2, "--out takes the name of a file, in UTF-8, which \"m\ufffd\" is not")]
    [InlineData("fit d.csv -k 1 --history $'m\\xff'", 2, "--history takes the name of a file, in UTF-8")]
    [InlineData("fit d.csv -k 1 --plot $'m\\xff'", 2, "--plot takes the name of a file, in UTF-8")]
    [InlineData("select d.csv -k 1 --out $'m\\xc3'", 2, "--out takes the name of a file, in UTF-8")]
    [InlineData("report d.csv -k 1 --out=$'m\\xff'", 2, "--out takes the name of a file, in UTF-8")]
    [InlineData("sample m.json -n 3 --out $'m\\xff'", 2, "--out takes the name of a file, in UTF-8")]
    [InlineData("predict m.json d.csv --out $'\\xff/m'", 2, "--out takes the name of a file, in UTF-8")]
    [InlineData("fit $'d\\xff.csv' -k 1", 2, "takes the name of a file, in UTF-8, which \"d\ufffd.csv\" is not")]
    [InlineData("predict $'m\\xff' d.csv", 2, "takes the name of a file, in UTF-8")]
    [InlineData("fit d.csv -k 1 --out link", 3, "link: leads to a name that is not UTF-8")]
    public async Task A_name_that_is_not_UTF_8_is_refused(string command, int code, string text)
    {
        using var work = Examples.InFolder();
        const string Make = "ln -s $'foreign\\xff' link";
        (await Gmm.RunShell(work, $"{Make}; $GMM {command}; code=$?; rm link; exit $code")).Fails(code, text);
        Assert.Equal(["d.csv", "m.json"], work.Files);
    }

    [Fact]
    public async Task The_character_that_stands_for_what_cannot_be_said_may_itself_be_in_a_name()
    {
        using var work = Examples.InFolder();
        (await Gmm.RunShell(work, "$GMM sample m.json -n 3 --out $'s\\xef\\xbf\\xbd'")).Succeeds();
        Assert.Equal(["d.csv", "m.json", "s\ufffd"], work.Files);
    }

    [Fact]
    public async Task Nor_is_anything_written_in_a_folder_of_such_a_name()
    {
        using var work = Examples.InFolder();
        const string Make = "mkdir $'f\\xff'; cd $'f\\xff'";
        (await Gmm.RunShell(work, $"{Make}; $GMM sample {work.PathOf("m.json")} -n 3 --out s; code=$?; cd ..; rmdir $'f\\xff' || exit 99; exit $code"))
            .Fails(3, "s: leads to a name that is not UTF-8");
        Assert.Equal(["d.csv", "m.json"], work.Files);
    }
}
