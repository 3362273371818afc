namespace GmmPure.Textbook;

/// <content>What a covariance structure makes of the covariances (Celeux and Govaert, Pattern Recognition 28, 1995).</content>
public static partial class Equations<T>
{
    /// <summary>
    /// Covariances of the structure that maximise the same expectation as the free ones Σ_k. To each εI is added.
    /// </summary>
    private static ImmutableArray<TextbookCovariance<T>> Structured(
        ImmutableArray<Table<T>> Σ, ImmutableArray<T> effectiveCounts, CovarianceStructure structure, T ε)
    {
        var constrained = Constrained(Σ, effectiveCounts, structure);
        if (constrained.Length == 1)
        {
            var shared = Ridged(constrained[0], ε);
            return Each(Σ.Length, _ => shared);
        }

        return [.. constrained.Select(each => Ridged(each, ε))];
    }

    /// <summary>
    /// Shared, Σ = Σ_k N_k/N·Σ_k, which then stands alone; diagonal, the diagonals; spherical, the mean variances times I.
    /// </summary>
    private static ImmutableArray<Table<T>> Constrained(
        ImmutableArray<Table<T>> Σ, ImmutableArray<T> N, CovarianceStructure structure) => structure switch
        {
            _ when structure == CovarianceStructure.Full => Σ,
            _ when structure == CovarianceStructure.Tied => [Pooled(Σ, N)],
            _ when structure == CovarianceStructure.Diagonal => [.. Σ.Select(DiagonalOf)],
            _ when structure == CovarianceStructure.TiedDiagonal => [DiagonalOf(Pooled(Σ, N))],
            _ when structure == CovarianceStructure.Spherical => [.. Σ.Select(BallOf)],
            _ when structure == CovarianceStructure.TiedSpherical => [BallOf(Pooled(Σ, N))],
            _ => throw new ArgumentException($"The textbook has no equation for {structure} covariances.", nameof(structure)),
        };

    private static Table<T> Pooled(ImmutableArray<Table<T>> Σ, ImmutableArray<T> effectiveCounts)
    {
        var total = Sum(Σ.Length, k => effectiveCounts[k]);
        return Symmetric(Σ[0].RowCount, (i, j) =>
            Sum(Σ.Length, k => effectiveCounts[k] * Σ[k][i, j]) / total);
    }

    private static Table<T> DiagonalOf(Table<T> Σ) =>
        Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => i == j ? Σ[i, i] : T.Zero);

    private static Table<T> BallOf(Table<T> Σ)
    {
        var meanVariance = Sum(Σ.RowCount, d => Σ[d, d]) / Number(Σ.RowCount);
        return Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => i == j ? meanVariance : T.Zero);
    }

    private static TextbookCovariance<T> Ridged(Table<T> Σ, T ε) =>
        new(Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => i == j ? Σ[i, j] + ε : Σ[i, j]));
}
