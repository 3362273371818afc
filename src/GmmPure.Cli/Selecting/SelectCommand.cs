using System.CommandLine;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Selecting;

/// <summary><c>gmm select</c>: fit a grid of models, compare them, and keep the best.</summary>
internal static class SelectCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("select", "Compare numbers of components and covariance structures.");
        var options = new SelectOptions();
        options.AddTo(command);
        command.SetAction(parsed => (int)Run(options.Read(parsed), shell));
        return command;
    }

    private static ExitCode Run(SelectRequest request, Shell shell)
    {
        OutputFile.Check(request.Model);
        OutputFile.Check(request.Plot);
        var selection = Selection.Of(request, shell);
        if (selection.Best is not { Best.Last: var best })
        {
            var first = selection.Candidates[0];
            throw FailureException.Degenerate(
                $"{request.Data.Name}: every model is degenerate, the first "
                + $"({Display.Count(first.Components, "component")}, {first.Structure.Name}) because {first.Fault}; "
                + "try fewer components (-k), other columns, a simpler --covariance or a --ridge");
        }

        using var model = OutputFile.Stage(request.Model, [best.Model.ToJson()], shell.Interruption);
        using var plot = Picture.Stage(request.Plot, () => SelectionPicture.Of(selection), shell);
        OutputFile.Send(model, plot);
        shell.Print(request.IsJson ? SelectionJson.Of(selection) + "\n" : SelectionText.Of(selection));
        OutputFile.Commit(shell.Interruption, model, plot);
        Warn(selection, best, shell);
        return ExitCode.Done;
    }

    private static void Warn(Selection selection, Iteration<IMixture> best, Shell shell)
    {
        shell.Warn(selection.Warning);
        if (!best.IsConverged)
        {
            shell.Warn("the best model has not converged; try more --max-iterations");
        }

        if (!best.SpuriousComponents.IsEmpty)
        {
            shell.Warn("the best model has a suspicious component, a narrow spike on a few rows: its likelihood says more "
                + "about those rows than about the data");
        }
    }
}
