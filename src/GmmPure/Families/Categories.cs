namespace GmmPure.Families;

/// <summary>The values that one column of categories takes: whole numbers, and the words that they stand for, if they do.</summary>
public sealed record Categories
{
    /// <summary>2⁵³: above it whole numbers have no doubles of their own.</summary>
    private const double LargestValue = 9007199254740992;

    private readonly EqualArray<double> values;
    private readonly EqualArray<string> words;

    private Categories(ImmutableArray<double> values, ImmutableArray<string> words) => (this.values, this.words) = (values, words);

    /// <summary>The values (L), ascending.</summary>
    public ImmutableArray<double> Values => values;

    /// <summary>The word that each value stands for (L); empty if they stand for themselves.</summary>
    public ImmutableArray<string> Words => words;

    /// <summary>L, the number of categories.</summary>
    public int Count => Values.Length;

    /// <summary>Categories that are numbers.</summary>
    /// <param name="values">From 1 to <see cref="Family.MostCategories"/> whole numbers, ascending.</param>
    /// <exception cref="ArgumentException">There is none or there are too many, one is not whole, or they do not ascend.</exception>
    public static Categories Of(params IEnumerable<double> values) => TryOf(values).OrThrow();

    /// <summary>Categories that are numbers, or what is wrong with the numbers.</summary>
    /// <param name="values">From 1 to <see cref="Family.MostCategories"/> whole numbers, ascending.</param>
    public static Outcome<Categories, ValueFault> TryOf(params IEnumerable<double> values)
    {
        var each = Given.Each(values);
        if (Valid.First(each, IsCategory, "A category is a whole number.", nameof(values)) is { } fault)
        {
            return fault;
        }

        int falling = Enumerable.Range(1, Math.Max(0, each.Length - 1)).FirstOrDefault(i => !(each[i] > each[i - 1]));
        return falling > 0 ? new ValueFault(nameof(values), "Categories ascend.", falling, value: each[falling])
            : WrongCount(each.Length) is { } count ? new ValueFault(nameof(values), count)
            : new Categories(each, []);
    }

    /// <summary>Categories that are words, numbered from 0 in this order.</summary>
    /// <param name="words">From 1 to <see cref="Family.MostCategories"/> words, each once.</param>
    /// <exception cref="ArgumentException">There is none or there are too many, one stands twice, or is not Unicode text.</exception>
    public static Categories Named(params IEnumerable<string> words) => TryNamed(words).OrThrow();

    /// <summary>Categories that are words, numbered from 0 in this order; or what is wrong with the words.</summary>
    /// <param name="words">From 1 to <see cref="Family.MostCategories"/> words, each once.</param>
    public static Outcome<Categories, ValueFault> TryNamed(params IEnumerable<string> words)
    {
        var each = Given.Each(words);
        return WrongCount(each.Length) is { } count
            ? new ValueFault(nameof(words), count)
            : ColumnNames.FirstWrong(each) is var (index, isText)
                ? new ValueFault(nameof(words), isText ? "A word stands twice." : "A word is not Unicode text.", index)
                : new Categories(UpTo(each.Length), each);
    }

    /// <summary>The categories that some data have in every column (D): the values of the rows that weigh something.</summary>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">A value is not whole, or a column has too many different ones.</exception>
    public static ImmutableArray<Categories> SeenIn(Dataset data) => TrySeenIn(data).OrThrow();

    /// <summary>The categories that some data have in every column (D), or the first value that is none.</summary>
    /// <param name="data">N×D.</param>
    public static Outcome<ImmutableArray<Categories>, ValueFault> TrySeenIn(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (Valid.First(data.Values.Elements, IsCategory, "A category is a whole number.", nameof(data), data.Dimension) is { } fault)
        {
            return fault;
        }

        ImmutableArray<ImmutableArray<double>> seen = [.. Enumerable.Range(0, data.Dimension).Select(column => Seen(data, column))];
        int wrong = Array.FindIndex([.. seen], column => column.Length > Family.MostCategories);
        return wrong >= 0
            ? new ValueFault(nameof(data), FormattableString.Invariant($"Column {wrong} has {seen[wrong].Length} categories, more than {Family.MostCategories}."))
            : seen.Select(column => new Categories(column, [])).ToImmutableArray();
    }

    /// <summary>The numbers from 0 on.</summary>
    internal static Categories Counted(int count) => new(UpTo(count), []);

    /// <summary>The place of a value among them; negative if it is none of them.</summary>
    internal int IndexOf(double value) => Values.AsSpan().BinarySearch(value);

    /// <summary>The word of one of them, or its number.</summary>
    internal string NameOf(int index) => Words.IsEmpty ? FormattableString.Invariant($"{Values[index]:R}") : Words[index];

    private static bool IsCategory(double value) => value == Math.Floor(value) && Math.Abs(value) <= LargestValue;

    private static string? WrongCount(int count) =>
        count is 0 or > Family.MostCategories ? $"A column has from 1 to {Family.MostCategories} categories." : null;

    private static ImmutableArray<double> UpTo(int count) => [.. Enumerable.Range(0, count).Select(number => (double)number)];

    private static ImmutableArray<double> Seen(Dataset data, int column)
    {
        var seen = new HashSet<double>();
        for (int row = 0; row < data.Count; row++)
        {
            if (data.WeightOf(row) > 0)
            {
                // Of −0 the sum is 0.
                _ = seen.Add(data[row, column] + 0);
            }
        }

        return [.. seen.Order()];
    }
}
