using GmmPure.Families;

namespace GmmPure;

/// <content>What lies where, in one column: the distribution function, quantiles, and where components cross.</content>
public sealed partial record GaussianMixture
{
    /// <summary>F(x) = P(X ≤ x) = Σ π_k·Φ((x − μ_k)/σ_k), to some 2⁻⁴⁹ of itself also where it is tiny. In one column.</summary>
    /// <param name="value">x: any number, or ±∞.</param>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    /// <exception cref="NotSupportedException">There are several columns.</exception>
    public double Cdf(double value) => Gaussian.MixtureOf(this).Cdf(value);

    /// <summary>P(X &gt; x) = 1 − F(x), to some 2⁻⁴⁹ of itself also where it is tiny. In one column.</summary>
    /// <param name="value">x: any number, or ±∞.</param>
    /// <exception cref="ArgumentException">It is not a number.</exception>
    /// <exception cref="NotSupportedException">There are several columns.</exception>
    public double Survival(double value) => Gaussian.MixtureOf(this).Survival(value);

    /// <summary>
    /// The p-quantile: the least number x with F(x) ≥ p, to the last digit; above the median, as one with P(X &gt; x) ≤ 1 − p. It
    /// never falls as p rises. In one column.
    /// </summary>
    /// <param name="probability">p, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1).</exception>
    /// <exception cref="NotSupportedException">There are several columns.</exception>
    public double Quantile(double probability) => Gaussian.MixtureOf(this).Quantile(probability);

    /// <summary>
    /// Where two components are equally probable, π_j·N(x | μ_j, σ_j²) = π_k·N(x | μ_k, σ_k²): the roots of a quadratic, 0, 1 or 2. In
    /// one column. A component of weight 0 crosses none.
    /// </summary>
    /// <param name="first">j, counted from 0.</param>
    /// <param name="second">k, counted from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    /// <exception cref="NotSupportedException">There are several columns.</exception>
    public Crossing CrossingOf(int first, int second) => Gaussian.MixtureOf(this).CrossingOf(first, second);

    /// <summary>
    /// The numbers at which the most probable component changes, ascending; none if one component is the most probable everywhere.
    /// In one column.
    /// </summary>
    /// <exception cref="NotSupportedException">There are several columns.</exception>
    public ImmutableArray<CutOff> CutOffs() => Gaussian.MixtureOf(this).CutOffs();
}
