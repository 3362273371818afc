using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary>How well a mixture fits data.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="TotalWeight">N.</param>
/// <param name="LogLikelihood">ℓ, a total in nats.</param>
/// <param name="FreeParameters">p.</param>
internal sealed record Score(int Rows, double TotalWeight, double LogLikelihood, long FreeParameters)
{
    private double PerSample => LogLikelihood / TotalWeight;

    private double Aic => Criteria.Aic(LogLikelihood, FreeParameters);

    private double Bic => Criteria.Bic(LogLikelihood, FreeParameters, TotalWeight);

    public static Score Of(IMixture model, Dataset data) =>
        new(data.Count, data.TotalWeight, model.LogLikelihood(data), model.FreeParameters);

    public string ToTable() => TableText.Pairs(
    [
        ("rows", Digits.Whole(Rows)),
        .. TotalWeight == Rows ? Array.Empty<(string, string)>() : [("total weight", Digits.Short(TotalWeight))],
        ("log-likelihood", Digits.Fixed(LogLikelihood, 3)),
        ("per sample", Digits.Fixed(PerSample, 6)),
        ("free parameters", Digits.Whole(FreeParameters)),
        ("AIC", Digits.Fixed(Aic, 3)),
        ("BIC", Digits.Fixed(Bic, 3)),
    ]);

    public string ToJson() => JsonText.Object(writer =>
    {
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("total_weight", TotalWeight);
        writer.WriteNumber("log_likelihood", LogLikelihood);
        writer.WriteNumber("log_likelihood_per_sample", PerSample);
        writer.WriteNumber("free_parameters", FreeParameters);
        writer.WriteNumber("aic", Aic);
        writer.WriteNumber("bic", Bic);
    }) + "\n";
}
