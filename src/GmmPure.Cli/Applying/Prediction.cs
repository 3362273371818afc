using System.Globalization;
using GmmPure.Cli.Writing;

namespace GmmPure.Cli.Applying;

/// <summary>What a mixture says of every row.</summary>
/// <param name="Request">What of it is told.</param>
/// <param name="ComponentCount">K.</param>
/// <param name="Rows">The rows, in their order (N).</param>
/// <param name="Levels">How unusual each is (N); null if that is not asked.</param>
internal sealed record Prediction(
    PredictionRequest Request, int ComponentCount, ImmutableArray<PredictedRow> Rows, OutlierLevels? Levels)
{
    public static Prediction Of(IMixture model, Dataset data, PredictionRequest request)
    {
        var logDensities = model.LogDensities(data);
        int[] reached = [.. Enumerable.Range(0, data.Count).Where(row => !double.IsNegativeInfinity(logDensities[row]))];
        var places = reached.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var responsibilities = reached.Length == 0 ? null : Em.EStep(Reached(data, reached), model).Responsibilities;
        return new Prediction(
            request,
            model.ComponentCount,
            [
                .. logDensities.Select((logDensity, row) => new PredictedRow(
                    places.TryGetValue(row, out int place) ? (responsibilities!, place) : null, logDensity)),
            ],
            request.Alpha is null ? null : model.OutlierLevelsOf(data, request.Seed));
    }

    /// <summary>What is to be told of rows that no component reaches; null if there are none.</summary>
    /// <param name="data">What messages call the data.</param>
    /// <param name="model">What they call the model.</param>
    /// <param name="isReal">Whether every row is possible, however far.</param>
    public string? Warning(string data, string model, bool isReal)
    {
        int count = Rows.Count(row => !row.IsReached);
        int first = Rows.Index().FirstOrDefault(pair => !pair.Item.IsReached).Index + 1;
        return count == 0 ? null : FormattableString.Invariant(
            $"{data}: {Display.Count(count, "row")}, the first of them row {first}, {(count == 1 ? "is" : "are")} ")
            + (isReal ? "too far from" : "impossible under")
            + $" every component of {model}: density 0, no component";
    }

    /// <summary>How sure levels are that come from draws; null if they are exact, or not asked.</summary>
    public string? Note() => Levels is { IsExact: false }
        ? FormattableString.Invariant($"the outlier levels are from {Levels.Draws} draws of the model (--seed {Request.Seed}); ")
            + $"their standard error is at most {Digits.Exponential(Levels.StandardErrors.Max())}, at the level "
            + $"{Digits.Short(Request.Alpha!.Value)} it is {Digits.Exponential(ErrorAt(Request.Alpha!.Value))}"
        : null;

    /// <summary>A header and one line a row.</summary>
    public IEnumerable<string> ToCsv() => Rows.Select((row, i) => string.Join(',', Cells(row, i))).Prepend(string.Join(',', Header));

    /// <summary>One object.</summary>
    public IEnumerable<string> ToJson() =>
    [
        JsonText.Object(writer =>
        {
            writer.WriteNumber("rows", Rows.Length);
            writer.Array("component", Rows.Select(row => row.Component), component => writer.NumberOrNull(component));
            if (!Request.LabelsOnly)
            {
                writer.Array("responsibilities", Rows, row =>
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
                writer.Array("log_density", Rows, row => writer.NumberOrNull(row.IsReached ? row.LogDensity : null));
            }

            if (Request.Threshold is { } threshold)
            {
                writer.Array("certain", Rows, row => writer.WriteNumberValue(row.IsCertain(threshold) ? 1 : 0));
            }

            if (Levels is not null)
            {
                writer.Numbers("outlier_level", Levels.Levels);
                writer.Array("outlier", Levels.Levels, level => writer.WriteNumberValue(IsOutlier(level) ? 1 : 0));
                writer.WriteNumber("outlier_draws", Levels.Draws);
            }
        }),
    ];

    private IEnumerable<string> Header =>
    [
        "component",
        .. Request.LabelsOnly
            ? []
            : Enumerable.Range(0, ComponentCount).Select(k => FormattableString.Invariant($"r_{k}")).Append("log_density"),
        .. Request.Threshold is null ? Array.Empty<string>() : ["certain"],
        .. Levels is null ? Array.Empty<string>() : ["outlier_level", "outlier"],
    ];

    private IEnumerable<string> Cells(PredictedRow row, int index)
    {
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

        if (Levels is not null)
        {
            yield return Digits.Exact(Levels.Levels[index]);
            yield return Flag(IsOutlier(Levels.Levels[index]));
        }
    }

    private bool IsOutlier(double level) => level <= Request.Alpha;

    private double ErrorAt(double level) => Math.Sqrt(level * (1 - level) / Levels!.Draws);

    private static string Flag(bool isSo) => isSo ? "1" : "0";

    private static Dataset Reached(Dataset data, int[] rows) => rows.Length == data.Count
        ? data
        : Dataset.FromRows(rows.Select(row => data.Row(row).ToArray().AsEnumerable())).WithColumnNames(data.ColumnNames);
}

/// <summary>What a mixture says of one row.</summary>
/// <param name="Share">Its row among the responsibilities; null if no component reaches it.</param>
/// <param name="LogDensity">ln p(x), in nats.</param>
internal readonly record struct PredictedRow((Responsibilities Table, int Row)? Share, double LogDensity)
{
    public bool IsReached => Share is not null;

    /// <summary>The most probable component, counted from 0.</summary>
    public int? Component => Share is var (table, row) ? table.MostProbable(row) : null;

    /// <summary>Of the components (K); none if no component reaches it.</summary>
    public ReadOnlySpan<double> Responsibilities => Share is var (table, row) ? table.Row(row) : [];

    /// <summary>Whether the largest responsibility is at least so large; never of a row that no component reaches.</summary>
    public bool IsCertain(double threshold) => Share is var (table, row) && table[row, table.MostProbable(row)] >= threshold;
}
