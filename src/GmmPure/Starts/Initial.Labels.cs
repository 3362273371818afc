namespace GmmPure;

/// <content>Labels that are partly known.</content>
public static partial class Initial
{
    /// <summary>The labels, and K: one more than the largest.</summary>
    private static (ImmutableArray<int?> Known, int Components) Known(Dataset data, IEnumerable<int?> labels)
    {
        ArgumentNullException.ThrowIfNull(data);
        var known = LabelSet.Of(labels, data.Count).Each.Items;
        int largest = known.Max() ?? throw new ArgumentException("No label is known.", nameof(labels));
        if (largest >= data.Count)
        {
            throw new ArgumentException("Labels are counted from 0, and each is in use.", nameof(labels));
        }

        int components = largest + 1;
        var used = Enumerable.Range(0, data.Count).Where(row => data.WeightOf(row) > 0).Select(row => known[row]).OfType<int>().ToHashSet();
        int missing = Enumerable.Range(0, components).FirstOrDefault(label => !used.Contains(label), -1);
        return missing < 0
            ? (known, components)
            : throw new ArgumentException(
                $"No row of positive weight has the label {missing}{(missing < components - 1 ? $", though one has {components - 1}" : string.Empty)}.", nameof(labels));
    }
}
