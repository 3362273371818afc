using System.Text;

namespace GmmPure.Data.Text;

/// <summary>Words that stand for numbers in one column: of truth, or its categories.</summary>
/// <param name="known">Those that have their numbers, from 0 on; empty if the words that come are to be numbered.</param>
internal sealed class Words(ImmutableArray<string> known)
{
    private readonly Dictionary<string, int> numbers =
        known.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);

    /// <summary>Whether the words had their numbers before; others that come are numbered after them.</summary>
    public bool AreKnown => !known.IsEmpty;

    /// <summary>How many words there are.</summary>
    public int Count => numbers.Count;

    /// <summary>1 or 0; null of any other word.</summary>
    public static double? Truth(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" or "T" or "YES" or "Y" or "1" => 1,
        "FALSE" or "F" or "NO" or "N" or "0" => 0,
        _ => null,
    };

    /// <summary>The number of a word, by its first appearance.</summary>
    public double Number(ReadOnlySpan<byte> field) => Number(Encoding.UTF8.GetString(field));

    /// <inheritdoc cref="Number(ReadOnlySpan{byte})"/>
    public double Number(string field)
    {
        string word = field.Trim();
        if (!numbers.TryGetValue(word, out int number))
        {
            number = SameTruth(word) ?? numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }

    /// <summary>Whether all words are of truth.</summary>
    public static bool AreOfTruth(IEnumerable<string> words) => words.All(word => Truth(word) is not null);

    /// <summary>
    /// For each number by first appearance the one that stays, and the words in its order; no words where those of truth are written in
    /// several ways, or one is missing.
    /// </summary>
    /// <param name="areUsed">Whether a word occurs in a row that counts; the others come last.</param>
    public (double[] Numbers, ImmutableArray<string> InOrder) Final(ReadOnlySpan<bool> areUsed)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, number) in numbers)
        {
            _ = areUsed[number] && used.Add(word);
        }

        if (AreOfTruth(used))
        {
            string[] both = [.. used.OrderBy(Truth)];
            return ([.. numbers.Keys.Select(word => Truth(word) ?? 2)], both is [var no, var yes] && Truth(no) < Truth(yes) ? [no, yes] : []);
        }

        string[] order = [.. numbers.Keys.OrderBy(word => !used.Contains(word)).ThenBy(word => word, StringComparer.Ordinal)];
        var places = order.Index().ToDictionary(word => word.Item, word => (double)word.Index, StringComparer.Ordinal);
        return ([.. numbers.Keys.Select(word => places[word])], [.. order.Take(used.Count)]);
    }

    /// <summary>Where the known words are of truth, the number of the one that means the same as another; null otherwise.</summary>
    private int? SameTruth(string word) => AreKnown && AreOfTruth(known) && Truth(word) is { } truth
        ? known.Index().FirstOrDefault(each => Truth(each.Item) == truth, (Index: -1, Item: word)) is { Index: >= 0 and var index } ? index : null
        : null;
}
