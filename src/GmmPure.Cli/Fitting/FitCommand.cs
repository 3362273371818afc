using System.CommandLine;
using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Fitting;

/// <summary><c>gmm fit</c>: read, fit, report, write.</summary>
internal static class FitCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("fit", "Fit a mixture to data by EM.");
        var options = new FitArguments();
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(options.Read(parsed), shell));
        return command;
    }

    private static ExitCode Run(FitRequest request, Shell shell)
    {
        OutputFile.Check(request.Output.Model);
        OutputFile.Check(request.Output.History);
        OutputFile.Check(request.Output.Plot);
        var run = FitRun.Of(request, shell, postMortem: history => OutputFile.Write(request.Output.History, Lines(history), shell));
        using var history = Stage(request.Output.History, run.History, shell);
        using var model = OutputFile.Stage(request.Output.Model, [run.Fit.Model.ToJson()], shell.Interruption);
        using var plot = Picture.Stage(
            request.Output.Plot, () => FitPicture.Of(run.Input.Data, run.Mixture, Picture.Title(request.Data.Path)), shell);
        var report = new FitReport(run, request.Output.IsTraced ? Trace(run, shell) : []);
        OutputFile.Send(history, model, plot);
        string result = request.Output.IsJson ? FitJson.Of(report) + "\n" : FitText.Of(report);
        OutputFile.Commit(shell.Interruption, () => shell.Print(result), history, model, plot);
        shell.Warn(FitWarnings.Of(report));
        return ExitCode.Done;
    }

    private static ImmutableArray<TracedIteration> Trace(FitRun run, Shell shell) =>
        shell.Compute(() => "tracing the kept run", () => TracedIteration.Of(run.History));

    private static OutputFile Stage(string? path, IEnumerable<Iteration<IMixture>> history, Shell shell) => shell.Compute(
        () => $"writing {path}",
        () => OutputFile.Stage(path, Lines(history), shell.Interruption));

    private static IEnumerable<string> Lines(IEnumerable<Iteration<IMixture>> history) => history.Select(iteration => iteration.ToJson());
}
