namespace GmmPure.Cli.Tests;

public sealed class CommandLineErrorTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { string.Empty, "gmm --help" },
        { "bogus", "\"bogus\"" },
        { "fit", "DATA" },
        { "fit DATA", "-k K" },
        { "fit DATA extra -k 2", "\"extra\"" },
        { "fit DATA -k 2 --bogus", "\"--bogus\"" },
        { "fit DATA -k 2 --out= precious", "nothing after \"--out=\"" },
        { "fit --jsn DATA -k 2", "no option \"--jsn\"" },
        { "fit -k 2 --jsn", "no option \"--jsn\"" },
        { "fit DATA -k", "Required argument missing for option: '-k'" },
        { "fit DATA -k 0", "--components takes a whole number from 1 on, not \"0\"" },
        { "fit DATA -k 2.0", "\"2.0\"" },
        { "fit DATA -k two", "\"two\"" },
        { "fit DATA -k 99999999999", "\"99999999999\"" },
        { "fit DATA -k 2 -k 3", "-k" },
        { "fit DATA -k 2 --covariance Full", "tied-diagonal" },
        { "fit DATA -k 2 --seed 1.5", "--seed" },
        { "fit DATA -k 2 --seed 9223372036854775808", "--seed" },
        { "fit DATA -k 2 --restarts 0", "--restarts" },
        { "fit DATA -k 2 --tolerance -1", "--tolerance" },
        { "fit DATA -k 2 --tolerance nan", "--tolerance" },
        { "fit DATA -k 2 --tolerance 1e999", "--tolerance" },
        { "fit DATA -k 2 --max-iterations -1", "--max-iterations" },
        { "fit DATA -k 2 --max-iterations 1,000", "--max-iterations" },
        { "fit DATA -k 2 --ridge inf", "--ridge" },
        { "fit DATA -k 2 --columns nope", "has no column \"nope\"; its columns are \"eruptions\", \"waiting\"" },
        { "fit DATA -k 2 --columns waiting,waiting", "twice" },
        { "fit DATA -k 2 --columns ,", "--columns" },
        { "fit DATA -k 2 --exclude nope", "\"nope\"" },
        { "fit DATA -k 2 --exclude eruptions,waiting", "no column" },
        { "fit DATA -k 2 --out DATA", "overwrite the data" },
        { "fit DATA -k 2 --history DATA", "overwrite the data" },
        { "fit DATA -k 2 --out same --history same", "same file" },
        { "fit DATA -k 2 --out same --plot same", "--plot and --out name the same file" },
        { "fit DATA -k 2 --history same --plot ./same", "--plot and --history name the same file" },
        { "fit DATA -k 2 --plot DATA", "--plot would overwrite the data" },
        { "fit DATA -k 2 --plot -", "--plot takes the name of a file" },
        { "fit DATA --start model.json --restarts 2", "--restarts" },
        { "fit DATA -k 2147483647", "--components takes a whole number from 1 to 2147483646, not \"2147483647\"" },
        { "fit DATA -k 2 --restarts 9999999999999999999999", "--restarts takes a whole number from 1 to 1000000, not" },
        { "fit DATA -k -1", "not \"-1\"" },
        { "fit DATA -k=-1", "not \"-1\"" },
        { "fit DATA -k \u0663", "whole number" },
        { "fit DATA -k 0x2", "\"0x2\"" },
        { "fit DATA -k 2 --tolerance NaN", "--tolerance takes a finite number from 0 on, not \"NaN\"" },
        { "fit DATA -k 2 --ridge -1e-6", "--ridge takes a finite number from 0 on" },
        { "fit DATA -k 2 --threads 0", "--threads" },
        { "fit DATA -k 2 --covariance ball", "not \"ball\"" },
        { "fit DATA -k 2 --weights nope", "has no column \"nope\"" },
        { "fit DATA -k 2 --weights waiting --columns waiting", "cannot be weight or label and observation at once" },
        { "fit DATA -k 2 --out -", "--out takes the name of a file" },
    };

    public static TheoryData<string, string> WrongElsewhere => new()
    {
        { "[diagram] fit DATA -k 1", "\"[diagram]\"" },
        { "predict", "MODEL" },
        { "predict DATA", "DATA" },
        { "predict DATA DATA extra", "\"extra\"" },
        { "predict DATA DATA --bogus", "\"--bogus\" (see gmm predict --help)" },
        { "predict DATA DATA --out DATA", "--out would overwrite the model" },
        { "score DATA DATA -k 2", "\"-k\"" },
        { "sample DATA -n -5", "not \"-5\"" },
        { "sample DATA -n many", "\"many\"" },
        { "sample DATA -n 3 --seed one", "\"one\"" },
        { "select DATA", "--components" },
        { "select DATA -k 0..3", "\"0..3\"" },
        { "select DATA -k 3..1", "\"3..1\"" },
        { "select DATA -k 1..", "\"1..\"" },
        { "select DATA -k two", "\"two\"" },
        { "select DATA -k 2 --criterion best", "--criterion takes bic, aic or icl, not \"best\"" },
        { "select DATA -k 2 --covariance full,ball", "not \"ball\"" },
        { "select DATA -k 2 --init labels:waiting", "--init takes" },
        { "select DATA -k 2 --columns nope", "has no column \"nope\"" },
        { "select DATA -k 2 --plot DATA", "--plot would overwrite the data" },
        { "select DATA -k 2 --plot same --out same", "--plot and --out name the same file" },
        { "plot", "--out" },
        { "plot DATA", "--out" },
        { "plot DATA --out DATA", "--out would overwrite the history" },
        { "plot h DATA --out DATA", "--out would overwrite the data" },
        { "plot h --out p.svg --iterations 1", "--iterations needs the data" },
        { "plot h --out p.svg --no-header", "--no-header is about data, and none are named" },
        { "plot h --out p.svg --columns a", "--columns is about data, and none are named" },
        { "plot h DATA --out p.svg --iterations 1,x", "--iterations takes at most 12 whole numbers" },
        { "plot h DATA --out p.svg --iterations 0,1,2,3,4,5,6,7,8,9,10,11,12", "--iterations takes at most 12" },
        { "plot - - --out p.svg", "only one of the history and the data can be standard input" },
        { "plot h DATA --out p.svg --json", "\"--json\"" },
    };

    [Fact]
    public void A_file_cannot_be_called_nothing()
    {
        InProcess.Run([], "fit", "", "-k", "2").Fails(2, "cannot be empty");
        InProcess.Run([], "predict", "", Gmm.OldFaithful).Fails(2, "MODEL takes the name of a file, which cannot be empty");
        InProcess.Run([], "fit", Gmm.OldFaithful, "-k", "2", "--out", "").Fails(2, "--out takes the name of a file, which cannot be empty");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    [MemberData(nameof(WrongElsewhere))]
    public async Task A_wrong_command_line_is_exit_2_and_one_line(string line, string text)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var arguments = words.Select(word => word.Replace("DATA", Gmm.OldFaithful, StringComparison.Ordinal));
        (await Gmm.Run([.. arguments])).Fails(2, text);
    }
}
