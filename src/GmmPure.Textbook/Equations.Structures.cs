namespace GmmPure.Textbook;

/// <content>What a covariance structure makes of the covariances (Celeux and Govaert, Pattern Recognition 28, 1995).</content>
public static partial class Equations<T>
{
    /// <summary>
    /// Covariances of the structure that maximise the same expectation as the free ones Σ_k: shared, Σ = Σ_k N_k/N·Σ_k;
    /// diagonal, their diagonals; spherical, their mean variance times I. To each εI is added.
    /// </summary>
    private static ImmutableArray<TextbookCovariance<T>> Structured(
        ImmutableArray<Table<T>> Σ, ImmutableArray<T> effectiveCounts, CovarianceStructure structure, T ε)
    {
        if (structure.IsShared)
        {
            var shared = Restricted(Pooled(Σ, effectiveCounts));
            return Each(Σ.Length, _ => shared);
        }

        return [.. Σ.Select(Restricted)];

        TextbookCovariance<T> Restricted(Table<T> matrix) => new(Ridged(Shaped(matrix, structure.Shape), ε));
    }

    private static Table<T> Pooled(ImmutableArray<Table<T>> Σ, ImmutableArray<T> effectiveCounts)
    {
        var total = Sum(Σ.Length, k => effectiveCounts[k]);
        return Symmetric(Σ[0].RowCount, (i, j) =>
            Sum(Σ.Length, k => effectiveCounts[k] * Σ[k][i, j]) / total);
    }

    private static Table<T> Shaped(Table<T> Σ, CovarianceShape shape)
    {
        var meanVariance = Sum(Σ.RowCount, d => Σ[d, d]) / Number(Σ.RowCount);
        return Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => shape switch
        {
            CovarianceShape.Full => Σ[i, j],
            _ when i != j => T.Zero,
            CovarianceShape.Diagonal => Σ[i, i],
            _ => meanVariance,
        });
    }

    private static Table<T> Ridged(Table<T> Σ, T ε) =>
        Table<T>.Create(Σ.RowCount, Σ.RowCount, (i, j) => i == j ? Σ[i, j] + ε : Σ[i, j]);
}
