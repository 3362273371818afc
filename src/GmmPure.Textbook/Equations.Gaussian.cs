namespace GmmPure.Textbook;

/// <content>The Gaussian.</content>
public static partial class Equations<T>
{
    /// <summary>
    /// ln 𝒩(x | μ, Σ) = −½·(D·ln 2π + ln |Σ| + Δ²), in nats (MML 6.63, Bishop 2.43).
    /// </summary>
    /// <param name="x">x (D).</param>
    /// <param name="μ">μ (D).</param>
    /// <param name="Σ">Σ (D×D).</param>
    /// <exception cref="ArgumentException">x or μ is not D numbers.</exception>
    public static T LogGaussian(ImmutableArray<T> x, ImmutableArray<T> μ, TextbookCovariance<T> Σ) =>
        LogPeak(Σ) - (SquaredDistance(x, μ, Σ) / Two);

    /// <summary>
    /// ln 𝒩(μ | μ, Σ) = −½·(D·ln 2π + ln |Σ|): the Gaussian where it is highest, which no observation changes.
    /// </summary>
    /// <param name="Σ">Σ (D×D).</param>
    public static T LogPeak(TextbookCovariance<T> Σ)
    {
        ArgumentNullException.ThrowIfNull(Σ);
        return -((Number(Σ.Dimension) * T.Log(Two * T.Pi)) + LogDeterminant(Σ)) / Two;
    }

    /// <summary>ln |Σ| = Σ_d ln d_d: the determinant is the product of the pivots (MML 4.3).</summary>
    /// <param name="Σ">Σ (D×D).</param>
    public static T LogDeterminant(TextbookCovariance<T> Σ)
    {
        ArgumentNullException.ThrowIfNull(Σ);
        return Sum(Σ.Dimension, d => T.Log(Σ.Pivots[d]));
    }

    /// <summary>
    /// The squared Mahalanobis distance Δ² = (x − μ)ᵀΣ⁻¹(x − μ) (Bishop 2.44): with Σ = L·diag(d)·Lᵀ it is Σ z_i²/d_i,
    /// where L·z = x − μ is solved from the top.
    /// </summary>
    /// <param name="x">x (D).</param>
    /// <param name="μ">μ (D).</param>
    /// <param name="Σ">Σ (D×D).</param>
    /// <exception cref="ArgumentException">x or μ is not D numbers.</exception>
    public static T SquaredDistance(ImmutableArray<T> x, ImmutableArray<T> μ, TextbookCovariance<T> Σ)
    {
        ArgumentNullException.ThrowIfNull(Σ);
        CheckLength(x, Σ.Dimension, nameof(x));
        CheckLength(μ, Σ.Dimension, nameof(μ));
        var z = Enumerable.Range(0, x.Length).Aggregate(
            ImmutableArray<T>.Empty,
            (above, i) => above.Add(x[i] - μ[i] - Sum(i, j => Σ.L[i, j] * above[j])));
        return Sum(x.Length, i => z[i] * z[i] / Σ.Pivots[i]);
    }

    private static void CheckLength(ImmutableArray<T> numbers, int dimension, string parameter)
    {
        if (numbers.IsDefault || numbers.Length != dimension)
        {
            throw new ArgumentException($"In {dimension} dimensions this is as many numbers.", parameter);
        }
    }
}
