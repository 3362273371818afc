using System.CommandLine;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Fitting;

/// <summary><c>gmm fit</c>: read, fit, report, write.</summary>
internal static class FitCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("fit", "Fit a mixture to data.");
        var options = new FitOptions();
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(options.Read(parsed), shell));
        return command;
    }

    private static ExitCode Run(FitRequest request, Shell shell)
    {
        OutputFile.Check(request.Output.Model);
        OutputFile.Check(request.Output.History);
        var input = FitInput.Read(request);
        if (FitFailure.TooFewDistinctRows(input, request) is { } reason)
        {
            Write(request.Output.History, [], shell);
            throw FailureException.Degenerate(reason);
        }

        var result = FitResult.Of(input, request);
        if (result.Best is not { } best)
        {
            Write(request.Output.History, HistoryOf(result.Restarts[0], input, request), shell);
            throw FailureException.Degenerate(FitFailure.Degenerate(result.Restarts[0], input, request));
        }

        using var history = OutputFile.Stage(request.Output.History, HistoryOf(best, input, request), shell.Interruption);
        using var model = OutputFile.Stage(request.Output.Model, [best.Last.Model.ToJson()], shell.Interruption);
        shell.Print(FitReport.Of(result, best, request, input));
        history.Commit();
        model.Commit();
        Warn(best, input, request, shell);
        return ExitCode.Done;
    }

    /// <summary>The history of one run, computed anew: it was not kept, and comes out the same.</summary>
    private static IEnumerable<string> HistoryOf(Restart<Iteration> restart, FitInput input, FitRequest request) =>
        FitResult.History(input, request, restart.Seed).Select(iteration => iteration.ToJson());

    private static void Write(string? path, IEnumerable<string> lines, Shell shell)
    {
        using var file = OutputFile.Stage(path, lines, shell.Interruption);
        file.Commit();
    }

    private static void Warn(Restart<Iteration> best, FitInput input, FitRequest request, Shell shell)
    {
        if (input.HeaderLooksLikeData)
        {
            shell.Warn(
                $"the first line of {request.Data.Name} was taken for names, but holds numbers; is --no-header missing?");
        }

        if (!best.Last.IsConverged)
        {
            string iterations = Display.Count(best.Last.Index, "iteration");
            shell.Warn($"not converged after {iterations}, the most that --max-iterations allows");
        }

        foreach (int component in best.Last.SuspiciousComponents)
        {
            string rows = FormattableString.Invariant($"{best.Last.EffectiveCounts[component]:F1} rows");
            shell.Warn(
                $"component {component} is suspicious: a narrow spike on {rows}, which says more about those rows "
                + $"than about the data; compare -k {best.Last.Model.ComponentCount - 1}");
        }
    }
}
