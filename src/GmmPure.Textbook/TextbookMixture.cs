namespace GmmPure.Textbook;

/// <summary>θ: the weights π, means μ and covariances Σ of a mixture of K Gaussians in D dimensions.</summary>
/// <typeparam name="T">The number type.</typeparam>
public sealed record TextbookMixture<T>
    where T : INumberBase<T>, IComparisonOperators<T, T, bool>
{
    private readonly EqualArray<T> π;
    private readonly EqualArray<TextbookCovariance<T>> Σ;

    internal TextbookMixture(
        CovarianceStructure structure, ImmutableArray<T> π, Table<T> μ, ImmutableArray<TextbookCovariance<T>> Σ)
    {
        Structure = structure;
        this.π = π;
        Means = μ;
        this.Σ = Σ;
    }

    /// <summary>What the covariances have in common.</summary>
    public CovarianceStructure Structure { get; }

    /// <summary>π (K).</summary>
    public ImmutableArray<T> Weights => π;

    /// <summary>μ, one row a component (K×D).</summary>
    public Table<T> Means { get; }

    /// <summary>Σ, one a component (K), whatever the structure.</summary>
    public ImmutableArray<TextbookCovariance<T>> Covariances => Σ;

    /// <summary>K.</summary>
    public int ComponentCount => Weights.Length;

    /// <summary>D.</summary>
    public int Dimension => Means.ColumnCount;

    /// <summary>
    /// θ from parameters that may be finer than doubles, as they are: whether the weights sum to 1 and the covariances have the
    /// structure is the caller's business, so that also what other software has rounded can be looked at.
    /// </summary>
    /// <param name="structure">What M-steps make of the covariances.</param>
    /// <param name="weights">π (K), none of them negative, one of them positive.</param>
    /// <param name="means">μ (K×D).</param>
    /// <param name="covariances">Σ (K, each D×D), one a component whatever the structure.</param>
    /// <exception cref="ArgumentException">They are not of one K and D, a weight is negative, or none is positive.</exception>
    public static TextbookMixture<T> Create(
        CovarianceStructure structure, ImmutableArray<T> weights, Table<T> means, ImmutableArray<TextbookCovariance<T>> covariances)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(means);
        if (weights.IsDefault || weights.Any(weight => weight < T.Zero) || weights.All(weight => weight == T.Zero))
        {
            throw new ArgumentException("Weights are not negative, and one is positive.", nameof(weights));
        }

        return !covariances.IsDefault
            && weights.Length == means.RowCount && weights.Length == covariances.Length
            && covariances.All(covariance => covariance.Dimension == means.ColumnCount)
            ? new TextbookMixture<T>(structure, weights, means, covariances)
            : throw new ArgumentException("A mixture has as many weights as means and covariances, all of one dimension.", nameof(means));
    }

    /// <summary>The mixture in this number type; exact if T holds every double.</summary>
    /// <exception cref="ArgumentException">In this number type a covariance is not positive definite.</exception>
    public static TextbookMixture<T> From(GaussianMixture mixture)
    {
        ArgumentNullException.ThrowIfNull(mixture);
        return new TextbookMixture<T>(
            mixture.Structure,
            [.. mixture.Weights.Select(T.CreateChecked)],
            Table<T>.From(mixture.Means),
            [.. mixture.Covariances.Select(TextbookCovariance<T>.From)]);
    }

    /// <summary>The mixture in double precision, rounded; its columns have no names.</summary>
    /// <exception cref="ArgumentException">In double precision a covariance is not positive definite.</exception>
    public GaussianMixture ToGaussianMixture()
    {
        var weights = Weights.Select(double.CreateChecked);
        var μ = Means.ToTable();
        var covariances = Covariances.Select(covariance => covariance.ToCovariance(Structure.Shape));
        return Structure.IsShared
            ? GaussianMixture.CreateTied(weights, μ, covariances.First())
            : GaussianMixture.Create(weights, μ, covariances, Structure);
    }
}
