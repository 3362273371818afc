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
        { "fit DATA -k", "-k" },
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
        { "fit DATA --start model.json --restarts 2", "--restarts" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_command_line_is_exit_2_and_one_line(string line, string text)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var arguments = words.Select(word => word.Replace("DATA", Gmm.OldFaithful, StringComparison.Ordinal));
        (await Gmm.Run([.. arguments])).Fails(2, text);
    }
}
