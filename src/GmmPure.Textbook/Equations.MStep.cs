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
        var effectiveCounts = EffectiveCounts(data, r);
        if (Emptied(data, effectiveCounts) is { } emptied)
        {
            return Outcome.Failure<TextbookMixture<T>, TextbookDegeneracy>(emptied);
        }

        var μ = Means(data, r);
        var Σ = Structured(Covariances(data, r, μ), effectiveCounts, structure, Number(ridge));
        return Collapsed(data, Σ, structure, ridge) is { } collapsed
            ? Outcome.Failure<TextbookMixture<T>, TextbookDegeneracy>(collapsed)
            : Outcome.Success<TextbookMixture<T>, TextbookDegeneracy>(
                new TextbookMixture<T>(structure, Weights(data, r), μ, Σ));
    }

    /// <summary>N_k = Σ_n r_nk: how many observations component k is responsible for (K; MML 11.24, Bishop 9.18 and 9.27).</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K).</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<T> EffectiveCounts(TextbookData<T> data, Table<T> r)
    {
        CheckFit(data, r);
        return Each(r.ColumnCount, k => Sum(data.Count, n => data.W[n] * r[n, k]));
    }

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
        var effectiveCounts = EffectiveCounts(data, r);
        return Table<T>.Create(r.ColumnCount, data.Dimension, (k, d) =>
            Sum(data.Count, n => data.W[n] * r[n, k] * data.X[n, d]) / effectiveCounts[k]);
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
        var effectiveCounts = EffectiveCounts(data, r);
        return Each(r.ColumnCount, k => Table<T>.Create(data.Dimension, data.Dimension, (i, j) =>
            Sum(data.Count, n => data.W[n] * r[n, k] * (data.X[n, i] - μ[k, i]) * (data.X[n, j] - μ[k, j]))
            / effectiveCounts[k]));
    }

    /// <summary>π_k = N_k/N: the share of the observations that component k is responsible for (K; MML 11.42, Bishop 9.26).</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="r">r_nk (N×K).</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    public static ImmutableArray<T> Weights(TextbookData<T> data, Table<T> r)
    {
        var effectiveCounts = EffectiveCounts(data, r);
        return Each(r.ColumnCount, k => effectiveCounts[k] / TotalWeight(data));
    }
}
