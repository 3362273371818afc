using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;
using GmmPure.Pictures;

namespace GmmPure.Cli.Plotting;

/// <summary><c>gmm plot</c>: a history as pictures, after the fact.</summary>
internal static class PlotCommand
{
    public static Command Create(Shell shell)
    {
        var history = FileOption.Argument("HISTORY", "A history file, as gmm fit --history writes it; - is standard input.");
        var data = new DataOptions(isOptional: true, hasJson: false);
        var iterations = IterationOption.Several();
        var output = FileOption.Output("--out", "Write the picture, as SVG.");
        output.Required = true;
        var command = new Command("plot", "Draw a history: its course, or over data the fit at some iterations.") { history };
        data.AddTo(command);
        command.Options.Add(iterations);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            var request = new PlotRequest(
                parsed.GetRequiredValue(history),
                data.ReadIfGiven(parsed),
                parsed.GetValue(iterations) ?? [],
                parsed.GetRequiredValue(output)!);
            return (int)Run(request, shell);
        });
        return command;
    }

    private static ExitCode Run(PlotRequest request, Shell shell)
    {
        request.Check();
        OutputFile.Check(request.Output);
        var history = shell.Compute(() => $"reading {InputFile.Name(request.History)}", () => Moments.Read(shell, request.History));
        var moments = request.Choose(history);
        var (draw, warning) = request.Data is { } data ? Fits(request.History, moments, data, shell) : (Course(history, request), null);
        using var plot = Picture.Stage(request.Output, draw, shell);
        OutputFile.Send(plot);
        OutputFile.Commit(shell.Interruption, () => { }, plot);
        shell.Warn(warning);
        return ExitCode.Done;
    }

    private static Func<Drawing> Course(ImmutableArray<Snapshot> history, PlotRequest request) =>
        () => CoursePicture.Of(history, Picture.Title(request.History));

    /// <summary>The columns of the data are those of the history, by name if both have names.</summary>
    private static (Func<Drawing> Draw, string? Warning) Fits(
        string history, ImmutableArray<Snapshot> moments, DataRequest request, Shell shell)
    {
        var model = moments[0].Model;
        var columns = new ExpectedColumns(InputFile.Name(history), "a history", model.ColumnNames, model.Dimension, request);
        var read = shell.Compute(() => $"reading {request.Name}", () => DataFile.Read(shell, request, columns.Choose));
        var data = model.ColumnNames.IsEmpty ? read.Data : read.Data.WithColumnNames(model.ColumnNames);
        return (() => FitPicture.Of(data, moments, Picture.Title(request.Path)), read.Warning(request));
    }
}
