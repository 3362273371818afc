namespace GmmPure.Families;

/// <summary>
/// What a family of one column may be besides, so that its mixtures have a distribution function and quantiles: how much lies
/// below a number, and how much above. Normal, Gaussian (in one column), exponential, gamma, Poisson and Bernoulli distributions
/// have it; one of your own has it if it implements this as well.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family, as a value: its parameters.</typeparam>
public interface ICumulative<in TDistribution>
    where TDistribution : notnull
{
    /// <summary>F(x) = P(X ≤ x), accurate also where it is tiny.</summary>
    /// <param name="distribution">The distribution, of one column.</param>
    /// <param name="value">x: any number, or ±∞.</param>
    double Cdf(TDistribution distribution, double value);

    /// <summary>P(X &gt; x) = 1 − F(x), accurate also where it is tiny.</summary>
    /// <param name="distribution">The distribution, of one column.</param>
    /// <param name="value">x: any number, or ±∞.</param>
    double Survival(TDistribution distribution, double value);
}
