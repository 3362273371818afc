namespace GmmPure.Textbook;

/// <content>The E-step and the log-likelihood.</content>
public static partial class Equations<T>
{
    /// <summary>
    /// r_nk = π_k·𝒩(x_n | μ_k, Σ_k) / Σ_j π_j·𝒩(x_n | μ_j, Σ_j): how responsible component k is for observation n
    /// (N×K; MML 11.17, Bishop 9.23).
    /// </summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="θ">π, μ, Σ.</param>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static Table<T> Responsibilities(TextbookData<T> data, TextbookMixture<T> θ)
    {
        CheckFit(data, θ);
        var r = Each(data.Count, n => Responsibilities(data.X.Row(n), θ));
        return Table<T>.Create(data.Count, θ.ComponentCount, (n, k) => r[n][k]);
    }

    /// <summary>
    /// ℓ(θ) = ln p(X | θ) = Σ_n ln Σ_k π_k·𝒩(x_n | μ_k, Σ_k): a total, in nats (MML 11.10, Bishop 9.28).
    /// </summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="θ">π, μ, Σ.</param>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static T LogLikelihood(TextbookData<T> data, TextbookMixture<T> θ)
    {
        CheckFit(data, θ);
        return Sum(data.Count, n => data.W[n] * LogDensity(data.X.Row(n), θ));
    }

    /// <summary>
    /// ln p(x | θ) = ln Σ_k π_k·𝒩(x | μ_k, Σ_k) (MML 11.3, Bishop 9.7), in nats, as m + ln Σ_k e^(a_k − m).
    /// </summary>
    /// <param name="x">x (D).</param>
    /// <param name="θ">π, μ, Σ.</param>
    public static T LogDensity(ImmutableArray<T> x, TextbookMixture<T> θ)
    {
        ArgumentNullException.ThrowIfNull(θ);
        var (terms, m) = ScaledTerms(x, θ);
        return m + T.Log(Sum(terms.Length, k => terms[k]));
    }

    /// <summary>One row of the responsibilities (K): the factor e^m stands above and below the line, and cancels.</summary>
    private static ImmutableArray<T> Responsibilities(ImmutableArray<T> x, TextbookMixture<T> θ)
    {
        var (terms, _) = ScaledTerms(x, θ);
        var sum = Sum(terms.Length, k => terms[k]);
        return Each(terms.Length, k => terms[k] / sum);
    }

    /// <summary>
    /// The terms π_k·𝒩(x | μ_k, Σ_k)/e^m = e^(a_k − m) with a_k = ln π_k + ln 𝒩(x | μ_k, Σ_k) and m the largest of them.
    /// A component of weight 0 has no logarithm, and adds nothing.
    /// </summary>
    private static (ImmutableArray<T> Terms, T LogScale) ScaledTerms(ImmutableArray<T> x, TextbookMixture<T> θ)
    {
        var a = Each(θ.ComponentCount, k => θ.Weights[k] == T.Zero
            ? T.Zero
            : T.Log(θ.Weights[k]) + LogGaussian(x, θ.Means.Row(k), θ.Covariances[k]));
        var m = Enumerable.Range(0, a.Length).Where(k => θ.Weights[k] > T.Zero).Select(k => a[k]).Aggregate(Larger);
        return (Each(a.Length, k => θ.Weights[k] == T.Zero ? T.Zero : T.Exp(a[k] - m)), m);
    }
}
