using RolesOutcome = GmmPure.Outcome<GmmPure.Data.ColumnRoles, GmmPure.Data.ReadFault>;

namespace GmmPure.Data;

/// <summary>Which columns are wanted, and as what.</summary>
public sealed record ColumnChoice
{
    private readonly EqualArray<string> without = ImmutableArray<string>.Empty;
    private readonly EqualArray<string> kept = ImmutableArray<string>.Empty;
    private readonly EqualArray<string>? only;

    /// <summary>Every column is part of the observation, but for those that only number rows or hold nothing.</summary>
    public static ColumnChoice All { get; } = new();

    /// <summary>The names of the columns that are the observation, in that order; null for all.</summary>
    public ImmutableArray<string>? Only
    {
        get => only is { } names ? (ImmutableArray<string>)names : null;
        init => only = value is { } names ? (EqualArray<string>)names : null;
    }

    /// <summary>The names of columns to leave out.</summary>
    public ImmutableArray<string> Without
    {
        get => without;
        init => without = value.IsDefault ? throw new ArgumentException("The array is the default one.", nameof(value)) : value;
    }

    /// <summary>
    /// The names of columns that are carried through as text, in that order; they are part of the observation only if
    /// <see cref="Only"/> names them.
    /// </summary>
    public ImmutableArray<string> Kept
    {
        get => kept;
        init => kept = value.IsDefault ? throw new ArgumentException("The array is the default one.", nameof(value)) : value;
    }

    /// <summary>The column of row weights, which is never part of the observation.</summary>
    public string? Weights { get; init; }

    /// <summary>The column of labels, which is never part of the observation.</summary>
    public string? Labels { get; init; }

    /// <summary>Whether the label of a row may be missing.</summary>
    public bool MayLackLabels { get; init; }

    private IEnumerable<string> Special => new[] { Weights, Labels }.OfType<string>();

    /// <summary>What each of a file's columns is, or why that can't be.</summary>
    /// <param name="columns">The file's columns.</param>
    public RolesOutcome Of(FileColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (NameFault(columns) is { } wrong)
        {
            return wrong;
        }

        ImmutableArray<int> observation =
        [
            .. (Only ?? columns.Usual.Except(Kept, StringComparer.Ordinal)).Except(Without.Concat(Special), StringComparer.Ordinal).Select(columns.IndexOf),
        ];
        var unnamed = columns.Unnamed.ToHashSet();
        int nameless = observation.FirstOrDefault(column => Only is null && unnamed.Contains(column), -1);
        return (observation.IsEmpty, nameless) switch
        {
            (true, _) => new ReadFault.NoColumnLeft(),
            (_, >= 0) => new ReadFault.NamelessColumn(nameless, columns.Names[nameless]),
            _ => new ColumnRoles(observation, PositionOf(Weights, columns), PositionOf(Labels, columns), MayLackLabels)
            {
                Kept = [.. Kept.Select(columns.IndexOf)],
            },
        };
    }

    private ReadFault? NameFault(FileColumns columns)
    {
        var named = Only ?? [];
        string? unknown = named.Concat(Without).Concat(Special).Concat(Kept).FirstOrDefault(name => columns.IndexOf(name) < 0);
        string? twice = Special.FirstOrDefault(name => named.Contains(name, StringComparer.Ordinal));
        return unknown is not null ? new ReadFault.UnknownColumn(unknown, columns)
            : twice is not null ? new ReadFault.ColumnInTwoRoles(twice)
            : null;
    }

    private static int? PositionOf(string? name, FileColumns columns) => name is null ? null : columns.IndexOf(name);
}
