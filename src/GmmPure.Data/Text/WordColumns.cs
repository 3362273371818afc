namespace GmmPure.Data.Text;

/// <summary>The columns of an observation of which some hold words.</summary>
internal sealed class WordColumns
{
    private readonly Words?[] words;
    private readonly WordReading reading;

    /// <param name="options">What words are, and which have numbers.</param>
    /// <param name="width">D.</param>
    public WordColumns(ReadOptions options, int width)
    {
        reading = options.Words;
        var known = options.KnownWords;
        words = [.. Enumerable.Range(0, width).Select(i => i < known.Length && !known[i].IsEmpty ? new Words(known[i]) : null)];
    }

    /// <summary>Whether a column holds words.</summary>
    /// <param name="column">j, counted from 0.</param>
    public bool Holds(int column) => words[column] is not null;

    /// <summary>The number by which a field stands that is not one; null if words are none here.</summary>
    /// <param name="column">j, counted from 0.</param>
    /// <param name="field">The field.</param>
    /// <param name="isFirst">Whether it is the first of the column, and may tell that words stand there.</param>
    public double? Number(int column, string field, bool isFirst)
    {
        bool isWord = reading switch
        {
            WordReading.Truth => words[column] is { AreKnown: true } || ((Holds(column) || isFirst) && Words.Truth(field.Trim()) is not null),
            WordReading.Categories => Holds(column) || isFirst,
            _ => false,
        };
        return isWord ? (words[column] ??= new Words([])).Number(field) : null;
    }

    /// <summary>
    /// Words were numbered as they came; now that all are known, they are by their order. Those that no row has which counts are left
    /// out.
    /// </summary>
    /// <param name="values">N×D.</param>
    /// <param name="weights">N; empty if every row counts.</param>
    /// <returns>The words of every column (D); none where it holds numbers, or words of truth.</returns>
    public ImmutableArray<ImmutableArray<string>> Renumber(Span<double> values, ReadOnlySpan<double> weights)
    {
        var named = ImmutableArray.CreateBuilder<ImmutableArray<string>>(words.Length);
        for (int column = 0; column < words.Length; column++)
        {
            named.Add(words[column] is { AreKnown: false } each ? Renumber(each, values, weights, column) : []);
        }

        return named.MoveToImmutable();
    }

    private ImmutableArray<string> Renumber(Words each, Span<double> values, ReadOnlySpan<double> weights, int column)
    {
        bool[] areUsed = new bool[each.Count];
        for (int at = column, row = 0; at < values.Length; at += words.Length, row++)
        {
            if (!double.IsNaN(values[at]) && (weights.IsEmpty || weights[row] > 0))
            {
                areUsed[(int)values[at]] = true;
            }
        }

        var (numbers, inOrder) = each.Final(areUsed);
        for (int at = column; at < values.Length; at += words.Length)
        {
            values[at] = double.IsNaN(values[at]) ? double.NaN : numbers[(int)values[at]];
        }

        return inOrder;
    }
}
