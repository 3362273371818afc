using System.Globalization;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary>Predictions as CSV, a line a row, or as JSON.</summary>
/// <param name="Request">What of them is told.</param>
/// <param name="ComponentCount">K.</param>
/// <param name="KeptNames">The names of the columns that are carried through.</param>
internal sealed record PredictionText(PredictionRequest Request, int ComponentCount, ImmutableArray<string> KeptNames)
{
    /// <summary>The names of the columns that a prediction adds.</summary>
    private IEnumerable<string> OwnNames =>
    [
        "component",
        .. Request.LabelsOnly
            ? []
            : Enumerable.Range(0, ComponentCount).Select(k => FormattableString.Invariant($"r_{k}")).Append("log_density"),
        .. Request.Threshold is null ? Array.Empty<string>() : ["certain"],
        .. Request.Alpha is null ? Array.Empty<string>() : ["outlier_level", "outlier"],
    ];

    /// <summary>Refuses columns to carry through that would be called like one of these.</summary>
    public PredictionText Checked() =>
        KeptNames.Intersect(OwnNames, StringComparer.Ordinal).FirstOrDefault() is { } twice
            ? throw FailureException.CommandLine($"--keep: predict has a column {Display.Field(twice)} of its own")
            : this;

    /// <summary>A header, and one line a row.</summary>
    public IEnumerable<string> ToCsv(IEnumerable<Prediction> predictions)
    {
        bool isFirst = true;
        foreach (var each in predictions)
        {
            if (isFirst)
            {
                yield return string.Join(',', KeptNames.Select(CsvText.Field).Concat(OwnNames));
                isFirst = false;
            }

            for (int i = 0; i < each.Rows.Length; i++)
            {
                yield return string.Join(',', Cells(each, i));
            }
        }
    }

    /// <summary>One object.</summary>
    /// <param name="predictions">All of them.</param>
    /// <param name="draws">How many draws the outlier levels come from.</param>
    public string ToJson(IReadOnlyList<Prediction> predictions, int draws) => JsonText.Object(writer =>
    {
        var rows = predictions.SelectMany(each => each.Rows);
        writer.WriteNumber("rows", predictions.Sum(each => (long)each.Rows.Length));
        if (!KeptNames.IsEmpty)
        {
            writer.WriteStartObject("kept");
            foreach (var (name, column) in KeptNames.Select((name, column) => (name, column)))
            {
                writer.Strings(name, predictions.SelectMany(each => each.Kept[column]));
            }

            writer.WriteEndObject();
        }

        writer.Array("component", rows.Select(row => row.Component), component => writer.NumberOrNull(component));
        if (!Request.LabelsOnly)
        {
            writer.Array("responsibilities", rows, row =>
            {
                if (row.IsReached)
                {
                    writer.NumberArray(row.Responsibilities.ToArray());
                }
                else
                {
                    writer.WriteNullValue();
                }
            });
            writer.Array("log_density", rows, row => writer.NumberOrNull(row.IsReached ? row.LogDensity : null));
        }

        if (Request.Threshold is { } threshold)
        {
            writer.Array("certain", rows, row => writer.WriteNumberValue(row.IsCertain(threshold) ? 1 : 0));
        }

        if (Request.Alpha is not null)
        {
            var levels = predictions.SelectMany(each => each.Levels!.Value);
            writer.Numbers("outlier_level", levels.Select(level => level.Value));
            writer.Array("outlier", levels, level => writer.WriteNumberValue(IsOutlier(level) ? 1 : 0));
            writer.WriteNumber("outlier_draws", draws);
        }
    });

    private IEnumerable<string> Cells(Prediction prediction, int index)
    {
        foreach (var column in prediction.Kept)
        {
            yield return CsvText.Field(column[index]);
        }

        var row = prediction.Rows[index];
        yield return row.Component?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
        if (!Request.LabelsOnly)
        {
            for (int k = 0; k < ComponentCount; k++)
            {
                yield return row.IsReached ? Digits.Exact(row.Responsibilities[k]) : string.Empty;
            }

            yield return Digits.Exact(row.LogDensity);
        }

        if (Request.Threshold is { } threshold)
        {
            yield return Flag(row.IsCertain(threshold));
        }

        if (prediction.Levels is { } levels)
        {
            yield return Digits.Exact(levels[index].Value);
            yield return Flag(IsOutlier(levels[index]));
        }
    }

    private bool IsOutlier(OutlierLevel level) => level.Value <= Request.Alpha;

    private static string Flag(bool isSo) => isSo ? "1" : "0";
}
