namespace GmmPure.Families;

/// <summary>
/// What a family may be besides, so that its mixtures can be drawn from: a way to make an observation of uniform numbers. All
/// families of <see cref="Family"/> have one; one of your own has it if it implements this as well.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family, as a value: its parameters.</typeparam>
public interface ISampler<in TDistribution>
    where TDistribution : notnull
{
    /// <summary>
    /// One observation from a distribution (D numbers within the support), which depends on nothing but the distribution and the
    /// numbers taken. What is beyond the range of numbers is drawn as the nearest number of the support.
    /// </summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="uniform">Gives the next of independent numbers, uniform in (0, 1); take as many as you need.</param>
    ImmutableArray<double> Draw(TDistribution distribution, Func<double> uniform);
}
