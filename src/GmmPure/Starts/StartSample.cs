namespace GmmPure;

/// <summary>The rows in which a start is sought: all of them, or, where they are many, a drawn sample.</summary>
internal static class StartSample
{
    /// <summary>The fewest rows of a sample: in all, and for each component.</summary>
    private const int Fewest = 1 << 16;
    private const int FewestEach = 256;

    /// <summary>One of each few rows that follow one another, drawn, so that no order of the rows matters.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>All rows where they are not many, or where the sample has too few that differ.</returns>
    public static Dataset Of(Dataset data, int components, long seed) =>
        Of(data, components, seed, Math.Max(Fewest, (long)FewestEach * components));

    /// <summary>The same, of about so many rows.</summary>
    public static Dataset Of(Dataset data, int components, long seed, long rows)
    {
        int stride = (int)(data.Count / rows);
        if (stride < 2)
        {
            return data;
        }

        // Not the stream that draws the centres, of which each number decides one thing.
        var random = new RandomStream(unchecked((long)RandomStream.Mix((ulong)seed)));
        var chosen = ImmutableArray.CreateBuilder<int>(data.Count / stride);
        for (int row = 0; row <= data.Count - stride; row += stride)
        {
            chosen.Add(row + (int)(random.NextUniform() * stride));
        }

        double[] weights = data.Weights.IsEmpty ? [] : [.. chosen.Select(data.WeightOf)];
        var values = data.Values.Select(chosen.ToImmutable(), [.. Enumerable.Range(0, data.Dimension)]);
        return Dataset.TryCreate(values, weights).TryGet(out var sample, out _)
            && sample.CountDistinctRows(components) == components ? sample : data;
    }
}
