using GmmPure.Kernels;

namespace GmmPure;

/// <summary>
/// A row of the data lies so far from every component of a mixture (above 1e100 of their standard deviations) that its
/// squared distances overflow: its density is 0 in double precision, and nobody is responsible for it. It is thrown by
/// whatever asks for responsibilities, always for the first such row, at any number of threads. Densities are 0 instead, and a
/// sequence ends with <see cref="Degeneracy.Unreachable"/>.
/// </summary>
/// <remarks>Mixtures of other families throw it where every component calls a row impossible. Start nearer to the data, or rescale their columns.</remarks>
public sealed class UnreachableRowException : ArgumentException
{
    private UnreachableRowException(long row, int? label, string message)
        : base(message) => (Row, Label) = (row, label);

    /// <summary>The component that the row is known to belong to, if that alone calls it impossible.</summary>
    public int? Label { get; }

    /// <summary>The first such row of the data, counted from 0; 0 where a single observation was given.</summary>
    public long Row { get; }

    /// <summary>Of a row that no component of a mixture reaches, or not the one that it is known to belong to.</summary>
    /// <param name="row">The row.</param>
    /// <param name="family">The components' family; null for a <see cref="GaussianMixture"/>.</param>
    internal static UnreachableRowException Of(Unreached row, string? family) => new(
        row.Row,
        row.Label,
        FormattableString.Invariant($"Row {row.Row} is ") + (row.Label is { } component
            ? FormattableString.Invariant($"impossible under component {component}, its label. Start nearer to the data.")
            : family is null
                ? "so many standard deviations from every component that squared distances overflow. Start nearer to the data, or rescale."
                : $"impossible under every {family} component. Start nearer to the data."));
}
