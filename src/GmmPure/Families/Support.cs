namespace GmmPure.Families;

/// <summary>The values that an observation may take: an interval, or the whole numbers in it.</summary>
public sealed record Support
{
    private Support(double least, double most, bool isWhole = false, bool isOpen = false) =>
        (Lower, Upper, IsWhole, IsOpen) = (least, most, isWhole, isOpen);

    /// <summary>All numbers.</summary>
    public static Support Reals { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Numbers above 0.</summary>
    public static Support Positive { get; } = new(0, double.PositiveInfinity, isOpen: true);

    /// <summary>Numbers from 0 on.</summary>
    public static Support NonNegative { get; } = new(0, double.PositiveInfinity);

    /// <summary>Whole numbers from 0 on.</summary>
    public static Support Counts { get; } = new(0, double.PositiveInfinity, isWhole: true);

    /// <summary>Whole numbers.</summary>
    public static Support WholeNumbers { get; } = new(double.NegativeInfinity, double.PositiveInfinity, isWhole: true);

    /// <summary>0 or 1.</summary>
    public static Support Binary { get; } = CountsTo(1);

    /// <summary>The least value.</summary>
    public double Lower { get; }

    /// <summary>The greatest value.</summary>
    public double Upper { get; }

    /// <summary>Whether only whole numbers belong to it.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether its ends do not belong to it.</summary>
    public bool IsOpen { get; }

    /// <summary>It in words.</summary>
    public string Description => this switch
    {
        { IsWhole: true, Lower: 0, Upper: 1 } => "0 or 1",
        { Lower: double.NegativeInfinity, Upper: double.PositiveInfinity } => Number,
        { Upper: double.PositiveInfinity } => FormattableString.Invariant(
            $"{Number} {(IsOpen ? $"above {Lower:R}" : $"from {Lower:R} on")}"),
        _ => FormattableString.Invariant($"{Number} {(IsOpen ? "between" : "from")} {Lower:R} {(IsOpen ? "and" : "to")} {Upper:R}"),
    };

    private string Number => IsWhole ? "a whole number" : "a number";

    /// <summary>Whole numbers from 0 to a greatest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The greatest is negative.</exception>
    public static Support CountsTo(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return new Support(0, most, isWhole: true);
    }

    /// <summary>Numbers of an interval.</summary>
    /// <param name="least">Its lower end; −∞ for none.</param>
    /// <param name="most">Its upper end; ∞ for none.</param>
    /// <param name="isWhole">Whether only whole numbers belong to it.</param>
    /// <param name="isOpen">Whether its ends do not belong to it.</param>
    /// <exception cref="ArgumentException">The lower end is not below the upper one.</exception>
    public static Support Between(double least, double most, bool isWhole = false, bool isOpen = false) =>
        TryBetween(least, most, isWhole, isOpen).OrThrow();

    /// <summary>Numbers of an interval, or the fault that there are none.</summary>
    /// <param name="least">Its lower end; −∞ for none.</param>
    /// <param name="most">Its upper end; ∞ for none.</param>
    /// <param name="isWhole">Whether only whole numbers belong to it.</param>
    /// <param name="isOpen">Whether its ends do not belong to it.</param>
    public static Outcome<Support, ValueFault> TryBetween(double least, double most, bool isWhole = false, bool isOpen = false) =>
        least < most
            ? new Support(least, most, isWhole, isOpen)
            : new ValueFault(nameof(least), FormattableString.Invariant($"There is nothing between {least} and {most}."));

    /// <summary>Whether a value belongs to it.</summary>
    public bool Contains(double value) =>
        (IsOpen ? value > Lower && value < Upper : value >= Lower && value <= Upper)
        && (!IsWhole || value == Math.Floor(value));
}

/// <summary>A value outside the support of a family.</summary>
/// <param name="Row">The first such row of the data, counted from 0.</param>
/// <param name="Column">Its first such column, counted from 0.</param>
/// <param name="Value">The value.</param>
/// <param name="Support">What the family takes there.</param>
public sealed record SupportFault(int Row, int Column, double Value, Support Support)
{
    /// <summary>What the family takes there.</summary>
    public Support Support { get; init => field = Given.Value(value); } = Given.Value(Support);

    /// <summary>The fault in words.</summary>
    public string Message => FormattableString.Invariant(
        $"Row {Row}, column {Column}: {Value} is not {Support.Description}.");

    /// <summary>The first value outside a family's support; null if there is none.</summary>
    /// <param name="family">The family.</param>
    /// <param name="data">N×D.</param>
    /// <exception cref="ArgumentException">The data have not as many columns as the family takes.</exception>
    public static SupportFault? Find(IEstimator family, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(data);
        if (family.Columns is { } columns && columns != data.Dimension)
        {
            throw new ArgumentException($"An observation of {family.Name} has {columns} columns, not {data.Dimension}.", nameof(data));
        }

        ImmutableArray<Support> supports = [.. Enumerable.Range(0, data.Dimension).Select(column => FamilyAnswer.Support(family, column))];
        for (int row = 0; row < data.Count; row++)
        {
            for (int column = 0; column < supports.Length; column++)
            {
                if (!supports[column].Contains(data[row, column]))
                {
                    return new SupportFault(row, column, data[row, column], supports[column]);
                }
            }
        }

        return null;
    }

    /// <summary>Refuses data that a family cannot have made.</summary>
    internal static void Check(IEstimator family, Dataset data)
    {
        if (Find(family, data) is { } fault)
        {
            throw new ArgumentException($"{family.Name}: {fault.Message}", nameof(data));
        }
    }
}
