namespace GmmPure.Families;

/// <summary>
/// A family of one column whose densities rise to one mode and fall from there: where the densities of two of its distributions
/// cross, and the level sets of its mixtures, can be found.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal interface IUnimodal<in TDistribution> : ICumulative<TDistribution>
    where TDistribution : notnull
{
    /// <summary>Where the density is largest, or its least such place.</summary>
    double Mode(TDistribution distribution);

    /// <summary>Where π·p(x | θ) = π′·p(x | θ′); densities of whole numbers are continued to all numbers.</summary>
    /// <param name="first">θ.</param>
    /// <param name="second">θ′.</param>
    /// <param name="logRatio">ln(π/π′).</param>
    Crossing Cross(TDistribution first, TDistribution second, double logRatio);

    /// <summary>
    /// ln p(x | θ); between whole numbers, where only these are possible, what continues it, up to a function of x which all
    /// distributions of the family share.
    /// </summary>
    double LogDensityAt(TDistribution distribution, double value);

    /// <summary>The mean and the variance, if it is a normal distribution.</summary>
    (double Mean, double Variance)? AsNormal(TDistribution distribution) => null;
}
