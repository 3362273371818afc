using System.CommandLine;
using GmmPure.Cli.Kinds;
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
            var request = data.Read(parsed);
            Overwriting.Refuse("--out", path, ("the model", parsed.GetRequiredValue(model)), ("the data", request.Location.File));
            OutputFile.Check(path);
            var input = ModelData.Read(shell, parsed.GetRequiredValue(model), request);
            Capacity.CheckResponsibilities(request.Name, input.Data, input.Model.ComponentCount);
            var prediction = input.Compute(shell, (mixture, rows) => Prediction.Of(mixture, rows, options.Read(parsed)));
            Result.Write(shell, path, parsed.GetValue(data.Json) ? prediction.ToJson() : prediction.ToCsv());
            shell.Warn(input.Warning);
            shell.Warn(prediction.Warning(input.Names.Data, input.Names.Model, input.Model is GaussianMixture));
            if (prediction.Note() is { } note)
            {
                shell.Say(note);
            }

            return (int)ExitCode.Done;
        });
        return command;
    }
}
