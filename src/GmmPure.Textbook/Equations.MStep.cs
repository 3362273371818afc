namespace GmmPure.Textbook;

/// <content>The M-step.</content>
public static partial class Equations<T>
{
    /// <summary>
    /// The M-step: new means, new covariances, new weights, from the responsibilities; or which component degenerated.
    /// </summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K), whatever they are.</param>
    /// <param name="structure">The structure of the new covariances.</param>
    /// <param name="ridge">ε, added to the covariances' diagonals; 0 in the books.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Outcome<TextbookMixture<T>, TextbookDegeneracy> MStep(
        TextbookData<T> data, Table<T> r, CovarianceStructure structure, double ridge = 0)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var wr = Counted(data, r);
        return MStep(data, ColumnVariances(data), wr, structure, ridge);
    }

    /// <summary>N_k = Σ_n r_nk: how many observations component k is responsible for (K; MML 11.24, Bishop 9.18 and 9.27).</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K).</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<T> EffectiveCounts(TextbookData<T> data, Table<T> r) => EffectiveCounts(Counted(data, r));

    /// <summary>N: the number of observations, each counted by its weight.</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    public static T TotalWeight(TextbookData<T> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Sum(data.Count, n => data.W[n]);
    }

    /// <summary>μ_k = 1/N_k·Σ_n r_nk·x_n: the mean of what component k is responsible for (K×D; MML 11.20, Bishop 9.24).</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K), no column of which is all 0.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static Table<T> Means(TextbookData<T> data, Table<T> r)
    {
        var wr = Counted(data, r);
        return Means(data, wr, EffectiveCounts(wr));
    }

    /// <summary>
    /// Σ_k = 1/N_k·Σ_n r_nk·(x_n − μ_k)(x_n − μ_k)ᵀ: the covariance of what component k is responsible for (K of D×D;
    /// MML 11.30, Bishop 9.25).
    /// </summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K), no column of which is all 0.</param>
    /// <param name="μ">The new means (K×D).</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<Table<T>> Covariances(TextbookData<T> data, Table<T> r, Table<T> μ)
    {
        ArgumentNullException.ThrowIfNull(μ);
        var wr = Counted(data, r);
        return Covariances(data, wr, EffectiveCounts(wr), μ);
    }

    /// <summary>π_k = N_k/N: the share of the observations that component k is responsible for (K; MML 11.42, Bishop 9.26).</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K).</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<T> Weights(TextbookData<T> data, Table<T> r) => Weights(data, EffectiveCounts(data, r));

    private static Outcome<TextbookMixture<T>, TextbookDegeneracy> MStep(
        TextbookData<T> data, ImmutableArray<T> columnVariances, Table<T> wr, CovarianceStructure structure, double ridge)
    {
        var effectiveCounts = EffectiveCounts(wr);
        if (Emptied(data, effectiveCounts) is { } emptied)
        {
            return Outcome.Failure<TextbookMixture<T>, TextbookDegeneracy>(emptied);
        }

        var μ = Means(data, wr, effectiveCounts);
        var Σ = Structured(Covariances(data, wr, effectiveCounts, μ), effectiveCounts, structure, Number(ridge));
        return Collapsed(columnVariances, Σ, structure, ridge) is { } collapsed
            ? Outcome.Failure<TextbookMixture<T>, TextbookDegeneracy>(collapsed)
            : Outcome.Success<TextbookMixture<T>, TextbookDegeneracy>(
                new TextbookMixture<T>(structure, Weights(data, effectiveCounts), μ, Σ));
    }

    /// <summary>w_n·r_nk, which takes the place of the books' r_nk in the sums below (N×K).</summary>
    private static Table<T> Counted(TextbookData<T> data, Table<T> r)
    {
        CheckFit(data, r);
        return Table<T>.Create(r.RowCount, r.ColumnCount, (n, k) => data.W[n] * r[n, k]);
    }

    private static ImmutableArray<T> EffectiveCounts(Table<T> wr) =>
        Each(wr.ColumnCount, k => Sum(wr.RowCount, n => wr[n, k]));

    private static Table<T> Means(TextbookData<T> data, Table<T> wr, ImmutableArray<T> effectiveCounts) =>
        Table<T>.Create(wr.ColumnCount, data.Dimension, (k, d) =>
            Sum(data.Count, n => wr[n, k] * data.X[n, d]) / effectiveCounts[k]);

    private static ImmutableArray<Table<T>> Covariances(
        TextbookData<T> data, Table<T> wr, ImmutableArray<T> effectiveCounts, Table<T> μ) => Each(wr.ColumnCount, k =>
    {
        var e = Table<T>.Create(data.Count, data.Dimension, (n, d) => data.X[n, d] - μ[k, d]);
        return Symmetric(data.Dimension, (i, j) =>
            Sum(data.Count, n => wr[n, k] * e[n, i] * e[n, j]) / effectiveCounts[k]);
    });

    private static ImmutableArray<T> Weights(TextbookData<T> data, ImmutableArray<T> effectiveCounts)
    {
        var total = TotalWeight(data);
        return Each(effectiveCounts.Length, k => effectiveCounts[k] / total);
    }

    /// <summary>The symmetric matrix whose element (i, j) is a function of i and j for i ≥ j.</summary>
    private static Table<T> Symmetric(int dimension, Func<int, int, T> element)
    {
        var lower = Each(dimension, i => Each(i + 1, j => element(i, j)));
        return Table<T>.Create(dimension, dimension, (i, j) => lower[Math.Max(i, j)][Math.Min(i, j)]);
    }
}
