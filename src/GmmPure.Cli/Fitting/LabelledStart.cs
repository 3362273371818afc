using GmmPure.Cli.Reading;

namespace GmmPure.Cli.Fitting;

/// <summary>A start in which every label of a column makes a component.</summary>
/// <param name="Components">The component of each row; empty without labels.</param>
/// <param name="Names">The label of each component.</param>
internal sealed record LabelledStart(ImmutableArray<int> Components, ImmutableArray<string> Names)
{
    /// <summary>2⁻⁵²: a component of no larger share is empty.</summary>
    private const double NegligibleShare = 1.0 / (1L << 52);

    /// <summary>No labels.</summary>
    public static LabelledStart None { get; } = new([], []);

    /// <summary>Numbers the labels in the order that their components will have: by their means.</summary>
    public static LabelledStart Of(FileData read, FitRequest request)
    {
        if (request.Init.LabelColumn is not { } column)
        {
            return None;
        }

        string[] labels = [.. read.Labels.Distinct(StringComparer.Ordinal)];
        if (request.Components is { } components && components != labels.Length)
        {
            throw FailureException.CommandLine(
                $"-k {components} contradicts --init labels:{column}: "
                + $"{request.Data.Name} has {Display.Count(labels.Length, "label")} in that column");
        }

        var firstCome = Numbered(read.Labels, labels);
        double[] weights = Weights(read.Data, firstCome, labels.Length);
        int weightless = Array.FindIndex(weights, weight => weight <= NegligibleShare * read.Data.TotalWeight);
        if (weightless >= 0)
        {
            throw FailureException.Input(
                $"{request.Data.Name}: the rows of the label {Display.Field(labels[weightless])} have weight 0, or next to it");
        }

        string[] ordered = InOrder(read.Data, firstCome, labels, weights);
        return new LabelledStart(Numbered(read.Labels, ordered), [.. ordered]);
    }

    private static ImmutableArray<int> Numbered(ImmutableArray<string> ofRows, string[] labels)
    {
        var numbers = labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        return [.. ofRows.Select(label => numbers[label])];
    }

    private static double[] Weights(Dataset data, ImmutableArray<int> labels, int count)
    {
        double[] weights = new double[count];
        for (int row = 0; row < labels.Length; row++)
        {
            weights[labels[row]] += data.WeightOf(row);
        }

        return weights;
    }

    /// <summary>The labels in the canonical order of their components (<see cref="GaussianMixture.InCanonicalOrder"/>).</summary>
    private static string[] InOrder(Dataset data, ImmutableArray<int> ofRows, string[] labels, double[] weights) =>
        Em.UpdateMeans(data, Responsibilities.FromLabels(ofRows, labels.Length)).Match<string[]>(
            means =>
            [
                .. Enumerable.Range(0, labels.Length)
                    .OrderBy(k => k, Comparer<int>.Create((one, other) => means.Row(one).SequenceCompareTo(means.Row(other))))
                    .ThenBy(k => weights[k])
                    .Select(k => labels[k]),
            ],
            _ => labels);
}
