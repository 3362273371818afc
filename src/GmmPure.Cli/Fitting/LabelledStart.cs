using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>A start in which every label of a column makes a component.</summary>
internal static class LabelledStart
{
    /// <summary>The component of each row: labels are numbered in the order in which they come; empty without labels.</summary>
    public static ImmutableArray<int> Of(FileData read, FitRequest request)
    {
        if (request.Init.LabelColumn is not { } column)
        {
            return [];
        }

        string[] labels = [.. read.Labels.Distinct(StringComparer.Ordinal)];
        var numbers = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        if (request.Components is { } components && components != labels.Length)
        {
            throw FailureException.CommandLine(
                $"-k {components} contradicts --init labels:{column}: "
                + $"{request.Data.Name} has {Display.Count(labels.Length, "label")} in that column");
        }

        ImmutableArray<int> ofRows = [.. read.Labels.Select(label => numbers[label])];
        double[] weights = new double[labels.Length];
        for (int row = 0; row < ofRows.Length; row++)
        {
            weights[ofRows[row]] += read.Data.WeightOf(row);
        }

        int weightless = weights.IndexOf(0);
        return weightless < 0
            ? ofRows
            : throw FailureException.Input(
                $"{request.Data.Name}: all rows of the label {Display.Field(labels[weightless])} have weight 0");
    }
}
