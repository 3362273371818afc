namespace GmmPure;

/// <summary>How to search for the best fit, as a value.</summary>
public sealed record SearchOptions
{
    /// <summary>All kinds of starts that seeds draw.</summary>
    private static ImmutableArray<StartKind> Drawn { get; } =
        [.. Enum.GetValues<StartKind>().Except([StartKind.Swap, StartKind.Given])];

    /// <summary>What holds where nothing else is said.</summary>
    public static SearchOptions Default { get; } = new();

    /// <summary>The seed of everything random.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// R: the search takes about the time of so many full runs. 1 makes one run, of the first kind of start.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int Restarts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    }

    = 10;

    /// <summary>Whether there are exactly R starts, all of whose runs go to their end. False by default.</summary>
    public bool IsExhaustive { get; init; }

    /// <summary>The kinds of starts that seeds draw, in turn. All five by default.</summary>
    /// <exception cref="ArgumentException">There is none, or a start of one is made of a mixture.</exception>
    public ImmutableArray<StartKind> Kinds
    {
        get => kinds;
        init => kinds = value.IsDefaultOrEmpty || value.Except(Drawn).Any()
            ? throw new ArgumentException("There is at least one kind of start, and seeds draw each.", nameof(value))
            : value;
    }

    /// <summary>How many runs may go on at a time; null for as many as there are cores. It changes no bit of any result.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public int? RunsAtATime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value ?? 1, nameof(value));
            field = value;
        }
    }

    /// <summary>How many runs go on side by side at most: all R of an exhaustive search, else one of each kind, if R allows.</summary>
    internal int RoundSize => IsExhaustive ? Restarts : Math.Min(Restarts, Kinds.Length);

    private readonly EqualArray<StartKind> kinds = Drawn;
}
