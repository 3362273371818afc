namespace GmmPure.Cli.Writing;

/// <summary>What is left out of a table that nobody would read to its end: the middle of each of its blocks.</summary>
internal static class Elision
{
    /// <summary>So many rows are a table that can be read.</summary>
    private const int MostRows = 400;

    /// <summary>So many rows of a block are told however many blocks there are.</summary>
    private const int LeastOfBlock = 10;

    /// <summary>How many of them are its last.</summary>
    private const int Last = 3;

    /// <summary>The rows of a block, of very many the first and the last, with a row between that says how many are missing.</summary>
    /// <param name="count">How many rows the block has.</param>
    /// <param name="blocks">How many such blocks there are.</param>
    /// <param name="row">A row by its number.</param>
    /// <param name="between">The row that stands for others, from words for how many.</param>
    public static IEnumerable<T> Of<T>(int count, int blocks, Func<int, T> row, Func<string, T> between)
    {
        int most = Math.Max(LeastOfBlock, MostRows / blocks);
        return count <= most
            ? Enumerable.Range(0, count).Select(row)
            : Enumerable.Range(0, most - Last).Select(row)
                .Append(between(FormattableString.Invariant($"… {count - most} more …")))
                .Concat(Enumerable.Range(count - Last, Last).Select(row));
    }
}
