using System.CommandLine;
using System.CommandLine.Parsing;

namespace GmmPure.Cli.Options;

/// <summary>Options and arguments that name a file.</summary>
internal static class FileOption
{
    /// <summary>A file to write.</summary>
    public static Option<string?> Output(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FILE",
        CustomParser = result => Check(name, result) is { } path && path is not Reading.InputFile.StandardInput
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
    public static Argument<string> Argument(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Check(name, result)!,
    };

    /// <summary>
    /// Whether a file to write is the same as another, to be written or read, through whatever links and from whatever a shell
    /// has opened; a device is not a file.
    /// </summary>
    public static bool Same(string? output, string? other) =>
        output is not null
        && other is not null
        && !Writing.OutputFile.IsDevice(output)
        && string.Equals(
            Writing.RealPath.Of(output),
            Writing.RealPath.Of(other is Reading.InputFile.StandardInput ? "/dev/stdin" : other),
            StringComparison.Ordinal);

    private static string? Check(string name, ArgumentResult result)
    {
        string path = result.Tokens[0].Value;
        return path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal)
            ? path
            : Refuse(result, $"{name} takes the name of a file, which cannot be empty");
    }

    private static string? Refuse(ArgumentResult result, string reason)
    {
        result.AddError(reason);
        return null;
    }
}
