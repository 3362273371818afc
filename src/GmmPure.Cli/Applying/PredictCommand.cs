using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary><c>gmm predict</c>: component, responsibilities and log-density of every row, and how unusual it is.</summary>
internal static class PredictCommand
{
    public static Command Create(Shell shell)
    {
        var model = FileOption.Model();
        var data = new DataOptions();
        var options = new PredictOptions();
        var output = FileOption.Output("--out", "Write to a file instead of standard output.");
        var command = new Command("predict", "Tell which component every row belongs to.") { model };
        data.AddTo(command);
        options.AddTo(command);
        command.Options.Add(output);
        command.SetAction(parsed =>
        {
            string? path = parsed.GetValue(output);
            var request = options.Keep(parsed, data.Read(parsed));
            Overwriting.Refuse("--out", path, ("the model", parsed.GetRequiredValue(model)), ("the data", request.Location.File));
            OutputFile.Check(path);
            var applied = AppliedModel.Read(shell, parsed.GetRequiredValue(model), request);
            var asked = options.Read(parsed);
            var text = new PredictionText(asked, applied.Model.ComponentCount, request.Choice.Kept).Checked();
            var predictor = new Predictor(shell, applied, asked);
            Result.Write(
                shell, path, parsed.GetValue(data.Json) ? [Json(shell, predictor, text, request.Name)] : text.ToCsv(predictor.Predict()));
            shell.Warn(predictor.ReadWarning);
            shell.Warn(predictor.Warning);
            if (predictor.LevelNote is { } note)
            {
                shell.Say(note);
            }

            return (int)ExitCode.Done;
        });
        return command;
    }

    /// <summary>One object, which takes all rows in memory.</summary>
    private static string Json(Shell shell, Predictor predictor, PredictionText text, string file) => shell.Compute(() => $"reading {file}", () =>
    {
        ImmutableArray<Prediction> all = [.. predictor.Predict()];
        return text.ToJson(all, predictor.Draws);
    });
}
