using System.CommandLine;
using System.CommandLine.Parsing;
using GmmPure.Data;

namespace GmmPure.Cli.Options;

/// <summary>The options that say how data are written. What they don't say is found out.</summary>
internal sealed class FormatOptions
{
    private const string Drop = "drop";

    private readonly Option<FieldSeparator?> separator = OneOf<FieldSeparator>(
        "--separator",
        ",|;|tab|space|bar",
        "What separates fields; found out by default.",
        new(StringComparer.Ordinal)
        {
            [","] = FieldSeparator.Comma,
            ["comma"] = FieldSeparator.Comma,
            [";"] = FieldSeparator.Semicolon,
            ["semicolon"] = FieldSeparator.Semicolon,
            ["tab"] = FieldSeparator.Tab,
            ["\t"] = FieldSeparator.Tab,
            ["\\t"] = FieldSeparator.Tab,
            ["space"] = FieldSeparator.Blanks,
            [" "] = FieldSeparator.Blanks,
            ["|"] = FieldSeparator.Bar,
            ["bar"] = FieldSeparator.Bar,
        });

    private readonly Option<DecimalMark?> mark = OneOf<DecimalMark>(
        "--decimal",
        ".|,",
        "What stands before decimals; found out by default.",
        new(StringComparer.Ordinal)
        {
            ["."] = DecimalMark.Point,
            ["point"] = DecimalMark.Point,
            [","] = DecimalMark.Comma,
            ["comma"] = DecimalMark.Comma,
        });

    private readonly Option<bool> header = new("--header")
    {
        Description = "The first line names the columns; found out by default.",
    };

    private readonly Option<bool> noHeader = new("--no-header")
    {
        Description = "The first line is data; columns are called x1, x2, …",
    };

    private readonly Option<char?> comment = new("--comment")
    {
        Description = "Lines that begin with this character are comments; by default # before the data.",
        HelpName = "CHAR",
        CustomParser = Comment,
    };

    private readonly Option<string?> missing = new("--missing")
    {
        Description = "drop leaves incomplete rows out, and says how many; by default, error, they are one.",
        HelpName = "error|drop",
        CustomParser = Missing,
    };

    private readonly Option<ImmutableArray<string>?> missingValues = new("--missing-values")
    {
        Description = "What stands for a missing value beyond the usual (empty, NA, NaN, NULL, #N/A and such): a,b,c.",
        HelpName = "VALUES",
        CustomParser = Values,
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [separator, mark, header, noHeader, comment, missing, missingValues];

    /// <summary>What was said.</summary>
    public ReadOptions Read(ParseResult parsed)
    {
        bool isHeaded = parsed.GetValue(header);
        bool isHeadless = parsed.GetValue(noHeader);
        return isHeaded && isHeadless
            ? throw FailureException.CommandLine("--header and --no-header contradict each other")
            : new ReadOptions
            {
                Separator = parsed.GetValue(separator),
                Mark = parsed.GetValue(mark),
                HasHeader = isHeaded ? true : isHeadless ? false : null,
                Comment = parsed.GetValue(comment),
                DropsIncompleteRows = parsed.GetValue(missing) is Drop,
                MissingValues = parsed.GetValue(missingValues) ?? [],
            };
    }

    /// <summary>An option that is one of some words.</summary>
    public static Option<T?> OneOf<T>(string name, string choices, string description, Dictionary<string, T> values)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = choices,
            CustomParser = result =>
            {
                if (values.TryGetValue(result.Tokens[0].Value, out var value))
                {
                    return value;
                }

                result.AddError($"{name} is one of {string.Join(" ", choices.Split('|'))}, not {Display.Field(result.Tokens[0].Value)}");
                return null;
            },
        };

    private static char? Comment(ArgumentResult result)
    {
        if (result.Tokens[0].Value is [> ' ' and <= '~' and not ('"' or ',' or ';' or '|' or '.' or '+' or '-') and var character]
            && !char.IsAsciiLetterOrDigit(character))
        {
            return character;
        }

        result.AddError($"--comment is one sign, such as # or %, not {Display.Field(result.Tokens[0].Value)}");
        return null;
    }

    private static string Missing(ArgumentResult result)
    {
        string rule = result.Tokens[0].Value;
        if (rule is not ("error" or Drop))
        {
            result.AddError($"--missing is one of error {Drop}, not {Display.Field(rule)}");
        }

        return rule;
    }

    private static ImmutableArray<string>? Values(ArgumentResult result)
    {
        var values = NameList.Parse(result.Tokens[0].Value);
        if (values.IsEmpty)
        {
            result.AddError("--missing-values takes what stands for a missing value: a,b,c");
        }

        return values;
    }
}
