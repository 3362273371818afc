using GmmPure.Cli.Writing;
using GmmPure.Families;

namespace GmmPure.Cli.Estimating;

/// <summary>An estimate of any family.</summary>
/// <param name="Family">The family's name.</param>
/// <param name="Estimator">What the estimator is, in words.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="TotalWeight">N.</param>
/// <param name="Parameters">The parameters, with their standard errors.</param>
/// <param name="Columns">The names of the columns.</param>
/// <param name="LogLikelihood">ℓ, a total in nats.</param>
/// <param name="FreeParameters">p.</param>
internal sealed record EstimateReport(
    string Family,
    string Estimator,
    int Rows,
    double TotalWeight,
    ImmutableArray<Parameter> Parameters,
    ImmutableArray<string> Columns,
    double LogLikelihood,
    long FreeParameters)
{
    private double Aic => Criteria.Aic(LogLikelihood, FreeParameters);

    private double Bic => Criteria.Bic(LogLikelihood, FreeParameters, TotalWeight);

    public string ToText(string file) =>
        Display.OneLine($"{file}: {Display.Count(Rows, "row")}, {Display.Count(Columns.Length, "column")}; {Family} by maximum likelihood")
        + "\n\n"
        + TableText.Of(
            [new("parameter", IsNumeric: false), new("column", IsNumeric: false), new("estimate"), new("standard error")],
            Elision.Of(
                Parameters.Length,
                blocks: 1,
                i => new[] { Parameters[i].Name, ColumnsOf(Parameters[i]), Digits.Short(Parameters[i].Value), Error(Parameters[i]) },
                words => [words, string.Empty, string.Empty, string.Empty]))
        + "\n"
        + TableText.Pairs(
        [
            ("estimator", Estimator),
            .. TotalWeight == Rows ? Array.Empty<(string, string)>() : [("total weight", Digits.Short(TotalWeight))],
            ("log-likelihood", Digits.Fixed(LogLikelihood, 3)),
            ("per sample", Digits.Fixed(LogLikelihood / TotalWeight, 6)),
            ("free parameters", Digits.Whole(FreeParameters)),
            ("AIC", Digits.Fixed(Aic, 3)),
            ("BIC", Digits.Fixed(Bic, 3)),
        ]);

    public string ToJson() => JsonText.Object(writer =>
    {
        writer.WriteString("family", Family);
        writer.WriteString("estimator", Estimator);
        writer.WriteNumber("rows", Rows);
        writer.WriteNumber("total_weight", TotalWeight);
        writer.Array("parameters", Parameters, parameter =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", parameter.Name);
            writer.Strings("columns", Names(parameter));
            writer.WriteNumber("estimate", parameter.Value);
            if (parameter.StandardError is { } error)
            {
                writer.WriteNumber("standard_error", error);
            }
            else
            {
                writer.WriteNull("standard_error");
            }

            writer.WriteBoolean("boundary", parameter.IsBoundary);
            writer.WriteEndObject();
        });
        writer.WriteNumber("log_likelihood", LogLikelihood);
        writer.WriteNumber("log_likelihood_per_sample", LogLikelihood / TotalWeight);
        writer.WriteNumber("free_parameters", FreeParameters);
        writer.WriteNumber("aic", Aic);
        writer.WriteNumber("bic", Bic);
    }) + "\n";

    private static string Error(Parameter parameter) => parameter switch
    {
        { StandardError: { } error } => error.ToString("G4", System.Globalization.CultureInfo.InvariantCulture),
        { IsBoundary: true } => "none, at the boundary",
        _ => "none",
    };

    private string ColumnsOf(Parameter parameter) => string.Join(", ", Names(parameter));

    private IEnumerable<string> Names(Parameter parameter) => Columns.Length == 1
        ? [Columns[0]]
        : new[] { parameter.Column, parameter.OtherColumn }.OfType<int>().Select(column => Columns[column]);
}
