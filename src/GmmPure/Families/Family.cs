namespace GmmPure.Families;

/// <summary>The families that are here. Their estimators are closed forms, but for the gamma distribution's and Student's.</summary>
public static class Family
{
    /// <summary>How many categories a column may have.</summary>
    public const int MostCategories = 1 << 16;

    /// <summary>Normal distributions of one column.</summary>
    public static IFamily<Normal> Normal { get; } = new NormalFamily();

    /// <summary>Poisson distributions of counts.</summary>
    public static IFamily<Poisson> Poisson { get; } = new PoissonFamily();

    /// <summary>Exponential distributions of numbers from 0 on.</summary>
    public static IFamily<Exponential> Exponential { get; } = new ExponentialFamily();

    /// <summary>Gamma distributions of positive numbers; the shape by Newton's method.</summary>
    public static IFamily<Gamma> Gamma { get; } = new GammaFamily();

    /// <summary>Independent columns of 0 and 1.</summary>
    public static IFamily<Bernoulli> Bernoulli { get; } = new BernoulliFamily();

    /// <summary>Student's t distributions in any number of columns: location, scatter and degrees of freedom, by EM.</summary>
    public static IFamily<StudentT> StudentT { get; } = new StudentTFamily();

    /// <summary>
    /// Uniform distributions on an interval: an estimator only. A component of a mixture is impossible outside its interval, so
    /// that EM could never let it grow.
    /// </summary>
    public static IEstimator<Uniform> Uniform { get; } = new UniformFamily();

    /// <summary>
    /// Gaussians in any number of columns. Their mixtures are those of <see cref="Em.Iterate(Dataset, GaussianMixture, EmOptions)"/>,
    /// by the same M-step; that sequence is the faster.
    /// </summary>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    public static IFamily<Gaussian> Gaussian(CovarianceStructure? structure = null) =>
        new GaussianFamily(structure ?? CovarianceStructure.Full);

    /// <summary>Binomial distributions: the successes among a known number of trials.</summary>
    /// <param name="trials">n.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public static IFamily<Binomial> Binomial(int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        return new BinomialFamily(trials);
    }

    /// <summary>Independent columns of categories, counted from 0; their mixtures are latent classes.</summary>
    /// <param name="levels">How many categories each column has (D).</param>
    /// <exception cref="ArgumentException">There is no column, or one has no category.</exception>
    public static IFamily<Categorical> Categorical(params IEnumerable<int> levels) => TryCategorical(levels).OrThrow();

    /// <summary>Independent columns of categories, or the first column that has none or too many.</summary>
    /// <param name="levels">How many categories each column has (D).</param>
    public static Outcome<IFamily<Categorical>, ValueFault> TryCategorical(params IEnumerable<int> levels)
    {
        var each = Given.Each(levels);
        int wrong = each.ToList().FindIndex(count => count is <= 0 or > MostCategories);
        return each.IsEmpty || wrong >= 0
            ? new ValueFault(
                nameof(levels),
                $"A column has from 1 to {MostCategories} categories.",
                wrong < 0 ? null : wrong,
                value: wrong < 0 ? null : each[wrong])
            : Outcome.Success<IFamily<Categorical>, ValueFault>(
                new CategoricalFamily(each.Select(Categories.Counted).ToImmutableArray(), AreSeen: false));
    }

    /// <summary>
    /// Independent columns of the categories that were seen, whatever their numbers: only these are parameters, and any other whole
    /// number has density 0. Of data, <see cref="Categories.SeenIn"/> gives them.
    /// </summary>
    /// <param name="columns">The categories of each column (D).</param>
    /// <exception cref="ArgumentException">There is no column.</exception>
    public static IFamily<Categorical> CategoricalOf(params IEnumerable<Categories> columns) => TryCategoricalOf(columns).OrThrow();

    /// <summary>Independent columns of the categories that were seen, or the fault that there is no column.</summary>
    /// <param name="columns">The categories of each column (D).</param>
    public static Outcome<IFamily<Categorical>, ValueFault> TryCategoricalOf(params IEnumerable<Categories> columns)
    {
        var each = Given.Each(columns);
        return each.IsEmpty
            ? new ValueFault(nameof(columns), "At least one column is needed.")
            : Outcome.Success<IFamily<Categorical>, ValueFault>(new CategoricalFamily(each, AreSeen: true));
    }

    /// <summary>The categories of every column of a categorical mixture (D); empty of any other.</summary>
    /// <param name="mixture">Any mixture.</param>
    public static ImmutableArray<Categories> CategoriesOf(IMixture mixture) =>
        Of(mixture) is IEstimator<Categorical> family && Candidates.FamilyOf(family) is CategoricalFamily categorical
            ? categorical.Categories
            : [];

    /// <summary>The family of a mixture's components; of a <see cref="GaussianMixture"/>, Gaussians of its structure.</summary>
    /// <param name="mixture">Any mixture.</param>
    public static IFamily Of(IMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        return mixture is IFamilyMixture other ? other.Kind : new GaussianFamily(((GaussianMixture)mixture).Structure);
    }

    /// <summary>Finitely many distributions of a family: their estimator is the one under which the data are most likely.</summary>
    /// <param name="family">The family.</param>
    /// <param name="candidates">One or more; of equally likely ones the first counts.</param>
    /// <exception cref="ArgumentException">There is none, or one is null.</exception>
    public static IFamily<TDistribution> Among<TDistribution>(
        IEstimator<TDistribution> family, params IEnumerable<TDistribution> candidates)
        where TDistribution : notnull, IEquatable<TDistribution>
    {
        ArgumentNullException.ThrowIfNull(family);
        var each = Given.Each(candidates);
        return each.IsEmpty
            ? throw new ArgumentException("There must be something to choose from.", nameof(candidates))
            : new CandidateFamily<TDistribution>(family, each);
    }
}
