namespace GmmPure;

/// <summary>
/// A row of the data lies so far from every component of a mixture (above 1e100 of their standard deviations) that its
/// squared distances overflow: its density has no logarithm in double precision, and nobody is responsible for it. It is
/// thrown by whatever asks for densities or responsibilities, always for the first such row, at any number of threads.
/// </summary>
/// <remarks>Mixtures of other families throw it where every component calls a row impossible. Start nearer to the data, or rescale their columns.</remarks>
public sealed class UnreachableRowException : ArgumentException
{
    internal UnreachableRowException(long row)
        : base(FormattableString.Invariant(
            $"Row {row} is so many standard deviations from every component that squared distances overflow. Start nearer to the data, or rescale.")) =>
        Row = row;

    private UnreachableRowException(long row, string message)
        : base(message) =>
        Row = row;

    /// <summary>A row that no component of a mixture of any family can have made, or not the one that it is known to belong to.</summary>
    internal static UnreachableRowException Impossible(long row, string family, int? label) => new(
        row,
        FormattableString.Invariant(
            $"Row {row} is impossible under {(label is { } component ? $"component {component}, its label" : $"every {family} component")}. Start nearer to the data."))
    {
        Label = label,
    };

    /// <summary>The component that the row is known to belong to, if that alone calls it impossible.</summary>
    public int? Label { get; private init; }

    /// <summary>The first such row of the data, counted from 0; 0 where a single observation was given.</summary>
    public long Row { get; }
}
