using System.Globalization;
using GmmPure.Data;

namespace GmmPure.Cli.Fitting;

/// <summary>The labels of the rows, as numbers of components.</summary>
/// <param name="Components">The component of each row, null where it is not known; empty without labels.</param>
/// <param name="Names">The label of each component, where labels make the start; empty otherwise.</param>
internal sealed record RowLabels(ImmutableArray<int?> Components, ImmutableArray<string> Names)
{
    /// <summary>No labels.</summary>
    public static RowLabels None { get; } = new([], []);

    /// <summary>
    /// Numbers the labels in the order that their components will have: by their means. With a model to start from, they are the
    /// numbers of its components.
    /// </summary>
    public static RowLabels Of(ReadData read, FitRequest request, IMixture? start)
    {
        if (request.Init.LabelColumn is not { } column)
        {
            return None;
        }

        if (start is not null)
        {
            return new RowLabels([.. read.Labels.Select((label, row) => Number(label, row, start, request))], []);
        }

        string[] labels = [.. read.Labels.Where(label => label.Length > 0).Distinct(StringComparer.Ordinal)];
        if (labels.Length == 0)
        {
            throw FailureException.Input($"{request.Data.Name}: column {Display.Field(column)} has no label in any row");
        }

        if (request.Components is { } components && components != labels.Length)
        {
            throw FailureException.CommandLine(
                $"-k {components} contradicts {(request.Init.KeepsLabels ? "--labels " : "--init labels:")}{column}: "
                + $"{request.Data.Name} has {Display.Count(labels.Length, "label")} in that column");
        }

        var firstCome = Numbered(read.Labels, labels);
        double[] weights = Weights(read.Data, firstCome, labels.Length);
        int weightless = Array.FindIndex(weights, weight => weight <= Degeneracy.SmallestShare * read.Data.TotalWeight);
        if (weightless >= 0)
        {
            throw FailureException.Input(
                $"{request.Data.Name}: the rows of the label {Display.Field(labels[weightless])} have weight 0, or next to it");
        }

        string[] ordered = InOrder(read.Data, firstCome, labels, weights);
        return new RowLabels(Numbered(read.Labels, ordered), [.. ordered]);
    }

    private static int? Number(string label, int row, IMixture start, FitRequest request) =>
        label.Length == 0 ? null
        : int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < start.ComponentCount ? number
        : throw FailureException.Input(FormattableString.Invariant(
            $"{request.Data.Name}: row {row + 1}: with --start labels are numbers of components, 0 to {start.ComponentCount - 1}, not {Display.Field(label)}"));

    private static ImmutableArray<int?> Numbered(ImmutableArray<string> ofRows, string[] labels)
    {
        var numbers = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        return [.. ofRows.Select(label => numbers.TryGetValue(label, out int number) ? number : (int?)null)];
    }

    private static double[] Weights(Dataset data, ImmutableArray<int?> labels, int count)
    {
        double[] weights = new double[count];
        for (int row = 0; row < labels.Length; row++)
        {
            if (labels[row] is { } label)
            {
                weights[label] += data.WeightOf(row);
            }
        }

        return weights;
    }

    /// <summary>
    /// The labels in the canonical order of the components that start from them (<see cref="GaussianMixture.InCanonicalOrder"/>):
    /// by their means.
    /// </summary>
    private static string[] InOrder(Dataset data, ImmutableArray<int?> ofRows, string[] labels, double[] weights)
    {
        if (data.CountDistinctRows(limit: labels.Length) < labels.Length)
        {
            return labels;
        }

        var means = Initial.FromLabels(data, ofRows, CovarianceStructure.TiedSpherical).Means;
        return
        [
            .. Enumerable.Range(0, labels.Length)
                .OrderBy(k => k, Comparer<int>.Create((one, other) => means.Row(one).SequenceCompareTo(means.Row(other))))
                .ThenBy(k => weights[k])
                .Select(k => labels[k]),
        ];
    }
}
