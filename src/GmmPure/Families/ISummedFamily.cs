namespace GmmPure.Families;

/// <summary>
/// A family whose maximum of the likelihood follows from a few sums over the rows: EM of its mixtures is one fused pass, which
/// stores no responsibilities.
/// </summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal interface ISummedFamily<TDistribution> : IFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>The distribution under which data of such sums are most likely, or why there is none.</summary>
    /// <param name="count">Σ w.</param>
    /// <param name="sums">What <see cref="Sums"/> gives.</param>
    Outcome<TDistribution, Degeneracy> Estimate(double count, ReadOnlySpan<double> sums);

    /// <summary>The sums over the rows: of numbers from 0 on, Σ w·x of every column, in which nothing cancels.</summary>
    double[] Sums(Dataset data) => [.. Enumerable.Range(0, data.Dimension).Select(column => Families.Estimate.Sum(data, column).Total)];

    /// <summary>The M-step of one component: by the same pass, where the data allow it.</summary>
    Outcome<TDistribution, Degeneracy> IEstimator<TDistribution>.MaximumLikelihood(Dataset data) =>
        new FamilyPasses<TDistribution>(data, this, 1).Alone() ?? Estimate(Families.Estimate.Count(data).Total, Sums(data));
}

/// <summary>Such a family of one column, whose log-density is a − b·x.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal interface ILinearFamily<TDistribution> : ISummedFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>a and b.</summary>
    (double Intercept, double Slope) Line(TDistribution distribution);
}

/// <summary>Such a family of independent columns of whole numbers: of few different ones, densities are best looked up.</summary>
/// <typeparam name="TDistribution">One distribution of the family.</typeparam>
internal interface ITabulatedFamily<TDistribution> : ISummedFamily<TDistribution>
    where TDistribution : notnull, IEquatable<TDistribution>
{
    /// <summary>
    /// The categories of every column, if <see cref="ISummedFamily{TDistribution}.Sums"/> are Σ w of each category, those of
    /// column 0 first; none if they are Σ w·x.
    /// </summary>
    ImmutableArray<Categories> Categories => [];

    /// <summary>ln p of a value in one column.</summary>
    double LogDensity(TDistribution distribution, int column, double value);
}
