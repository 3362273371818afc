using GmmPure.Kernels;

namespace GmmPure.Families;

/// <summary>A Gaussian in any number of columns, N(x | μ, Σ): a <see cref="GaussianMixture"/> of one component.</summary>
public sealed record Gaussian
{
    /// <param name="mean">μ (D).</param>
    /// <param name="covariance">Σ (D×D).</param>
    /// <exception cref="ArgumentException">The mean is not D finite numbers.</exception>
    public Gaussian(IEnumerable<double> mean, Covariance covariance)
        : this(TryAlone(mean, covariance).OrThrow())
    {
    }

    internal Gaussian(GaussianMixture alone) => Alone = alone;

    /// <summary>μ (D).</summary>
    public ImmutableArray<double> Mean => Alone.Means.Elements;

    /// <summary>Σ (D×D).</summary>
    public Covariance Covariance => Alone.Covariances[0];

    /// <summary>It as a mixture, which tells its densities, marginals and conditionals.</summary>
    public GaussianMixture Alone { get; }

    /// <summary>The distribution, or why there is none.</summary>
    /// <param name="mean">μ (D), finite numbers.</param>
    /// <param name="covariance">Σ (D×D).</param>
    public static Outcome<Gaussian, ValueFault> TryCreate(IEnumerable<double> mean, Covariance covariance) =>
        TryAlone(mean, covariance).Map(alone => new Gaussian(alone));

    private static Outcome<GaussianMixture, ValueFault> TryAlone(IEnumerable<double> mean, Covariance covariance)
    {
        var each = Given.Each(mean);
        ArgumentNullException.ThrowIfNull(covariance);
        return GaussianMixture.TryCreate([1], Table.Create(1, each.Length, each), [covariance])
            .MapFault(fault => fault.Argument is "means"
                ? new ValueFault(nameof(mean), fault.Message, fault.Column, value: fault.Value)
                : new ValueFault(nameof(covariance), fault.Message));
    }

    /// <summary>The components of a Gaussian mixture.</summary>
    internal static ImmutableArray<Gaussian> Components(GaussianMixture mixture) =>
        [.. mixture.Means.Rows.Select((mean, k) => new Gaussian(mean, mixture.Covariances[k]))];

    /// <summary>A Gaussian mixture as one of a family.</summary>
    internal static Mixture<Gaussian> MixtureOf(GaussianMixture mixture) =>
        new(new GaussianFamily(mixture.Structure), mixture.Weights, Components(mixture), mixture.ColumnNames);

    /// <summary>A mixture of the family as a Gaussian mixture.</summary>
    internal static GaussianMixture MixtureOf(Mixture<Gaussian> mixture) =>
        MixtureOf(mixture, (mixture.Family as GaussianFamily)?.Structure);

    /// <summary>The same of another structure, null for one in which covariances have nothing to do with each other.</summary>
    internal static GaussianMixture MixtureOf(Mixture<Gaussian> mixture, CovarianceStructure? structure) =>
        GaussianMixture.Create(
            mixture.Weights,
            Table.FromRows(mixture.Components.Select(each => each.Mean.AsEnumerable())),
            mixture.Components.Select(each => each.Covariance),
            structure).Named(mixture.ColumnNames);
}

/// <summary>
/// Gaussians of a covariance structure in any number of columns. As a family known at run time only, its mixtures are
/// <see cref="GaussianMixture"/>s.
/// </summary>
internal sealed record GaussianFamily(CovarianceStructure Structure) : IKernelFamily<Gaussian>, ISampler<Gaussian>, IUnimodal<Gaussian>
{
    public string Name => "gaussian";

    public string Estimator => "the sample mean and the biased covariance, whose divisor is N";

    public int? Columns => null;

    public bool Contains(Gaussian distribution) => distribution.Covariance.Shape == Structure.Shape;

    public int DimensionOf(Gaussian distribution) => distribution.Mean.Length;

    public Support SupportOf(int column) => Support.Reals;

    public Outcome<Gaussian, Degeneracy> MaximumLikelihood(Dataset data) =>
        MStep(data, Responsibilities.FromLabels(new int[data.Count], 1), []).Map(each => each[0]);

    public Outcome<ImmutableArray<Gaussian>, Degeneracy> MStep(
        Dataset data, Responsibilities responsibilities, ImmutableArray<Gaussian> previous) =>
        Em.MStep(data, responsibilities, Structure).Map(Gaussian.Components);

    public double LogDensity(Gaussian distribution, ReadOnlySpan<double> observation) =>
        LogDensities(distribution, Dataset.FromRows([observation.ToArray()]))[0];

    public ImmutableArray<double> LogDensities(Gaussian distribution, Dataset data) =>
        Em.LogDensities(data, new Mixture<Gaussian>(this, [1], [distribution], []));

    public Densities Densities(Mixture<Gaussian> mixture, KernelSet kernels) =>
        kernels.Densities(MixtureTerms.Of(Gaussian.MixtureOf(mixture, structure: null)));

    public long FreeParameters(ImmutableArray<Gaussian> distributions)
    {
        int dimension = distributions[0].Mean.Length;
        return ((long)distributions.Length * dimension) + Structure.FreeParameters(distributions.Length, dimension);
    }

    Outcome<IMixture, Degeneracy> IFamily.TryKMeans(Dataset data, int components, long seed, EmOptions? options) =>
        Initial.KMeans(data, components, seed, Structure, options);

    Outcome<IMixture, Degeneracy> IFamily.TryRandom(Dataset data, int components, long seed, EmOptions? options) =>
        Initial.Random(data, components, seed, Structure, options);

    Outcome<IMixture, Degeneracy> IFamily.TryFromLabels(Dataset data, IEnumerable<int?> labels, EmOptions? options) =>
        Initial.TryFromLabels(data, labels, Structure, options).Map<IMixture>(start => start);

    Outcome<IMixture, Degeneracy> IFamily.TryFromResponsibilities(Dataset data, Responsibilities responsibilities, EmOptions? options) =>
        Em.MStep(data, responsibilities, Structure, options).Map<IMixture>(mixture => mixture);

    ImmutableArray<Parameter> IFamily.ParametersOf(IMixture mixture, int component) =>
        ((mixture as Mixture<Gaussian>)?.AsGaussian() ?? mixture as GaussianMixture) is { } own && own.Structure == Structure
        ? component >= 0 && component < own.ComponentCount
            ? Parameters(Gaussian.Components(own)[component], 1)
            : throw new ArgumentOutOfRangeException(nameof(component), component, "There is no such component.")
        : throw new ArgumentException("The mixture is not one of the family.", nameof(mixture));

    public ImmutableArray<double> Draw(Gaussian distribution, Func<double> uniform) =>
        Variates.Gaussian(distribution.Mean, distribution.Covariance, 1, uniform);

    public double Cdf(Gaussian distribution, double value) => Tails(distribution, value).Lower;

    public double Survival(Gaussian distribution, double value) => Tails(distribution, value).Upper;

    public double Mode(Gaussian distribution) => distribution.Mean[0];

    public Crossing Cross(Gaussian first, Gaussian second, double logRatio) =>
        Crossings.OfNormals((first.Mean[0], first.Covariance[0, 0]), (second.Mean[0], second.Covariance[0, 0]), logRatio);

    public double LogDensityAt(Gaussian distribution, double value) =>
        NormalTails.LogDensity(distribution.Mean[0], distribution.Covariance[0, 0], value);

    public (double Mean, double Variance)? AsNormal(Gaussian distribution) => (distribution.Mean[0], distribution.Covariance[0, 0]);

    public ImmutableArray<Parameter> Parameters(Gaussian distribution, double totalWeight)
    {
        var covariance = distribution.Covariance;
        var means = distribution.Mean.Select((mean, j) =>
            new Parameter("mean", mean, Math.Sqrt(covariance[j, j] / totalWeight), j));
        return [.. means, .. Spread(covariance, totalWeight)];
    }

    private static Tails Tails(Gaussian distribution, double value) =>
        NormalTails.Of(distribution.Mean[0], distribution.Covariance[0, 0], value);

    /// <summary>The covariance's free entries: var Σ̂_ij = (Σ_ii·Σ_jj + Σ_ij²)/N, and 2·σ⁴/(N·D) for a ball.</summary>
    private static IEnumerable<Parameter> Spread(Covariance covariance, double totalWeight) => covariance.Match(
        full => Entries(full, square => Math.Sqrt((1 + square) / totalWeight)),
        diagonal => diagonal.Variances.Select((variance, j) =>
            new Parameter("variance", variance, variance * Math.Sqrt(2 / totalWeight), j)),
        spherical => [new Parameter("variance", spherical.Variance, spherical.Variance * Math.Sqrt(2 / (totalWeight * spherical.Dimension)))]);

    /// <summary>The lower triangle of a symmetric matrix, as parameters.</summary>
    /// <param name="matrix">Σ.</param>
    /// <param name="standardError">
    /// In units of √(Σ_ii·Σ_jj), of the square of the correlation: a product of two variances may be no number any more.
    /// </param>
    internal static IEnumerable<Parameter> Entries(Covariance matrix, Func<double, double> standardError) =>
        from i in Enumerable.Range(0, matrix.Dimension)
        from j in Enumerable.Range(0, i + 1)
        let unit = Math.Sqrt(matrix[i, i]) * Math.Sqrt(matrix[j, j])
        let correlation = matrix[i, j] / unit
        let error = unit * standardError(correlation * correlation)
        select i == j
            ? new Parameter("variance", matrix[i, i], error, i)
            : new Parameter("covariance", matrix[i, j], error, i, j);
}
