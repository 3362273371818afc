namespace GmmPure.Textbook;

/// <content>The E-step and the log-likelihood.</content>
public static partial class Equations<T>
{
    /// <summary>The E-step: the responsibilities (N×K) and ℓ(θ), which have the densities in common.</summary>
    /// <param name="data">x_n (N×D) and w_n.</param>
    /// <param name="θ">π, μ, Σ.</param>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static (Table<T> Responsibilities, T LogLikelihood) EStep(TextbookData<T> data, TextbookMixture<T> θ)
    {
        CheckFit(data, θ);
        var densities = Densities(data, θ);
        return (Responsibilities(densities), LogLikelihood(data, densities));
    }

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
        return Responsibilities(Densities(data, θ));
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
        return LogLikelihood(data, Densities(data, θ));
    }

    /// <summary>
    /// ln p(x | θ) = ln Σ_k π_k·𝒩(x | μ_k, Σ_k) (MML 11.3, Bishop 9.7), in nats, as m + ln Σ_k e^(a_k − m).
    /// </summary>
    /// <param name="x">x (D).</param>
    /// <param name="θ">π, μ, Σ.</param>
    /// <exception cref="ArgumentException">x is not D numbers.</exception>
    public static T LogDensity(ImmutableArray<T> x, TextbookMixture<T> θ)
    {
        ArgumentNullException.ThrowIfNull(θ);
        CheckLength(x, θ.Dimension, nameof(x));
        return Density(x, θ, LogHeights(θ)).Logarithm;
    }

    private static Table<T> Responsibilities(ImmutableArray<ScaledDensity> densities) => Table<T>.Create(
        densities.Length, densities[0].Terms.Length, (n, k) => densities[n].Terms[k] / densities[n].Sum);

    private static T LogLikelihood(TextbookData<T> data, ImmutableArray<ScaledDensity> densities) =>
        Sum(data.Count, n => data.W[n] * densities[n].Logarithm);

    private static ImmutableArray<ScaledDensity> Densities(TextbookData<T> data, TextbookMixture<T> θ)
    {
        var logHeights = LogHeights(θ);
        return Each(data.Count, n => Density(data.X.Row(n), θ, logHeights));
    }

    /// <summary>
    /// ln (π_k·𝒩(μ_k | μ_k, Σ_k)): what a component gives an observation on its mean (K). A component of weight 0 has no
    /// logarithm, and gives nothing.
    /// </summary>
    private static ImmutableArray<T> LogHeights(TextbookMixture<T> θ) => Each(θ.ComponentCount, k =>
        θ.Weights[k] == T.Zero ? T.Zero : T.Log(θ.Weights[k]) + LogPeak(θ.Covariances[k]));

    /// <summary>
    /// p(x | θ) as e^m·Σ_k s_k with s_k = e^(a_k − m), a_k = ln (π_k·𝒩(x | μ_k, Σ_k)), and m the largest of the a_k.
    /// </summary>
    private static ScaledDensity Density(ImmutableArray<T> x, TextbookMixture<T> θ, ImmutableArray<T> logHeights)
    {
        var a = Each(θ.ComponentCount, k => θ.Weights[k] == T.Zero
            ? T.Zero
            : logHeights[k] - (SquaredDistance(x, θ.Means.Row(k), θ.Covariances[k]) / Two));
        var m = Enumerable.Range(0, a.Length).Where(k => θ.Weights[k] > T.Zero).Select(k => a[k]).Aggregate(Larger);
        var s = Each(a.Length, k => θ.Weights[k] == T.Zero ? T.Zero : T.Exp(a[k] - m));
        return new ScaledDensity(s, Sum(s.Length, k => s[k]), m);
    }

    /// <summary>
    /// A density e^m·Σ_k s_k. In r_nk = s_k/Σ_j s_j the factor e^m stands above and below the line, and cancels.
    /// </summary>
    /// <param name="Terms">s (K), the largest of which is 1.</param>
    /// <param name="Sum">Σ_k s_k.</param>
    /// <param name="LogScale">m.</param>
    private sealed record ScaledDensity(ImmutableArray<T> Terms, T Sum, T LogScale)
    {
        /// <summary>ln (e^m·Σ_k s_k) = m + ln Σ_k s_k.</summary>
        public T Logarithm => LogScale + T.Log(Sum);
    }
}
