namespace GmmPure;

/// <summary>The rows that components hold: those of their label, or of which they are the most probable.</summary>
internal static class HeldRows
{
    /// <summary>How many rows have a positive weight.</summary>
    public static int Count(Dataset data) => data.Weights.IsEmpty ? data.Count : data.Weights.Count(weight => weight > 0);

    /// <summary>The rows of positive weight that some components hold, by component.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="mixture">θ.</param>
    /// <param name="components">The components that are asked for.</param>
    /// <exception cref="UnreachableRowException">A row of positive weight has density 0 under every component.</exception>
    public static ILookup<int, int> Of(Dataset data, IMixture mixture, ImmutableArray<int> components)
    {
        var likely = mixture.MostProbableComponents(data);
        return Enumerable.Range(0, data.Count)
            .Where(row => data.WeightOf(row) > 0)
            .Select(row => (Row: row, Component: data.KnownLabel(row) ?? likely[row]))
            .Where(each => components.Contains(each.Component))
            .ToLookup(each => each.Component, each => each.Row);
    }
}
