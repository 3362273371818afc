using System.Text;

namespace GmmPure.Data.Text;

/// <summary>Words that stand for numbers: of truth, and the categories of a column.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>Whether any of them is no word of truth.</summary>
    public bool AreCategories => numbers.Keys.Any(word => Truth(word) is null);

    /// <summary>The words, in their order.</summary>
    public ImmutableArray<string> InOrder => [.. numbers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>1 or 0; null of any other word.</summary>
    public static double? Truth(string word) => word.ToUpperInvariant() switch
    {
        "TRUE" or "T" or "YES" or "Y" or "1" => 1,
        "FALSE" or "F" or "NO" or "N" or "0" => 0,
        _ => null,
    };

    /// <summary>The number of a word, by its first appearance.</summary>
    public double Number(ReadOnlySpan<byte> field)
    {
        string word = Encoding.UTF8.GetString(field).Trim();
        if (!numbers.TryGetValue(word, out int number))
        {
            number = numbers.Count;
            numbers.Add(word, number);
        }

        return number;
    }

    /// <summary>For each number by first appearance the one that stays: of truth, or by the order of the words.</summary>
    public double[] Final()
    {
        var order = InOrder;
        bool areCategories = AreCategories;
        return [.. numbers.Keys.Select(word => areCategories ? order.BinarySearch(word, StringComparer.Ordinal) : Truth(word)!.Value)];
    }
}
