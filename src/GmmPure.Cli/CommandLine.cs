using System.CommandLine;
using System.CommandLine.Parsing;
using GmmPure.Cli.Applying;
using GmmPure.Cli.Estimating;
using GmmPure.Cli.Fitting;
using GmmPure.Cli.Plotting;
using GmmPure.Cli.Reporting;
using GmmPure.Cli.Selecting;
using GmmPure.Cli.Verifying;

namespace GmmPure.Cli;

/// <summary>The command <c>gmm</c> with its subcommands: from arguments to an exit code.</summary>
internal static class CommandLine
{
    // A file may be called @x, so nothing is read from response files.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command; whatever goes wrong becomes one line and an exit code.</summary>
    public static ExitCode Run(string[] arguments, Shell shell)
    {
        try
        {
            return Invoke(arguments, shell);
        }
        catch (FailureException failure)
        {
            shell.Say(failure.Message);
            return failure.Code;
        }
        catch (Exception error) when (MemoryFault.Is(error))
        {
            shell.Say(MemoryFault.Words);
            return ExitCode.WrongInput;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Where files are opened this is said better; it is what remains if not even the current folder is there.
            shell.Say($"files cannot be reached from here: {Display.WithoutPath(error.Message)}");
            return ExitCode.WrongInput;
        }
        catch (Exception defect)
        {
            shell.Say($"this should not have happened: {defect.GetType().Name}: {defect.Message}");
            return ExitCode.Defect;
        }
    }

    private static ExitCode Invoke(string[] arguments, Shell shell)
    {
        if (arguments.FirstOrDefault(IsEmptyOption) is { } empty)
        {
            throw FailureException.CommandLine($"there is nothing after {Display.Field(empty)}");
        }

        var parsed = Root(shell).Parse(arguments, Parsing);
        if (Error(parsed) is { } error)
        {
            throw FailureException.CommandLine($"{error} (see {Help(parsed)})");
        }

        // Help and the version are written here, and printed like any other result.
        using var text = new StringWriter { NewLine = "\n" };
        int code = parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = text });
        if (text.GetStringBuilder().Length > 0)
        {
            shell.Print(text.ToString());
        }

        return (ExitCode)code;
    }

    private static RootCommand Root(Shell shell)
    {
        var root = new RootCommand("Gaussian mixtures by expectation-maximisation.")
        {
            FitCommand.Create(shell),
            PredictCommand.Create(shell),
            ScoreCommand.Create(shell),
            SampleCommand.Create(shell),
            CutOffCommand.Create(shell),
            SelectCommand.Create(shell),
            PlotCommand.Create(shell),
            VerifyCommand.Create(shell),
            EstimateCommand.Create(shell),
            ReportCommand.Create(shell),
        };
        root.Directives.Clear();
        HelpText.AddTo(root);
        return root;
    }

    /// <summary>An option whose value is empty, as <c>--out="$UNSET"</c>: the parser would take the next word.</summary>
    private static bool IsEmptyOption(string word) =>
        word.StartsWith('-') && word.IndexOf('=', StringComparison.Ordinal) == word.Length - 1;

    /// <summary>The first thing wrong; a word that means nothing explains the others, which it causes.</summary>
    private static string? Error(ParseResult parsed) =>
        parsed.Tokens.FirstOrDefault(token => token.Type == TokenType.Directive) is { } directive ? Unknown(directive.Value)
        : MistypedOption(parsed) is { } mistyped ? $"there is no option {Display.Field(mistyped)}"
        : parsed.Errors.Count == 0 ? null
        : parsed.UnmatchedTokens is [var unknown, ..] ? Unknown(unknown)
        : parsed.Errors[0].Message.TrimEnd('.');

    /// <summary>A word that was taken for a file, but looks like an option (./--x is a file of that name).</summary>
    private static string? MistypedOption(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens)
        .FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

    private static string Unknown(string word) => $"there is no command or option {Display.Field(word)}";

    private static string Help(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "gmm --help" : $"gmm {parsed.CommandResult.Command.Name} --help";
}
