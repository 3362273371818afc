namespace GmmPure.Data;

/// <summary>What is known of a file before it is read; what isn't said is found out, and told if it wasn't plain.</summary>
public sealed record ReadOptions
{
    private readonly EqualArray<string> missingValues = ImmutableArray<string>.Empty;
    private readonly EqualArray<EqualArray<string>> knownWords = ImmutableArray<EqualArray<string>>.Empty;

    /// <summary>Nothing is known, every column is wanted, and no cell may be missing.</summary>
    public static ReadOptions Default { get; } = new();

    /// <summary>What stands between the fields of a line.</summary>
    public FieldSeparator? Separator { get; init; }

    /// <summary>What stands before the decimals of a number.</summary>
    public DecimalMark? Mark { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool? HasHeader { get; init; }

    /// <summary>The character that begins a line which is a comment.</summary>
    public char? Comment { get; init; }

    /// <summary>Whether rows of which something is missing are left out; otherwise they are a fault.</summary>
    public bool DropsIncompleteRows { get; init; }

    /// <summary>What stands for a missing value, beyond the usual (NA, NaN, NULL and so on).</summary>
    public ImmutableArray<string> MissingValues
    {
        get => missingValues;
        init => missingValues = value.IsDefault ? throw new ArgumentException("The array is the default one.", nameof(value)) : value;
    }

    /// <summary>What row weights count, where a column holds any.</summary>
    public WeightKind WeightKind { get; init; }

    /// <summary>What words are in columns of the observation.</summary>
    public WordReading Words { get; init; }

    /// <summary>
    /// Of each column of the observation the words that stand for 0, 1, 2, …, as <see cref="ReadData.Words"/> has them: other words
    /// are numbered after them. Empty where it holds numbers; empty as a whole if none are known.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> KnownWords
    {
        get => [.. knownWords.Items.Select(column => column.Items)];
        init => knownWords = value.IsDefault || value.Any(column => column.IsDefault)
            ? throw new ArgumentException("The array is the default one.", nameof(value))
            : value.Select(column => (EqualArray<string>)column).ToImmutableArray();
    }

    /// <summary>What the file is to be, as its name says: a fault if it is something else.</summary>
    public FileFormat? Format { get; init; }

    /// <summary>The name of the array to read, where a file holds several.</summary>
    public string? Array { get; init; }

    /// <summary>Which columns are what.</summary>
    public ColumnChoice Columns { get; init; } = ColumnChoice.All;
}

/// <summary>What stands between the fields of a line.</summary>
public enum FieldSeparator
{
    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A tab.</summary>
    Tab,

    /// <summary>Blanks and tabs, as many as there are.</summary>
    Blanks,

    /// <summary>A vertical bar.</summary>
    Bar,
}

/// <summary>What stands before the decimals of a number.</summary>
public enum DecimalMark
{
    /// <summary>A point.</summary>
    Point,

    /// <summary>A comma.</summary>
    Comma,
}

/// <summary>What row weights count.</summary>
public enum WeightKind
{
    /// <summary>How often a row was counted: N is their sum.</summary>
    Frequency,

    /// <summary>How precise a row is, in whatever unit: N is Kish's effective number of rows, to which weights are scaled.</summary>
    Precision,
}

/// <summary>What words are in columns of the observation.</summary>
public enum WordReading
{
    /// <summary>No numbers: a fault.</summary>
    Refused,

    /// <summary>TRUE and FALSE, yes and no are 1 and 0; other words are a fault.</summary>
    Truth,

    /// <summary>As <see cref="Truth"/>, and in a column of other words these are categories, numbered from 0 in their order.</summary>
    Categories,
}
