using System.Text;

namespace GmmPure.Cli.Tests.Reading;

/// <summary>Options about how data are written that the data, or one another, contradict: an error says so, and nothing is fitted.</summary>
public sealed class ContradictionTests
{
    private const string Points = "x,y\n1.5,2.5\n2.5,3.5\n3.5,1.5\n7.5,8.5\n";
    private const string Commas = "x;y\n1,5;2,5\n2,5;3,5\n3,5;1,5\n7,5;8,5\n";
    private const string Tabs = "x\ty\n1,5\t2\n2,5\t3\n3,5\t9\n";
    private const string Mixed = "x;y\n1.5;2\n2.5;3\n3.5;9\n7.9;4\n";
    private const string AsPoints = "is not written as the options say: fields seem to be separated by commas, and numbers to have decimal points";
    private const string AsCommas = "is not written as the options say: fields seem to be separated by semicolons, and numbers to have decimal commas";

    [Theory]
    [InlineData(Points, "--decimal ,", AsPoints)]
    [InlineData(Points, "--separator ;", AsPoints)]
    [InlineData(Points, "--separator space", AsPoints)]
    [InlineData(Points, "--separator bar", AsPoints)]
    [InlineData(Points, "--separator ; --decimal ,", AsPoints)]
    [InlineData(Points, "--separator , --decimal ,", AsPoints)]
    [InlineData(Points, "--separator ; --missing drop", AsPoints)]
    [InlineData(Commas, "--decimal .", AsCommas)]
    [InlineData(Commas, "--separator ,", AsCommas)]
    [InlineData(Commas, "--separator tab", AsCommas)]
    [InlineData(Commas, "--separator , --decimal ,", AsCommas)]
    [InlineData(Commas, "--decimal . --missing drop", AsCommas)]
    [InlineData(Tabs, "--decimal .", "line 2, column \"x\": \"1,5\" is not a number here: it has a decimal comma")]
    [InlineData(Tabs, "--decimal . --missing drop", "line 2, column \"x\": \"1,5\" is not a number here: it has a decimal comma")]
    [InlineData(Mixed, "--decimal ,", "line 2, column \"x\": \"1.5\" is not a number here: it has a decimal point")]
    [InlineData(Mixed, "--decimal , --missing drop", "line 2, column \"x\": \"1.5\" is not a number here: it has a decimal point")]
    [InlineData("1 2\n2 3\n3 9\n", "--separator tab", "is not written as the options say: fields seem to be separated by blanks")]
    [InlineData(Points, "--missing-values 1.5", "line 2, column \"x\": the value is missing (\"1.5\"); --missing drop leaves out its row")]
    [InlineData(Points, "--missing-values 1.5 --missing error", "line 2, column \"x\": the value is missing (\"1.5\")")]
    [InlineData(Points, "--missing drop --missing-values 2.5,1.5,7.5", "something is missing of each")]
    public void What_the_file_contradicts_is_an_error_that_says_so(string data, string options, string text) => Fails(data, options, 3, text);

    [Theory]
    [InlineData("--missing drop --missing error", "'--missing' expects a single argument")]
    [InlineData("--header --no-header", "--header and --no-header contradict each other")]
    [InlineData("--separator bar --comment |", "--comment is one sign, such as # or %, not \"|\"")]
    [InlineData("--comment |", "--comment is one sign, such as # or %, not \"|\"")]
    [InlineData("--comment ; --separator ;", "--comment is one sign, such as # or %, not \";\"")]
    public void What_contradicts_itself_is_an_error_of_the_command_line(string options, string text) =>
        Fails("a|b\n1|2\n3|4\n9|1\n", options, 2, text);

    private static void Fails(string data, string options, int code, string text)
    {
        using var work = new Workspace();
        InProcess.Run(Encoding.UTF8.GetBytes(data), ["fit", "-", "-k", "1", "--out", work.PathOf("m"), .. options.Split(' ')]).Fails(code, text);
        Assert.Empty(work.Files);
    }
}
