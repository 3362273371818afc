using System.CommandLine;
using GmmPure.Cli.Fitting;

namespace GmmPure.Cli;

/// <summary>The command <c>gmm</c> with its subcommands: from arguments to an exit code.</summary>
internal static class CommandLine
{
    // A file may be called @x, so nothing is read from response files.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static int Run(string[] arguments, Shell shell)
    {
        var command = new RootCommand("Gaussian mixtures by expectation-maximisation.") { FitCommand.Create(shell) };
        command.Directives.Clear();
        var parsed = command.Parse(arguments, Parsing);
        return Error(parsed) is { } error
            ? throw FailureException.CommandLine($"{error} (see gmm --help)")
            : parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = shell.Output });
    }

    /// <summary>The first thing wrong; a word that means nothing explains the others, which it causes.</summary>
    private static string? Error(ParseResult parsed) =>
        parsed.Errors.Count == 0 ? null
        : parsed.UnmatchedTokens is [var unknown, ..] ? $"there is no command or option {Display.Field(unknown)}"
        : parsed.Errors[0].Message.TrimEnd('.');
}
