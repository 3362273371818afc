using System.CommandLine;
using System.CommandLine.Parsing;

namespace GmmPure.Cli.Reading;

/// <summary>The argument and options that every command which reads data has in common.</summary>
internal sealed class DataOptions
{
    private readonly Argument<string> data = new("DATA")
    {
        Description = "A CSV file with a header; - is standard input.",
    };

    private readonly Option<ImmutableArray<string>?> columns = Names(
        "--columns", "The columns that are the observation, in this order (a,b,c); all by default.");

    private readonly Option<ImmutableArray<string>?> exclude = Names(
        "--exclude", "Columns to leave out (a,b,c): labels, and whatever else is not numeric.");

    private readonly Option<bool> noHeader = new("--no-header")
    {
        Description = "The first line is data; columns are called x1, x2, …",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(data);
        command.Options.Add(columns);
        command.Options.Add(exclude);
        command.Options.Add(noHeader);
    }

    public DataRequest Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(data),
        HasHeader: !parsed.GetValue(noHeader),
        new ColumnChoice(parsed.GetValue(columns), parsed.GetValue(exclude) ?? []));

    private static Option<ImmutableArray<string>?> Names(string option, string description) => new(option)
    {
        Description = description,
        HelpName = "NAMES",
        CustomParser = result => Names(option, result),
    };

    /// <summary>A list of names is a line of CSV, so that a name may hold a comma.</summary>
    private static ImmutableArray<string>? Names(string option, ArgumentResult result)
    {
        using var text = new StringReader(result.Tokens[0].Value);
        string[][] lines = [.. CsvRecords.Read(text, option).Take(2).Select(record => record.Fields)];
        ImmutableArray<string> names = lines is [var only] ? [.. only.Select(name => name.Trim())] : [];
        if (names.IsEmpty || names.Any(name => name.Length == 0))
        {
            result.AddError($"{option} takes column names, separated by commas");
        }
        else if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            result.AddError($"{option} names a column twice");
        }

        return names;
    }
}
