namespace GmmPure;

/// <summary>The distinct values of a column in ascending order, and how many rows have each; of very many rows, of a sample.</summary>
internal sealed class ColumnValues
{
    /// <summary>
    /// Of N rows so many are looked at: sorting a sixteenth of a column takes about as long as an iteration takes for all of it, and
    /// beyond 4096 a value that few of the sample have is too rare to matter.
    /// </summary>
    private const int Stride = 16;
    private const int FewestRows = 1 << 10;
    private const int MostRows = 1 << 12;

    /// <summary>So many columns share the cache lines of a row.</summary>
    private const int Together = 16;

    private readonly Dataset data;
    private readonly int column;
    private readonly ImmutableArray<(double Value, int Count)> values;
    private readonly int rows;
    private readonly int allRows;
    private readonly double allPairs;

    private ColumnValues(Dataset data, int column, double[] sample, int allRows)
    {
        (this.data, this.column, rows, this.allRows) = (data, column, sample.Length, allRows);
        Array.Sort(sample);
        values = Count(sample);
        for (int i = 0; i < values.Length; i++)
        {
            allPairs += Levels.Pairs(values[i].Count);
        }
    }

    /// <summary>What is odd about columns: values that are repeated, and columns of few values.</summary>
    /// <param name="data">N×D.</param>
    /// <param name="isContinuous">Whether the mixture takes a column's values for measured ones.</param>
    public static IEnumerable<FitWarning> WarningsOf(Dataset data, Func<int, bool> isContinuous) =>
        Of(data, [.. Enumerable.Range(0, data.Dimension).Where(isContinuous)])
            .SelectMany(values => values.FewDistinct is { } few && (long)few.Count * Levels.RowsEach <= values.allRows
                ? [few]
                : values.Repeated().Cast<FitWarning>());

    /// <summary>The values of one column.</summary>
    public static ColumnValues Of(Dataset data, int column) => Of(data, [column]).Single();

    /// <summary>The values of some columns, of which a few at a time are read row by row.</summary>
    private static IEnumerable<ColumnValues> Of(Dataset data, ImmutableArray<int> columns)
    {
        var (rows, allRows) = Draw(data);
        foreach (int[] few in columns.Chunk(Together))
        {
            double[][] samples = [.. few.Select(_ => new double[rows.Length])];
            for (int i = 0; i < rows.Length; i++)
            {
                var row = data.Row(rows[i]);
                for (int j = 0; j < few.Length; j++)
                {
                    samples[j][i] = row[few[j]];
                }
            }

            for (int j = 0; j < few.Length; j++)
            {
                yield return new ColumnValues(data, few[j], samples[j], allRows);
            }
        }
    }

    /// <summary>The warning that the column has few distinct values for its number of rows; null if it has more, or one alone.</summary>
    public FitWarning.FewDistinctValues? FewDistinct =>
        values.Length > 1 && !Levels.AreFine(values.Length, rows) && (rows < allRows ? CountAll() : values.Length) is var count
            && !Levels.AreFine(count, allRows)
            ? new(column, count)
            : null;

    /// <summary>The values that are repeated oddly often, the most frequent first.</summary>
    public IEnumerable<FitWarning.RepeatedValue> Repeated()
    {
        if (values.Length == rows)
        {
            return [];
        }

        ImmutableArray<int> frequent = [.. Enumerable.Range(0, values.Length).Where(each => values[each].Count > 1)
            .OrderByDescending(each => values[each].Count)];
        double limit = Levels.LogLevel - Kernels.Elementary.Log((double)values.Length * data.Dimension);
        return frequent
            .Where(each => LogChance(each, [.. frequent.Where(other => other != each).Take(Levels.MostOthers)]) < limit)
            .Select(each => new FitWarning.RepeatedValue(column, values[each].Value, CountOf(values[each].Value)));
    }

    /// <summary>The logarithm of the probability that a value is so frequent, judged by the others but for some that may be odd themselves.</summary>
    private double LogChance(int own, ImmutableArray<int> odd)
    {
        int rest = rows - values[own].Count - odd.Sum(each => values[each].Count);
        double pairs = allPairs - Levels.Pairs(values[own].Count) - odd.Sum(each => Levels.Pairs(values[each].Count));
        return Levels.AreFine(values.Length - 1 - odd.Length, rest)
            ? Levels.LogChance(values[own].Count, rest, pairs, IsApart(own, odd))
            : 0;
    }

    /// <summary>How many rows of positive weight have a value, of all rows.</summary>
    public int CountOf(double value)
    {
        int count = 0;
        for (int row = 0; row < data.Count; row++)
        {
            count += data[row, column] == value && data.WeightOf(row) > 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a value is farther from its nearest than the others are from one another.</summary>
    private bool IsApart(int own, ImmutableArray<int> odd)
    {
        int first = Next(-1, 1), last = Next(values.Length, -1), before = Next(own, -1), after = Next(own, 1);
        double below = before >= 0 ? values[own].Value - values[before].Value : double.PositiveInfinity;
        double above = after < values.Length ? values[after].Value - values[own].Value : double.PositiveInfinity;
        return Math.Min(below, above) > values[last].Value - values[first].Value;

        int Next(int place, int step)
        {
            do
            {
                place += step;
            }
            while (place >= 0 && place < values.Length && (place == own || odd.Contains(place)));
            return place;
        }
    }

    /// <summary>The runs of equal numbers.</summary>
    private static ImmutableArray<(double Value, int Count)> Count(double[] sorted)
    {
        var distinct = ImmutableArray.CreateBuilder<(double Value, int Count)>(sorted.Length);
        for (int first = 0, next; first < sorted.Length; first = next)
        {
            next = first + 1;
            while (next < sorted.Length && sorted[next] == sorted[first])
            {
                next++;
            }

            distinct.Add((sorted[first], next - first));
        }

        return distinct.DrainToImmutable();
    }

    /// <summary>The number of distinct values of all rows.</summary>
    private int CountAll()
    {
        var found = new HashSet<double>();
        for (int row = 0; row < data.Count && !Levels.AreFine(found.Count, allRows); row++)
        {
            if (data.WeightOf(row) > 0)
            {
                found.Add(data[row, column]);
            }
        }

        return found.Count;
    }

    /// <summary>The rows that weigh something; of very many, one of each few that follow one another, drawn, so that no order of the rows matters.</summary>
    private static (ImmutableArray<int> Rows, int Of) Draw(Dataset data)
    {
        ImmutableArray<int> heavy = data.Weights.IsEmpty
            ? []
            : [.. Enumerable.Range(0, data.Count).Where(row => data.Weights[row] > 0)];
        int count = data.Weights.IsEmpty ? data.Count : heavy.Length;
        int most = Math.Clamp(count / Stride, FewestRows, MostRows);
        var random = new RandomStream(seed: 0);
        double stride = (double)count / most;
        var places = count <= most
            ? Enumerable.Range(0, count)
            : Enumerable.Range(0, most).Select(each => Math.Min((int)((each + random.NextUniform()) * stride), count - 1));
        return ([.. data.Weights.IsEmpty ? places : places.Select(place => heavy[place])], count);
    }
}
