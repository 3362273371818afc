using System.CommandLine;
using GmmPure.Cli.Options;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary><c>gmm score</c>: how well a model fits data.</summary>
internal static class ScoreCommand
{
    public static Command Create(Shell shell)
    {
        var model = FileOption.Argument("MODEL", "A model file, as gmm fit --out writes it; - is standard input.");
        var data = new DataOptions();
        var command = new Command("score", "Tell how well a model fits data: log-likelihood, AIC, BIC.") { model };
        data.AddTo(command);
        command.SetAction(parsed =>
        {
            var input = ModelData.Read(shell, parsed.GetRequiredValue(model), data.Read(parsed));
            double logLikelihood = input.Compute(shell, (mixture, rows) => mixture.LogLikelihood(rows));
            if (!Digits.Has(logLikelihood, input.Data.TotalWeight))
            {
                throw FailureException.Overflow(input.Names.Data, input.Names.Model);
            }

            shell.Print(parsed.GetValue(data.Json) ? Json(input, logLikelihood) : Table(input, logLikelihood));
            Result.Warn(shell, input.Warning);
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static string Table(ModelData input, double logLikelihood) => TableText.Pairs(
    [
        ("rows", Digits.Whole(input.Data.Count)),
        ("log-likelihood", Digits.Fixed(logLikelihood, 3)),
        ("per sample", Digits.Fixed(logLikelihood / input.Data.TotalWeight, 6)),
        ("free parameters", Digits.Whole(input.Model.FreeParameters)),
        ("AIC", Digits.Fixed(Criteria.Aic(logLikelihood, input.Model.FreeParameters), 3)),
        ("BIC", Digits.Fixed(Criteria.Bic(logLikelihood, input.Model.FreeParameters, input.Data.TotalWeight), 3)),
    ]);

    private static string Json(ModelData input, double logLikelihood) => JsonText.Object(writer =>
    {
        writer.WriteNumber("rows", input.Data.Count);
        writer.WriteNumber("total_weight", input.Data.TotalWeight);
        writer.WriteNumber("log_likelihood", logLikelihood);
        writer.WriteNumber("log_likelihood_per_sample", logLikelihood / input.Data.TotalWeight);
        writer.WriteNumber("free_parameters", input.Model.FreeParameters);
        writer.WriteNumber("aic", Criteria.Aic(logLikelihood, input.Model.FreeParameters));
        writer.WriteNumber("bic", Criteria.Bic(logLikelihood, input.Model.FreeParameters, input.Data.TotalWeight));
    }) + "\n";
}
