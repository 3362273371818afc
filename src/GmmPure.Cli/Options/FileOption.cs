using System.CommandLine;
using System.CommandLine.Parsing;
using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Options;

/// <summary>Options and arguments that name a file.</summary>
internal static class FileOption
{
    /// <summary>A file to write.</summary>
    public static Option<string?> Output(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => Check(name, result) is not InputFile.StandardInput and var path
            ? path
            : Refuse(result, $"{name} takes the name of a file; - would mix it with the results (./- is a file of that name)"),
    };

    /// <summary>A file to read; - is standard input.</summary>
    public static Option<string?> Input(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => Check(name, result),
    };

    /// <summary>A file to read, by its place on the command line; - is standard input.</summary>
    public static Argument<string> Argument(string name, string description, bool isOptional = false) => new(name)
    {
        Description = description,
        Arity = isOptional ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        CustomParser = result => result.Tokens.Count == 0 ? null! : Check(name, result)!,
    };

    /// <summary>The model that predict, score and sample use.</summary>
    public static Argument<string> Model() =>
        Argument("MODEL", "A model file, as gmm fit --out writes it; - is standard input.");

    private static string? Check(string name, ArgumentResult result)
    {
        string path = result.Tokens[0].Value;
        return path.Length == 0 || path.Contains('\0', StringComparison.Ordinal)
            ? Refuse(result, $"{name} takes the name of a file, which cannot be empty")
            : RawArguments.IsLost(path) ? Refuse(result, $"{name} takes the name of a file, in UTF-8, which {Display.Field(path)} is not")
            : path;
    }

    private static string? Refuse(ArgumentResult result, string reason)
    {
        result.AddError(reason);
        return null;
    }
}
