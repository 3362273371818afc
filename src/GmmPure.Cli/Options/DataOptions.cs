using System.CommandLine;
using System.CommandLine.Parsing;
using GmmPure.Cli.Reading;
using GmmPure.Data;

namespace GmmPure.Cli.Options;

/// <summary>The argument and options that every command which reads data has in common.</summary>
/// <param name="isOptional">Whether there may be no data.</param>
/// <param name="hasJson">Whether something is printed, and so could be JSON.</param>
internal sealed class DataOptions(bool isOptional = false, bool hasJson = true)
{
    private readonly Argument<string> data = FileOption.Argument(
        "DATA", "A file of data: CSV and kin, .npy, FILE.npz:NAME, Parquet, Arrow, also gzipped; - is standard input.", isOptional);

    private readonly Option<ImmutableArray<string>?> columns = Names(
        "--columns", "The columns that are the observation: a,b,c, or 'a,\"b, c\"' where a name holds a comma; all by default.");

    private readonly Option<ImmutableArray<string>?> exclude = Names(
        "--exclude", "Columns to leave out, likewise: labels, and whatever else is not numeric.");

    private readonly Option<string?> weights = new("--weights")
    {
        Description = "A column of non-negative row weights, no part of the observation: in a sum a row of weight 2 counts twice.",
        HelpName = "COLUMN",
    };

    private readonly Option<WeightKind?> weightKind = FormatOptions.OneOf<WeightKind>(
        "--weights-kind",
        "frequency|precision",
        "What weights count: how often a row was counted, and N is their sum (by default), or how precise it is, and N is the effective number of rows, (sum w)^2 / sum w^2.",
        new(StringComparer.Ordinal) { ["frequency"] = WeightKind.Frequency, ["precision"] = WeightKind.Precision });

    private readonly FormatOptions format = new();

    /// <summary>Whether to print JSON.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print one JSON object instead.",
    };

    private Option[] Own => [columns, exclude, weights, weightKind, .. format.All];

    public void AddTo(Command command)
    {
        command.Arguments.Add(data);
        foreach (var option in Own)
        {
            command.Options.Add(option);
        }

        if (hasJson)
        {
            command.Options.Add(Json);
        }
    }

    /// <summary>What was typed of the data; null if no data are named, and nothing is said of any.</summary>
    public DataRequest? ReadIfGiven(ParseResult parsed)
    {
        if (parsed.GetResult(data)?.Tokens is [_, ..])
        {
            return Read(parsed);
        }

        return Own.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } about
            ? throw FailureException.CommandLine($"{about.Name} is about data, and none are named")
            : null;
    }

    /// <param name="parsed">What was typed.</param>
    /// <param name="labels">The column of labels, if another option names one.</param>
    /// <param name="mayLackLabels">Whether the label of a row may be missing.</param>
    public DataRequest Read(ParseResult parsed, string? labels = null, bool mayLackLabels = false) => new(
        parsed.GetRequiredValue(data),
        format.Read(parsed) with
        {
            WeightKind = KindOfWeights(parsed) ?? WeightKind.Frequency,
            Columns = new ColumnChoice
            {
                Only = parsed.GetValue(columns),
                Without = parsed.GetValue(exclude) ?? [],
                Weights = parsed.GetValue(weights)?.Trim(),
                Labels = labels,
                MayLackLabels = mayLackLabels,
            },
        })
    {
        HasWeightKind = KindOfWeights(parsed) is not null,
    };

    private WeightKind? KindOfWeights(ParseResult parsed) =>
        parsed.GetValue(weightKind) is { } kind && parsed.GetValue(weights) is null
            ? throw FailureException.CommandLine($"--weights-kind {kind.ToString().ToLowerInvariant()} is about weights, and no --weights are named")
            : parsed.GetValue(weightKind);

    /// <summary>An option that takes names of columns.</summary>
    public static Option<ImmutableArray<string>?> Names(string option, string description) => new(option)
    {
        Description = description,
        HelpName = "NAMES",
        CustomParser = result => Names(option, result),
    };

    /// <summary>A list of names is a line of CSV, so that a name may hold a comma.</summary>
    private static ImmutableArray<string>? Names(string option, ArgumentResult result)
    {
        ImmutableArray<string> names = NameList.Parse(result.Tokens[0].Value);
        if (names.IsEmpty || names.Any(name => name.Length == 0))
        {
            result.AddError($"{option} takes column names, separated by commas (a name with a comma in \"quotation marks\")");
        }
        else if (names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            result.AddError($"{option} names a column twice");
        }

        return names;
    }
}
