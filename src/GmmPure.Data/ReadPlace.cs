namespace GmmPure.Data;

/// <summary>Where something stands in a file.</summary>
/// <param name="Number">A line of text or a row of numbers, counted from 1.</param>
/// <param name="IsLine">Whether it is a line.</param>
public readonly record struct ReadPlace(long Number, bool IsLine)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{(IsLine ? "line" : "row")} {Number}");

    internal static ReadPlace Line(long number) => new(number, IsLine: true);

    internal static ReadPlace Row(long number) => new(number, IsLine: false);
}
