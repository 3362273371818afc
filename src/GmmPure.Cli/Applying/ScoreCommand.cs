using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Reading;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary><c>gmm score</c>: how well a model fits data.</summary>
internal static class ScoreCommand
{
    public static Command Create(Shell shell)
    {
        var model = FileOption.Model();
        var data = new DataOptions();
        var command = new Command("score", "Tell how well a model fits data: log-likelihood, AIC, BIC.") { model };
        data.AddTo(command);
        command.SetAction(parsed =>
        {
            var request = data.Read(parsed);
            var input = ModelData.Read(shell, parsed.GetRequiredValue(model), request);
            var score = input.Compute(shell, Score.Of);
            if (!Digits.Has(score.LogLikelihood, score.TotalWeight))
            {
                throw input.WhyNoLogLikelihood();
            }

            shell.Print(parsed.GetValue(data.Json) ? score.ToJson() : score.ToTable());
            shell.Warn(input.Warning);
            shell.Warn(WeightWarning.Of(request, input.Data, score.FreeParameters));
            return (int)ExitCode.Done;
        });
        return command;
    }
}
