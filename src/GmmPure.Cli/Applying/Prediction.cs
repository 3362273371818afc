using System.Globalization;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary>What a mixture says of every row.</summary>
/// <param name="Responsibilities">N×K.</param>
/// <param name="LogDensities">ln p(x), in nats (N).</param>
internal sealed record Prediction(Responsibilities Responsibilities, ImmutableArray<double> LogDensities)
{
    private IEnumerable<int> Rows => Enumerable.Range(0, Responsibilities.Count);

    public static Prediction Of(IMixture model, Dataset data) =>
        new(Em.EStep(data, model).Responsibilities, model.LogDensities(data));

    /// <summary>A header and one line a row.</summary>
    public IEnumerable<string> ToCsv()
    {
        var names = Enumerable.Range(0, Responsibilities.ComponentCount).Select(k => FormattableString.Invariant($"r_{k}"));
        return Rows.Select(Line).Prepend(string.Join(',', ["component", .. names, "log_density"]));
    }

    /// <summary>One object.</summary>
    public IEnumerable<string> ToJson() =>
    [
        JsonText.Object(writer =>
        {
            writer.WriteNumber("rows", Responsibilities.Count);
            writer.Array("component", Rows.Select(Responsibilities.MostProbable), writer.WriteNumberValue);
            writer.Array("responsibilities", Responsibilities.Values.Rows, row => writer.NumberArray(row));
            writer.Numbers("log_density", LogDensities);
        }),
    ];

    private string Line(int row)
    {
        var line = new System.Text.StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{Responsibilities.MostProbable(row)}");
        foreach (double responsibility in Responsibilities.Row(row))
        {
            line.Append(',').Append(Digits.Exact(responsibility));
        }

        return line.Append(',').Append(Digits.Exact(LogDensities[row])).ToString();
    }
}
