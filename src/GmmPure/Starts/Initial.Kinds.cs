using GmmPure.Kernels;

namespace GmmPure;

/// <summary>A kind of start of Gaussian mixtures.</summary>
public enum StartKind
{
    /// <summary>k-means++ and k-means on columns scaled to unit variance (<see cref="Initial.KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>).</summary>
    KMeans,

    /// <summary>The same on whitened rows (<see cref="Initial.WhitenedKMeans"/>).</summary>
    WhitenedKMeans,

    /// <summary>Hierarchical clustering of whitened rows by Ward's criterion (<see cref="Initial.Hierarchical"/>).</summary>
    Hierarchical,

    /// <summary>Drawn rows, and to each those that are nearest in whitened coordinates (<see cref="Initial.NearestRows"/>).</summary>
    NearestRows,

    /// <summary>Random responsibilities (<see cref="Initial.Random(Dataset, int, long, CovarianceStructure, EmOptions)"/>).</summary>
    Random,

    /// <summary>The best mixture of a search, with one component taken away and another one split (<see cref="Initial.Swap"/>).</summary>
    Swap,

    /// <summary>A mixture that was given, or made of one that was fitted.</summary>
    Given,
}

/// <content>The kinds of starts that do not change with affine maps of the data.</content>
public static partial class Initial
{
    /// <summary>The most rows that are clustered hierarchically.</summary>
    private const int HierarchicalRows = 600;

    /// <summary>A start of some kind.</summary>
    /// <param name="kind">A kind that a seed draws: one of <see cref="SearchOptions.Kinds"/>.</param>
    /// <param name="data">N×D.</param>
    /// <param name="components">K.</param>
    /// <param name="seed">The seed of whatever the kind draws.</param>
    /// <param name="structure">The covariance structure; null is <see cref="CovarianceStructure.Full"/>.</param>
    /// <param name="options">Threads; a ridge plays no part.</param>
    /// <exception cref="ArgumentException">There are fewer than K distinct rows, K is not positive, or a start of the kind is made of a mixture.</exception>
    public static GaussianMixture Of(
        StartKind kind, Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null) =>
        kind switch
        {
            StartKind.KMeans => KMeans(data, components, seed, structure, options),
            StartKind.WhitenedKMeans => WhitenedKMeans(data, components, seed, structure, options),
            StartKind.Hierarchical => Hierarchical(data, components, seed, structure, options),
            StartKind.NearestRows => NearestRows(data, components, seed, structure, options),
            StartKind.Random => Random(data, components, seed, structure, options),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A start of this kind is not made of a seed."),
        };

    /// <summary>
    /// k-means++ and k-means as in <see cref="KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>, on rows whitened by the
    /// data's covariance: it finds the same clusters after any affine map of the data.
    /// </summary>
    /// <inheritdoc cref="KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>
    public static GaussianMixture WhitenedKMeans(
        Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        int threads = Threads(options);
        return FromSample(data, components, seed, structure, options, rows =>
            KMeansLabels.Of(Whitening.Of(rows, structure, threads), components, seed, threads));
    }

    /// <summary>
    /// Hierarchical clustering of whitened rows by Ward's criterion, cut where K clusters are left (Fraley 1998), which costs O(N²):
    /// of more than 1200 rows some 600 are drawn for it, and the others go to the nearest of its clusters.
    /// </summary>
    /// <inheritdoc cref="KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>
    public static GaussianMixture Hierarchical(
        Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        int threads = Threads(options);
        return FromSample(data, components, seed, structure, options, rows =>
        {
            var whitened = Whitening.Of(rows, structure, threads);
            var few = StartSample.Of(whitened, components, seed, Math.Max(HierarchicalRows, 4 * components));
            return KMeansLabels.Nearest(whitened, Ward.Centres(few, components), threads);
        });
    }

    /// <summary>
    /// K rows drawn at random, each with those that are nearest to it in whitened coordinates: it is cheap, and differs much from seed
    /// to seed.
    /// </summary>
    /// <inheritdoc cref="KMeans(Dataset, int, long, CovarianceStructure, EmOptions)"/>
    public static GaussianMixture NearestRows(
        Dataset data, int components, long seed, CovarianceStructure? structure = null, EmOptions? options = null)
    {
        int threads = Threads(options);
        return FromSample(data, components, seed, structure, options, rows =>
        {
            var whitened = Whitening.Of(rows, structure, threads);
            return KMeansLabels.Nearest(whitened, KMeansLabels.DrawnRows(whitened, components, seed), threads);
        });
    }

    /// <summary>The components of labels that are found in a sample of the rows, if they are many.</summary>
    private static GaussianMixture FromSample(
        Dataset data,
        int components,
        long seed,
        CovarianceStructure? structure,
        EmOptions? options,
        Func<Dataset, ImmutableArray<int>> labels)
    {
        CheckRows(data, components);
        var rows = StartSample.Of(data, components, seed);
        return From(rows, new LabelTerms(labels(rows), components), components, structure, Threads(options)).Named(data.ColumnNames);
    }
}
