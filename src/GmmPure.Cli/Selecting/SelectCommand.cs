using System.CommandLine;
using GmmPure.Cli.Fitting;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Selecting;

/// <summary><c>gmm select</c>: fit a grid of models, compare them, and keep the best.</summary>
internal static class SelectCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("select", "Compare numbers of components and covariance structures.");
        var options = new SelectArguments();
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(options.Read(parsed), shell));
        return command;
    }

    private static ExitCode Run(SelectRequest request, Shell shell)
    {
        OutputFile.Check(request.Model);
        OutputFile.Check(request.Plot);
        var run = SelectRun.Of(request, shell);
        using var model = OutputFile.Stage(request.Model, [run.Found.Fit.Model.ToJson()], shell.Interruption);
        using var plot = Picture.Stage(request.Plot, () => SelectionPicture.Of(run), shell);
        OutputFile.Send(model, plot);
        string result = request.IsJson ? SelectionJson.Of(run) + "\n" : SelectionText.Of(run);
        OutputFile.Commit(shell.Interruption, () => shell.Print(result), model, plot);
        Warn(run, shell);
        return ExitCode.Done;
    }

    private static void Warn(SelectRun run, Shell shell)
    {
        var best = run.Found.Fit.Last;
        shell.Warn(run.Warning);
        shell.Warn(WeightWarning.Of(run.Request.Data, run.Data, best.Model.FreeParameters));
        shell.Warn(new FitWarnings(run.Data, best.Cast<IMixture>(), run.Request.Data, hasOneStart: false).Lines(run.Found.Fit.Warnings));
        if (run.Found.IsAtLargest)
        {
            int most = run.Found.Best.Components;
            shell.Warn($"the best model has {Display.Count(most, "component")}, the most that were tried; try more than {most} (-k)");
        }
        else if (run.Found.IsAtSmallest)
        {
            int fewest = run.Found.Best.Components;
            shell.Warn($"the best model has {Display.Count(fewest, "component")}, the fewest that were tried; try fewer than {fewest} (-k)");
        }
    }
}
