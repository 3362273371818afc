namespace GmmPure;

/// <summary>Rows of a data set that differ from one another and weigh enough to count.</summary>
internal static class DistinctRows
{
    /// <summary>The first distinct rows, at most so many of them.</summary>
    public static ImmutableArray<int> Find(Dataset data, int most)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        var buckets = new Dictionary<int, List<int>>();
        for (int row = 0; row < data.Count && found.Count < most; row++)
        {
            if (data.CanCarryComponent(row) && IsNew(data, row, buckets))
            {
                found.Add(row);
            }
        }

        return found.ToImmutable();
    }

    private static bool IsNew(Dataset data, int row, Dictionary<int, List<int>> buckets)
    {
        var hash = default(HashCode);
        foreach (double value in data.Row(row))
        {
            hash.Add(value);
        }

        int key = hash.ToHashCode();
        if (!buckets.TryGetValue(key, out var rows))
        {
            buckets[key] = [row];
            return true;
        }

        foreach (int other in rows)
        {
            if (data.Row(other).SequenceEqual(data.Row(row)))
            {
                return false;
            }
        }

        rows.Add(row);
        return true;
    }
}
