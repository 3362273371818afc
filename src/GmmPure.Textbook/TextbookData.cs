namespace GmmPure.Textbook;

/// <summary>The observations x_1 … x_N, each of D numbers, and how often each of them counts.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed record TextbookData<T>
    where T : INumberBase<T>
{
    private readonly EqualArray<T> w;

    private TextbookData(Table<T> x, ImmutableArray<T> w) => (X, this.w) = (x, w);

    /// <summary>X: one observation a row (N×D).</summary>
    public Table<T> X { get; }

    /// <summary>w: the weight of each row (N), 1 if the data have none. A row of weight 2 counts as if it stood there twice.</summary>
    public ImmutableArray<T> W => w;

    /// <summary>N, the number of rows.</summary>
    public int Count => X.RowCount;

    /// <summary>D, the number of columns.</summary>
    public int Dimension => X.ColumnCount;

    /// <summary>The data set in this number type; exact if T holds every double.</summary>
    public static TextbookData<T> From(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new TextbookData<T>(
            Table<T>.From(data.Values),
            [.. Enumerable.Range(0, data.Count).Select(n => T.CreateChecked(data.WeightOf(n)))]);
    }
}
