using System.CommandLine;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Fitting;

/// <summary><c>gmm fit</c>: read, fit, report, write.</summary>
internal static class FitCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("fit", "Fit a mixture to data by EM.");
        var options = new FitOptions();
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(options.Read(parsed), shell));
        return command;
    }

    private static ExitCode Run(FitRequest request, Shell shell)
    {
        OutputFile.Check(request.Output.Model);
        OutputFile.Check(request.Output.History);
        OutputFile.Check(request.Output.Plot);
        var input = shell.Compute(() => $"reading {request.Data.Name}", () => FitInput.Read(request, shell));
        if (FitFailure.TooFewDistinctRows(input, request) is { } reason)
        {
            OutputFile.Write(request.Output.History, [], shell);
            throw FailureException.Degenerate(reason);
        }

        var result = Fit(input, request, shell);
        if (result.Best is not { } best)
        {
            OutputFile.Write(request.Output.History, Lines(HistoryOf(result.Restarts[0], input, request)), shell);
            throw FailureException.Degenerate(FitFailure.Degenerate(result.Restarts[0], input, request));
        }

        using var history = Stage(request.Output.History, HistoryOf(best, input, request), shell);
        using var model = OutputFile.Stage(request.Output.Model, [best.Last.Model.ToJson()], shell.Interruption);
        using var plot = Picture.Stage(
            request.Output.Plot, () => FitPicture.Of(input.Data, best.Last.Model, Picture.Title(request.Data.Path)), shell);
        var trace = request.Output.IsTraced ? Trace(best, input, request, shell) : [];
        var report = new FitReport(result, best, input, request, trace);
        OutputFile.Send(history, model, plot);
        shell.Print(request.Output.IsJson ? FitJson.Of(report) + "\n" : FitText.Of(report));
        OutputFile.Commit(shell.Interruption, history, model, plot);
        Warn(report, shell);
        return ExitCode.Done;
    }

    private static FitResult Fit(FitInput input, FitRequest request, Shell shell)
    {
        var progress = new FitProgress(request.Search.Restarts);
        try
        {
            return shell.Compute(progress.Describe, () => FitResult.Of(input, request.Search, progress));
        }
        catch (UnreachableRowException far)
        {
            throw FailureException.Unreachable(far, request.Data.Name, request.Start is { } start ? InputFile.Name(start) : "the start");
        }
    }

    /// <summary>The history of one run, computed anew: it was not kept, and comes out the same.</summary>
    private static IEnumerable<Iteration> HistoryOf(Restart<Iteration> restart, FitInput input, FitRequest request) =>
        FitResult.History(input, request.Search with { Restarts = 1 }, restart.Seed);

    private static ImmutableArray<TracedIteration> Trace(
        Restart<Iteration> best, FitInput input, FitRequest request, Shell shell) =>
        shell.Compute(() => "tracing the kept run", () => TracedIteration.Of(HistoryOf(best, input, request)));

    private static OutputFile Stage(string? path, IEnumerable<Iteration> history, Shell shell) => shell.Compute(
        () => $"writing {path}",
        () => OutputFile.Stage(path, Lines(history), shell.Interruption));

    private static IEnumerable<string> Lines(IEnumerable<Iteration> history) => history.Select(iteration => iteration.ToJson());

    private static void Warn(FitReport report, Shell shell)
    {
        var last = report.Last;
        shell.Warn(report.Input.Warning);
        if (!last.IsConverged)
        {
            string iterations = Display.Count(last.Index, "iteration");
            shell.Warn($"not converged after {iterations}, the most that --max-iterations allows");
        }

        if (Twins.In(last.Model) is var (one, other))
        {
            shell.Warn(
                $"components {one} and {other} are nearly the same: EM may have stopped before they parted; "
                + "compare a smaller --tolerance, another --init or --seed, or fewer components");
        }

        foreach (int component in last.SuspiciousComponents)
        {
            string rows = FormattableString.Invariant($"{last.EffectiveCounts[component]:F1} rows");
            shell.Warn(
                $"component {component} is suspicious: a narrow spike on {rows}, which says more about those rows "
                + $"than about the data; compare -k {last.Model.ComponentCount - 1}");
        }
    }
}
